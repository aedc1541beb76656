package org.jieti.catalog.weighing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;

/// Statements as CSV: a heading, then one row for each pair or node and expert, with the columns
/// of [Ballots] and `expert`, `voice`, `given`.
public final class BallotTable {
    private static final Set<String> COLUMNS =
            Set.of(
                    "expert",
                    "voice",
                    "given",
                    "first",
                    "second",
                    "ratio",
                    "node",
                    "share",
                    "round",
                    "lowest",
                    "highest",
                    "rank",
                    "role",
                    "fromBest",
                    "toWorst");

    private BallotTable() {}

    /// Adds the rows of a table to the ballots.
    public static void read(String text, String file, Ballots ballots, Findings findings) {
        List<String> heading = new ArrayList<>();
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            for (CsvRecord row : records) {
                if (heading.isEmpty()) {
                    heading(row, file, heading, findings);
                    if (findings.hasErrors()) {
                        return;
                    }
                } else {
                    row(row, file, heading, ballots, findings);
                }
            }
        } catch (CsvParseException e) {
            findings.error(Location.whole(file), "table.syntax");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void heading(
            CsvRecord row, String file, List<String> heading, Findings findings) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            String column = row.getField(i).strip();
            if (!COLUMNS.contains(column)) {
                findings.error(
                        new Location(file, (int) row.getStartingLineNumber(), i + 1),
                        "weighing.table.column",
                        column,
                        String.join(", ", COLUMNS.stream().sorted().toList()));
            }
            heading.add(column);
        }
        if (!heading.contains("expert")) {
            findings.error(
                    new Location(file, (int) row.getStartingLineNumber(), 1),
                    "weighing.table.expert");
        }
    }

    private static void row(
            CsvRecord row, String file, List<String> heading, Ballots ballots, Findings findings) {
        int line = (int) row.getStartingLineNumber();
        Map<String, Value.Scalar> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(heading.size(), row.getFieldCount()); i++) {
            String written = row.getField(i).strip();
            if (!written.isEmpty()) {
                cells.put(
                        heading.get(i),
                        new Value.Scalar(
                                new Location(file, line, i + 1), written, Value.Type.TEXT));
            }
        }
        Location at = new Location(file, line, 1);
        Value.Scalar expert = cells.remove("expert");
        if (expert == null) {
            findings.error(at, "weighing.row.node", "expert");
            return;
        }
        ballots.expert(expert, cells.remove("voice"), cells.remove("given"));
        ballots.row(at, expert, cells);
    }
}
