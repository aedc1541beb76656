package org.jieti.catalog.finding;

/// A place in a file. Lines and columns count from 1; 0 means the file, or the sheet, as a whole.
///
/// @param sheet the sheet of a workbook, whose lines are rows; empty for a text file
public record Location(String file, String sheet, int line, int column)
        implements Comparable<Location> {
    /// A place in a text file.
    public Location(String file, int line, int column) {
        this(file, "", line, column);
    }

    public static Location whole(String file) {
        return new Location(file, 0, 0);
    }

    @Override
    public int compareTo(Location other) {
        int order = file.compareTo(other.file);
        order = order == 0 ? sheet.compareTo(other.sheet) : order;
        order = order == 0 ? Integer.compare(line, other.line) : order;
        return order == 0 ? Integer.compare(column, other.column) : order;
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
