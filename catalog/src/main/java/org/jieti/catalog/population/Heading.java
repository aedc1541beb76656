package org.jieti.catalog.population;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;

/// Which field of a table holds which column.
///
/// The column of a finding is the number of the field, from 1.
final class Heading {
    private final String file;
    private final Location start;
    private final Map<String, Integer> fields = new LinkedHashMap<>();

    /// @param known the columns that are read; others are warned of
    Heading(String file, CsvRecord row, Predicate<String> known, Roster roster, Findings findings) {
        this.file = file;
        this.start = at(row, 0);
        for (int i = 0; i < row.getFieldCount(); i++) {
            String column = row.getField(i).strip();
            if (fields.containsKey(column)) {
                findings.error(at(row, i), "table.column.duplicate", column);
            } else if (known.test(column)) {
                fields.put(column, i);
            } else {
                roster.warnUnused(at(row, i), column);
            }
        }
    }

    Set<String> columns() {
        return fields.keySet();
    }

    boolean has(String column) {
        return fields.containsKey(column);
    }

    /// How many fields a row needs.
    int width() {
        return fields.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
    }

    /// The place of a field of the heading.
    Location at(int field) {
        return new Location(file, start.line(), field + 1);
    }

    Location at(CsvRecord row, int field) {
        return new Location(file, (int) row.getStartingLineNumber(), field + 1);
    }

    /// The field of a column that is there or, of another, an empty one at the start of the row.
    Field field(CsvRecord row, String column) {
        Integer field = fields.get(column);
        return field == null
                ? new Field("", at(row, 0))
                : new Field(row.getField(field).strip(), at(row, field));
    }
}
