package org.jieti.report.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Many units beside each other, as the template shows them: every text is ready.
///
/// @param facts what was scored, and by what
/// @param notes what readers should know of the result
/// @param chart the scores as dots, as JSON for the charting library; null where there are none
/// @param bars how the units spread; null where they do not
/// @param tables in their order on the page
/// @param derivations one for each unit; empty where the page has none
public record Overview(
        String lang,
        String title,
        List<String> facts,
        String counts,
        String disclaimer,
        List<Note> notes,
        @Nullable Chart chart,
        @Nullable Bars bars,
        List<Table> tables,
        String derivationsTitle,
        String derivationsNote,
        List<Derivation> derivations) {
    /// What stands for a figure that does not exist.
    static final String NONE = "–";

    public Overview {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
        derivations = List.copyOf(derivations);
    }

    /// One sentence; `kind` is `good` or `mind`.
    public record Note(String kind, String text) {}

    /// Dots along an axis.
    ///
    /// @param note how to read it
    public record Chart(String title, String note, String json) {}

    public record Bars(String title, List<Bar> bars) {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /// One bar.
    ///
    /// @param part of all units, with its sign
    /// @param width in per cent of the longest
    /// @param shade its class in the style sheet
    public record Bar(String label, String count, String part, String width, String shade) {}

    /// A table that readers may sort.
    ///
    /// @param id names its section
    /// @param note how to read it; empty for none
    /// @param filter the label of its filter; empty for none
    /// @param fold whether it is folded up until asked for
    public record Table(
            String id,
            String title,
            String note,
            String filter,
            Fold fold,
            List<Column> columns,
            List<Row> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        public boolean isFolded() {
            return fold == Fold.FOLDED;
        }
    }

    /// Whether a table is seen at once.
    public enum Fold {
        OPEN,
        FOLDED
    }

    /// A heading; `style` is `num` for figures.
    public record Column(String label, String style) {
        static Column text(String label) {
            return new Column(label, "");
        }

        static Column number(String label) {
            return new Column(label, "num");
        }
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A cell.
    ///
    /// @param small what stands small beneath the text; empty for nothing
    /// @param key what it sorts by; empty for one that sorts last
    /// @param style its classes; `name` heads the row
    /// @param bar how much of the cell its bar fills, as `--p:40%`; null for no bar
    /// @param more what is folded up beneath, after a summary; null for nothing
    public record Cell(
            String text,
            String small,
            String key,
            String style,
            @Nullable String bar,
            @Nullable More more) {
        static Cell text(String text) {
            return new Cell(text, "", text, "", null, null);
        }

        /// The cell that heads its row.
        static Cell name(String text, String small) {
            return new Cell(text, small, text, "name", null, null);
        }

        static Cell number(@Nullable Number number, String shown) {
            return number == null
                    ? new Cell(NONE, "", "", "num", null, null)
                    : new Cell(shown, "", number.toString(), "num", null, null);
        }

        static Cell count(@Nullable Integer count) {
            return number(count, String.valueOf(count));
        }

        Cell shaded(String shade) {
            return new Cell(text, small, key, style + " " + shade, bar, more);
        }

        /// With a bar that fills a part in [0, 1] of it.
        Cell barred(double part) {
            return new Cell(
                    text,
                    small,
                    key,
                    style + " barred",
                    "--p:" + Math.round(1000 * part) / 10.0 + "%",
                    more);
        }

        Cell with(@Nullable More folded) {
            return new Cell(text, small, key, style, bar, folded);
        }

        public boolean isHead() {
            return style.startsWith("name");
        }
    }

    public record More(String summary, List<String> items) {
        public More {
            items = List.copyOf(items);
        }
    }

    /// How one unit's number came about.
    public record Derivation(String summary, List<Column> columns, List<Row> rows) {
        public Derivation {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
