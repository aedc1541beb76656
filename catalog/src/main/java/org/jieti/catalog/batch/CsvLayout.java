package org.jieti.catalog.batch;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.finding.Location;
import org.jspecify.annotations.Nullable;

/// Follows the characters of a CSV file, to tell where its cells stand and whether its quotes are
/// sound. The values themselves are FastCSV's to read, which keeps no columns and takes a quote
/// that is never closed for a cell that runs to the end of the file.
final class CsvLayout {
    /// A cell, by the line on which its row begins and its number in the row, from 0.
    record Cell(long row, int number) {}

    private enum State {
        START,
        PLAIN,
        QUOTED,
        /// After a quote within quotes: the next character tells whether it closes.
        CLOSING
    }

    private final String file;
    private final Set<Cell> wanted;
    private final Map<Cell, Location> found = new HashMap<>();
    private final Position position = new Position();
    private State state = State.START;
    private int row = 1;
    private int number;
    private @Nullable Location opened;
    private @Nullable Location strayAfterQuote;

    private CsvLayout(String file, Set<Cell> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /// Where what stands in a file, as far as it can be read.
    ///
    /// @param wanted the cells whose places are asked for
    static CsvLayout of(StrictText text, Set<Cell> wanted) {
        CsvLayout layout = new CsvLayout(text.name(), wanted);
        char[] buffer = new char[1 << 16];
        try (Reader reader = text.open(Progress.NONE)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                layout.pass(buffer, 0, read);
            }
            layout.end();
        } catch (IOException _) {
            // What broke reading is reported already; the places up to there are known.
        }
        return layout;
    }

    private void pass(char[] characters, int from, int to) {
        for (int i = from; i < to; i++) {
            pass(characters[i]);
        }
    }

    private void pass(char c) {
        if (state == State.START) {
            note();
        }
        boolean ends = c == ',' || c == '\n' || c == '\r';
        switch (state) {
            case START, PLAIN -> {
                if (c == '"' && state == State.START) {
                    opened = here();
                    state = State.QUOTED;
                } else {
                    state = ends ? State.START : State.PLAIN;
                }
            }
            case QUOTED -> state = c == '"' ? State.CLOSING : State.QUOTED;
            case CLOSING -> {
                if (c == '"') {
                    state = State.QUOTED;
                } else {
                    if (!ends && strayAfterQuote == null) {
                        strayAfterQuote = here();
                    }
                    state = ends ? State.START : State.PLAIN;
                }
            }
        }
        position.pass(c);
        if (state == State.START) {
            if (c == ',') {
                number++;
            } else {
                number = 0;
                row = position.line();
            }
        }
    }

    private void note() {
        if (!wanted.isEmpty()) {
            Cell cell = new Cell(row, number);
            if (wanted.contains(cell)) {
                found.putIfAbsent(cell, here());
            }
        }
    }

    private Location here() {
        return new Location(file, position.line(), position.column());
    }

    /// The text is over.
    private void end() {
        if (state == State.START) {
            note();
        }
    }

    /// Where a quote was opened that is still open; null if none is.
    @Nullable Location openQuote() {
        return state == State.QUOTED ? opened : null;
    }

    /// The first character that follows a closing quote and may not; null if there is none.
    @Nullable Location strayAfterQuote() {
        return strayAfterQuote;
    }

    /// The place of a cell; the start of its row if it has no place of its own.
    Location place(Cell cell) {
        return found.getOrDefault(cell, new Location(file, Math.toIntExact(cell.row()), 1));
    }
}
