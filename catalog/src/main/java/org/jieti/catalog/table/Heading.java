package org.jieti.catalog.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;

/// The columns that a table may have.
///
/// @param names what a column may be called, to its key; in any case, and with spaces around it
/// @param required keys that must be there
public record Heading(Map<String, String> names, Set<String> required) {
    public Heading {
        names = new LinkedHashMap<>(names);
        required = Set.copyOf(required);
    }

    /// The keys of a heading's cells; null at a place that no column has. What is wrong is among
    /// the findings.
    Map<Integer, String> of(List<String> cells, CellPlace place, Findings findings) {
        Map<Integer, String> columns = new LinkedHashMap<>();
        for (int at = 0; at < cells.size(); at++) {
            String written = cells.get(at).strip();
            String key = names.get(written.toLowerCase(java.util.Locale.ROOT));
            if (written.isEmpty()) {
                continue;
            }
            Location here = place.of(1, at);
            if (key == null) {
                findings.error(
                        here, "table.column.unknown", written, String.join(", ", names.keySet()));
            } else if (columns.containsValue(key)) {
                findings.error(here, "table.column.duplicate", written);
            } else {
                columns.put(at, key);
            }
        }
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(columns.values());
        if (!missing.isEmpty()) {
            findings.error(place.of(1, 0), "table.column.missing", String.join(", ", missing));
        }
        return columns;
    }

    /// Tells where a cell stands.
    ///
    /// @param sheet its sheet
    record CellPlace(String file, String sheet) {
        /// @param row from 1
        /// @param column from 0
        Location of(int row, int column) {
            return new Location(file, sheet, row, column + 1);
        }
    }
}
