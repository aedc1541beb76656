package org.jieti.catalog.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.weighing.Ballots;

/// Reads statements from a workbook that experts filled in, as [BallotForm] writes it: a sheet
/// about the weighing, one that lists the experts, and one for each of them under the expert's id.
/// In each the first row holds keys and the second labels; columns without a key are for people.
public final class BallotBook {
    static final String WEIGHING = "Weighing";
    static final String EXPERTS = "Experts";

    /// What is explained there is for people.
    static final String GUIDE = "Guide";

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 50;

    /// The day that spreadsheets count from.
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    private final String name;
    private final Ballots ballots;
    private final Findings findings;

    private BallotBook(String name, Ballots ballots, Findings findings) {
        this.name = name;
        this.ballots = ballots;
        this.findings = findings;
    }

    /// A row of cells by the keys of their columns.
    private record Line(Location at, Map<String, Value.Scalar> cells) {}

    /// Adds all that a workbook states to the ballots.
    public static void read(Path file, Ballots ballots, Findings findings) {
        if (WorkbookGuard.isHarmless(file, findings)) {
            new BallotBook(file.toString(), ballots, findings).read(file);
        }
    }

    private void read(Path file) {
        Map<String, List<Line>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (!sheet.getName().equals(GUIDE)) {
                    sheets.put(sheet.getName(), lines(sheet));
                }
            }
        } catch (IOException | RuntimeException e) {
            findings.error(Location.whole(name), "workbook.format");
            return;
        }
        for (String wanted : List.of(WEIGHING, EXPERTS)) {
            if (!sheets.containsKey(wanted)) {
                findings.error(Location.whole(name), "workbook.sheet.missing", wanted);
            }
        }
        if (findings.hasErrors()) {
            return;
        }
        head(sheets.getOrDefault(WEIGHING, List.of()));
        Map<String, Value.Scalar> experts = experts(sheets.getOrDefault(EXPERTS, List.of()));
        sheets.forEach(
                (sheet, lines) -> {
                    if (Set.of(WEIGHING, EXPERTS).contains(sheet)) {
                        return;
                    }
                    Value.Scalar expert = experts.get(sheet);
                    if (expert == null) {
                        findings.warning(
                                new Location(name, sheet, 0, 0), "workbook.sheet.unknown", sheet);
                        return;
                    }
                    lines.forEach(line -> ballots.row(line.at(), expert, line.cells()));
                });
    }

    private List<Line> lines(Sheet sheet) throws IOException {
        List<Line> lines = new ArrayList<>();
        Map<Integer, String> keys = new HashMap<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                Row row = each.next();
                int number = row.getRowNum() - 1;
                if (number >= MOST_ROWS) {
                    findings.error(
                            WorkbookWriter.place(name, sheet.getName(), number, 0),
                            "workbook.rows",
                            MOST_ROWS);
                    break;
                }
                Map<String, Value.Scalar> cells = new LinkedHashMap<>();
                for (Cell cell : row) {
                    boolean read =
                            cell != null
                                    && cell.getColumnIndex() < MOST_COLUMNS
                                    && number != 1
                                    && (number == 0 || keys.containsKey(cell.getColumnIndex()));
                    Value.Scalar value =
                            read ? Cells.scalar(cell, name, sheet.getName(), findings) : null;
                    if (value == null || cell == null) {
                        continue;
                    }
                    if (number == 0) {
                        keys.put(cell.getColumnIndex(), value.text().strip());
                    } else {
                        cells.put(keys.getOrDefault(cell.getColumnIndex(), ""), value);
                    }
                }
                if (!cells.isEmpty()) {
                    lines.add(
                            new Line(
                                    WorkbookWriter.place(name, sheet.getName(), number, 0), cells));
                }
            }
        }
        return lines;
    }

    private void head(List<Line> lines) {
        for (Line line : lines) {
            Value.Scalar field = line.cells().get("field");
            Value.Scalar value = line.cells().get("value");
            if (field != null && value != null) {
                boolean number = value.type() == Value.Type.NUMBER && field.text().equals("budget");
                ballots.head(
                        field.text().strip(),
                        new Value.Scalar(
                                value.at(),
                                value.text().strip(),
                                number ? Value.Type.NUMBER : Value.Type.TEXT));
            }
        }
    }

    private Map<String, Value.Scalar> experts(List<Line> lines) {
        Map<String, Value.Scalar> experts = new LinkedHashMap<>();
        for (Line line : lines) {
            Value.Scalar id = line.cells().get("id");
            if (id == null) {
                findings.error(line.at(), "weighing.row.node", "id");
                continue;
            }
            Value.Scalar given = line.cells().get("given");
            ballots.expert(id, line.cells().get("voice"), given == null ? null : date(given));
            experts.put(id.text().strip(), id);
        }
        return experts;
    }

    /// A day that a spreadsheet counted, as a date.
    private static Value.Scalar date(Value.Scalar cell) {
        boolean counted =
                cell.type() == Value.Type.NUMBER && cell.text().matches("[1-9][0-9]{0,5}");
        return counted
                ? new Value.Scalar(
                        cell.at(),
                        DAY_0.plusDays(Long.parseLong(cell.text())).toString(),
                        Value.Type.TEXT)
                : cell;
    }
}
