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
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Ratio;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// A table of figures, one row for each unit: CSV with a heading, as `score-batch` writes it. Only
/// the columns asked for are read; a unit without a figure in one of them is left out.
public final class UnitTable {
    private final String file;
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final List<CsvRecord> rows = new ArrayList<>();

    private UnitTable(String file) {
        this.file = file;
    }

    /// Reads a table. Null when it is refused.
    public static @Nullable UnitTable of(String text, String file, Findings findings) {
        UnitTable table = new UnitTable(file);
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            for (CsvRecord row : records) {
                if (table.fields.isEmpty()) {
                    for (int i = 0; i < row.getFieldCount(); i++) {
                        table.fields.putIfAbsent(row.getField(i).strip(), i);
                    }
                } else {
                    table.rows.add(row);
                }
            }
        } catch (CsvParseException e) {
            findings.error(Location.whole(file), "table.syntax");
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (table.rows.isEmpty()) {
            findings.error(Location.whole(file), "table.rows.none");
            return null;
        }
        return table;
    }

    /// Whether there is a column for a node: named like it or, as `score-batch` writes it, its
    /// score.
    public boolean hasColumnOf(NodeId node) {
        return fields.containsKey(columnOf(node));
    }

    /// The name of the column for a node.
    public String columnOf(NodeId node) {
        String score = node.value() + ".score";
        return !fields.containsKey(node.value()) && fields.containsKey(score)
                ? score
                : node.value();
    }

    /// The figures of several columns, one list a column, of the units that have them all; empty,
    /// with findings, if they cannot be read.
    public List<List<Double>> columns(List<String> names, Findings findings) {
        Findings own = new Findings();
        for (String name : names) {
            if (!fields.containsKey(name)) {
                own.error(
                        new Location(file, 1, 1),
                        "weighing.column.missing",
                        name,
                        String.join(", ", fields.keySet()));
            }
        }
        List<List<Double>> columns = new ArrayList<>();
        names.forEach(_ -> columns.add(new ArrayList<>()));
        int left = 0;
        for (CsvRecord row : own.hasErrors() ? List.<CsvRecord>of() : rows) {
            List<Double> figures = figures(row, names, own);
            if (figures.isEmpty()) {
                left++;
                continue;
            }
            for (int i = 0; i < names.size(); i++) {
                columns.get(i).add(figures.get(i));
            }
        }
        if (left > 0 && !own.hasErrors()) {
            own.warning(
                    Location.whole(file), "weighing.units.left", left, String.join(", ", names));
        }
        if (!own.hasErrors() && columns.getFirst().size() < 2) {
            own.error(Location.whole(file), "weighing.units.few", String.join(", ", names));
        }
        findings.addAll(own);
        return own.hasErrors() ? List.of() : columns;
    }

    /// The figures of one unit; none if one is missing.
    private List<Double> figures(CsvRecord row, List<String> names, Findings findings) {
        List<Double> figures = new ArrayList<>();
        for (String name : names) {
            int field = fields.getOrDefault(name, 0);
            String written = field < row.getFieldCount() ? row.getField(field).strip() : "";
            Double figure = Ratio.of(written);
            if (figure != null) {
                figures.add(figure);
            } else if (!written.isEmpty()) {
                findings.error(
                        new Location(file, (int) row.getStartingLineNumber(), field + 1),
                        "weighing.number",
                        name,
                        written);
            }
        }
        return figures.size() < names.size() ? List.of() : figures;
    }
}
