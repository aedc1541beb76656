package org.jieti.cli.text;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// Columns of text, aligned as a terminal shows them: a Chinese character is two cells wide.
public final class Table {
    private static final String GAP = "  ";

    /// Which side of its column a cell keeps to.
    public enum Align {
        LEFT,
        RIGHT
    }

    private final List<Align> alignments;
    private final List<List<String>> rows = new ArrayList<>();
    private final Ansi ansi;

    public Table(Ansi ansi, Align... alignments) {
        this.ansi = ansi;
        this.alignments = List.of(alignments);
    }

    /// Adds a row. Cells may hold picocli markup such as `@|bold …|@`.
    public Table row(String... cells) {
        if (cells.length != alignments.size()) {
            throw new IllegalArgumentException(
                    "A row of %d cells does not fit %d columns."
                            .formatted(cells.length, alignments.size()));
        }
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The rows, each indented and ended by a line break, without blanks at line ends.
    public String render(String indent) {
        int[] widths = new int[alignments.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                String padding = " ".repeat(widths[i] - width(cell));
                String shown = ansi.string(cell);
                line.append(i == 0 ? "" : GAP)
                        .append(
                                switch (alignments.get(i)) {
                                    case LEFT -> shown + padding;
                                    case RIGHT -> padding + shown;
                                });
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /// The cells that a text takes on a terminal.
    static int width(String text) {
        return Ansi.OFF.text(text).getCJKAdjustedLength();
    }
}
