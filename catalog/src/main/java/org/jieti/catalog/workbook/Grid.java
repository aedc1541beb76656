package org.jieti.catalog.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// A sheet as rows of named cells. A cell that is absent states nothing.
///
/// @param at the sheet as a whole
record Grid(Location at, String name, List<Row> rows) {
    Grid {
        rows = List.copyOf(rows);
    }

    /// One row; its cells by the key of their column, in the order of the columns.
    record Row(Location at, Map<String, Value.Scalar> cells) {
        Row {
            cells = new LinkedHashMap<>(cells);
        }

        Value.@Nullable Scalar cell(String key) {
            return cells.get(key);
        }
    }

    /// The columns that any row fills, in the order in which they first come up, with those that
    /// belong together side by side.
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (Row row : rows) {
            int place = 0;
            for (String key : row.cells().keySet()) {
                int at = columns.indexOf(key);
                if (at >= 0) {
                    place = at + 1;
                } else {
                    columns.add(place++, key);
                }
            }
        }
        SequencedSet<String> unique = new LinkedHashSet<>(columns);
        return List.copyOf(unique);
    }
}
