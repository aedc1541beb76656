package org.jieti.catalog.table;

import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Location;

/// A table with a heading: its rows, without those that are blank.
public record NamedTable(List<Row> rows) {
    public NamedTable {
        rows = List.copyOf(rows);
    }

    /// One row.
    ///
    /// @param number as a spreadsheet counts rows; the heading is 1
    /// @param places where each cell stands, by its column; cells that are empty have one too
    public record Row(int number, Map<String, String> cells, Map<String, Location> places) {
        public Row {
            cells = Map.copyOf(cells);
            places = Map.copyOf(places);
        }

        /// What stands in a column, without spaces around it; empty for nothing.
        public String text(String column) {
            return cells.getOrDefault(column, "");
        }

        /// Where a column's cell stands; the first cell of the row where the table lacks it.
        public Location at(String column) {
            Location place = places.get(column);
            return place == null ? places.values().iterator().next() : place;
        }
    }
}
