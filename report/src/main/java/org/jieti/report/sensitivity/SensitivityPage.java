package org.jieti.report.sensitivity;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
import org.jieti.robustness.sensitivity.Estimate;
import org.jieti.robustness.sensitivity.ExperimentStudy.Quantity;
import org.jieti.robustness.sensitivity.Indices;
import org.jieti.robustness.sensitivity.LeaveOneOut;
import org.jspecify.annotations.Nullable;

/// The page of a sensitivity analysis, as its template shows it: one unit in full, or many with a
/// summary of each quantity.
///
/// @param charts one for each quantity
/// @param units one row for each of many units; empty for a unit alone
/// @param removals one for each element of an index; empty for assessed units
public record SensitivityPage(
        String title,
        String facts,
        String varied,
        String run,
        String stopped,
        List<Chart> charts,
        List<Column> columns,
        List<Row> units,
        List<Removed> removals) {
    public SensitivityPage {
        charts = List.copyOf(charts);
        columns = List.copyOf(columns);
        units = List.copyOf(units);
        removals = List.copyOf(removals);
    }

    /// The factors of one quantity, the largest total index first.
    ///
    /// @param bars empty where nothing moves it
    public record Chart(String title, String spread, List<Bar> bars) {
        public Chart {
            bars = List.copyOf(bars);
        }
    }

    /// A factor.
    ///
    /// @param remark that it cannot be told from none, or what else is to be said
    public record Bar(String factor, Line first, Line total, String remark) {}

    /// An index on the axis from 0 to 1, in per cent.
    ///
    /// @param from where its interval begins; null without one
    /// @param reach how far it goes
    public record Line(
            String value,
            String interval,
            String width,
            @Nullable String from,
            @Nullable String reach) {}

    /// What leaving out an element of an index does.
    ///
    /// @param width of its bar, in per cent of the longest
    public record Removed(String name, String style, String weight, String width, String shift) {}

    /// A column of the table of units.
    public record Column(String label, String style) {}

    /// A unit.
    public record Row(List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// The page as one HTML file that needs nothing beside it.
    public static String html(SensitivityResult result, Language language) {
        StringWriter out = new StringWriter();
        new PageTemplate(SensitivityWords.PAGE).write(of(result, language), language, out);
        return out.toString();
    }

    static SensitivityPage of(SensitivityResult result, Language language) {
        return new Maker(result, new SensitivityWords(result, language)).page();
    }

    private record Maker(SensitivityResult result, SensitivityWords words) {
        SensitivityPage page() {
            boolean alone = result.units().size() == 1;
            List<Chart> charts = new ArrayList<>();
            Indices shift = result.shift();
            if (shift != null) {
                charts.add(
                        switch (shift) {
                            case Indices.Defined defined ->
                                    new Chart(
                                            words.say("shift"),
                                            words.spread(defined),
                                            bars(defined));
                            case Indices.NoVariance _ ->
                                    new Chart(
                                            words.say("shift"), words.say("shift.none"), List.of());
                        });
            }
            for (int quantity = 0; quantity < result.quantities().size(); quantity++) {
                charts.add(alone ? chart(quantity) : summary(quantity));
            }
            return new SensitivityPage(
                    words.title(),
                    words.facts(),
                    words.varied(),
                    words.run(),
                    words.stopped(),
                    charts,
                    alone ? List.of() : columns(),
                    alone ? List.of() : rows(),
                    result.basis() instanceof Basis.Indexed(_, var removals)
                            ? removals(removals)
                            : List.of());
        }

        private List<Removed> removals(List<LeaveOneOut.Removal> removals) {
            double longest = 0;
            for (LeaveOneOut.Removal removal : removals) {
                longest = Math.max(longest, removal.shift() == null ? 0 : removal.shift());
            }
            List<Removed> removed = new ArrayList<>();
            for (LeaveOneOut.Removal removal : removals) {
                double shift = removal.shift() == null ? 0 : removal.shift();
                removed.add(
                        new Removed(
                                words.element(removal),
                                "d" + removal.depth(),
                                Numbers.weight(removal.effectiveWeight()),
                                Numbers.decimals(longest > 0 ? 100 * shift / longest : 0, 1),
                                words.shift(removal)));
            }
            return removed;
        }

        private Chart chart(int quantity) {
            Quantity of = result.quantities().get(quantity);
            Indices indices = result.of(0, quantity);
            return new Chart(
                    words.quantity(of),
                    words.spread(of, indices),
                    indices instanceof Indices.Defined defined ? bars(defined) : List.of());
        }

        private List<Bar> bars(Indices.Defined defined) {
            List<Bar> bars = new ArrayList<>();
            for (int factor : SensitivityResult.order(defined)) {
                Indices.Effect effect = defined.effects().get(factor);
                bars.add(
                        new Bar(
                                words.factor(factor),
                                line(effect.first()),
                                line(effect.total()),
                                words.remark(effect)));
            }
            return bars;
        }

        private Line line(Estimate estimate) {
            Estimate.Interval interval = estimate.interval();
            return new Line(
                    words.index(estimate.value()),
                    words.interval(estimate),
                    percent(estimate.value()),
                    interval == null ? null : percent(interval.low()),
                    interval == null
                            ? null
                            : Numbers.decimals(
                                    100 * (onAxis(interval.high()) - onAxis(interval.low())), 1));
        }

        private static double onAxis(double index) {
            return Math.clamp(index, 0, 1);
        }

        private static String percent(double index) {
            return Numbers.decimals(100 * onAxis(index), 1);
        }

        private Chart summary(int quantity) {
            Quantity of = result.quantities().get(quantity);
            SensitivityResult.Summary summary = result.summary(quantity);
            List<Bar> bars = new ArrayList<>();
            summary.parts().stream()
                    .sorted(Comparator.comparingDouble(SensitivityResult.Part::total).reversed())
                    .forEach(
                            part ->
                                    bars.add(
                                            new Bar(
                                                    words.factor(part.factor()),
                                                    mean(part.first()),
                                                    mean(part.total()),
                                                    words.say("leads", part.leads()))));
            return new Chart(
                    words.quantity(of),
                    words.say("moved", summary.moved(), result.units().size()),
                    bars);
        }

        private Line mean(double index) {
            return new Line(words.index(index), "", percent(index), null, null);
        }

        private List<Column> columns() {
            List<Column> columns = new ArrayList<>();
            columns.add(new Column(words.say("units.unit"), ""));
            for (int quantity : shown()) {
                columns.add(new Column(words.quantity(result.quantities().get(quantity)), ""));
                columns.add(new Column(words.say("units.leading"), ""));
                columns.add(new Column(words.say("column.total"), "num"));
            }
            return columns;
        }

        /// All but the indicators of single levels.
        private List<Integer> shown() {
            List<Integer> shown = new ArrayList<>();
            for (int quantity = 0; quantity < result.quantities().size(); quantity++) {
                if (!(result.quantities().get(quantity) instanceof Quantity.LevelAtLeast)) {
                    shown.add(quantity);
                }
            }
            return shown;
        }

        private List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            for (int unit = 0; unit < result.units().size(); unit++) {
                List<String> cells = new ArrayList<>();
                cells.add(words.unit(unit));
                for (int quantity : shown()) {
                    Indices indices = result.of(unit, quantity);
                    if (indices instanceof Indices.Defined defined) {
                        cells.add(words.shortSpread(defined));
                        int leading = SensitivityResult.leading(defined);
                        cells.add(words.factor(leading));
                        cells.add(words.index(defined.effects().get(leading).total().value()));
                    } else {
                        cells.add(words.spread(result.quantities().get(quantity), indices));
                        cells.add("");
                        cells.add("");
                    }
                }
                rows.add(new Row(cells));
            }
            return rows;
        }
    }
}
