package org.jieti.catalog.finding;

import java.util.Comparator;

/// A place in a file. Lines and columns count from 1; 0 means the file, or the sheet, as a whole.
///
/// @param sheet the sheet of a workbook, whose lines are rows; empty for a text file
public record Location(String file, String sheet, int line, int column)
        implements Comparable<Location> {
    private static final Comparator<Location> BY_PLACE =
            Comparator.comparing(Location::file)
                    .thenComparing(Location::sheet)
                    .thenComparingInt(Location::line)
                    .thenComparingInt(Location::column);

    /// A place in a text file.
    public Location(String file, int line, int column) {
        this(file, "", line, column);
    }

    public static Location whole(String file) {
        return new Location(file, 0, 0);
    }

    @Override
    public int compareTo(Location other) {
        return BY_PLACE.compare(this, other);
    }

    /// `file:line:column`, or `file:Sheet!C12` as spreadsheets name a cell.
    @Override
    public String toString() {
        if (!sheet.isEmpty()) {
            return file + ":" + sheet + (line == 0 ? "" : "!" + letters(column) + line);
        }
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    /// A column as spreadsheets count: A to Z, then AA.
    private static String letters(int column) {
        return column <= 0 ? "" : letters((column - 1) / 26) + (char) ('A' + (column - 1) % 26);
    }
}
