package org.jieti.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.jieti.cli.Styles;
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
    private final List<List<Ansi.Text>> rows = new ArrayList<>();
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
        List<Ansi.Text> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Styles.text(ansi, cell));
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The rows, each indented and ended by a line break, without blanks at line ends.
    public String render(String indent) {
        int[] widths = new int[alignments.size()];
        for (List<Ansi.Text> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).getCJKAdjustedLength());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<Ansi.Text> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < widths.length; i++) {
                String shown = row.get(i).toString();
                String padding = " ".repeat(widths[i] - row.get(i).getCJKAdjustedLength());
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
        return Styles.text(Ansi.OFF, text).getCJKAdjustedLength();
    }
}
