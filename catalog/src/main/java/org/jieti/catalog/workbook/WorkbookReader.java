package org.jieti.catalog.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// Reads a model back from a workbook, guarded: the file is looked through before anything is
/// parsed, and whatever would not come back as it stands is a finding at its cell.
public final class WorkbookReader {
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_COLUMNS = 500;
    private static final int HEAD_ROWS = 2;

    private final String name;
    private final Findings findings;

    private WorkbookReader(String name, Findings findings) {
        this.name = name;
        this.findings = findings;
    }

    /// The files of the model in a workbook, not yet checked against the schema; null, with
    /// findings, if the workbook is refused.
    public static @Nullable ModelFolder read(Path file, Findings findings) {
        String name = file.toString();
        WorkbookReader reader = new WorkbookReader(name, findings);
        if (!WorkbookGuard.isHarmless(file, findings)) {
            return null;
        }
        List<Grid> grids = reader.grids(file);
        if (findings.hasErrors()) {
            return null;
        }
        ModelFolder folder = GridModel.of(grids, Location.whole(name), findings);
        return findings.hasErrors() ? null : folder;
    }

    private void refuse(String rule, Object... arguments) {
        findings.error(Location.whole(name), rule, arguments);
    }

    private List<Grid> grids(Path file) {
        List<Grid> grids = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Map<String, SheetKind> wanted = new LinkedHashMap<>();
            for (SheetKind kind : SheetKind.values()) {
                wanted.put(kind.title(), kind);
            }
            for (Sheet sheet : workbook.getSheets().toList()) {
                SheetKind kind = wanted.remove(sheet.getName());
                if (kind == null) {
                    findings.warning(
                            new Location(name, sheet.getName(), 0, 0),
                            "workbook.sheet.unknown",
                            sheet.getName());
                } else {
                    grids.add(grid(sheet, kind));
                }
            }
            wanted.values().forEach(kind -> refuse("workbook.sheet.missing", kind.title()));
        } catch (IOException | RuntimeException e) {
            refuse("workbook.format");
        }
        return grids;
    }

    private Grid grid(Sheet sheet, SheetKind kind) throws IOException {
        List<Grid.Row> rows = new ArrayList<>();
        Map<Integer, String> columns = new HashMap<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                Row row = each.next();
                int number = row.getRowNum() - 1;
                if (number >= MOST_ROWS) {
                    findings.error(
                            WorkbookWriter.place(name, kind.title(), number, 0),
                            "workbook.rows",
                            MOST_ROWS);
                    break;
                }
                if (number == 0) {
                    columns(row, kind, columns);
                } else if (number >= HEAD_ROWS) {
                    Map<String, Value.Scalar> cells = cells(row, kind, columns);
                    if (!cells.isEmpty()) {
                        rows.add(
                                new Grid.Row(
                                        WorkbookWriter.place(name, kind.title(), number, 0),
                                        cells));
                    }
                }
            }
        }
        return new Grid(new Location(name, kind.title(), 0, 0), kind.title(), rows);
    }

    private void columns(Row row, SheetKind kind, Map<Integer, String> columns) {
        for (Cell cell : row) {
            Value.Scalar head =
                    cell == null ? null : Cells.scalar(cell, name, kind.title(), findings);
            if (head == null) {
                continue;
            }
            String key = head.text().strip();
            if (!kind.hasColumn(key)) {
                findings.error(head.at(), "workbook.column.unknown", key, kind.title());
            } else if (columns.containsValue(key)) {
                findings.error(head.at(), "workbook.column.duplicate", key);
            } else if (cell.getColumnIndex() >= MOST_COLUMNS) {
                findings.error(head.at(), "workbook.columns", MOST_COLUMNS);
            } else {
                columns.put(cell.getColumnIndex(), key);
            }
        }
    }

    private Map<String, Value.Scalar> cells(Row row, SheetKind kind, Map<Integer, String> columns) {
        Map<String, Value.Scalar> cells = new LinkedHashMap<>();
        for (Cell cell : row) {
            Value.Scalar read =
                    cell == null ? null : Cells.scalar(cell, name, kind.title(), findings);
            if (cell == null || read == null) {
                continue;
            }
            String key = columns.get(cell.getColumnIndex());
            if (key == null) {
                findings.error(read.at(), "workbook.cell.nowhere", read.text());
            } else {
                Value.Type type = kind.type(key, read.text(), read.type());
                cells.put(key, new Value.Scalar(read.at(), read.text(), type));
            }
        }
        return cells;
    }
}
