package org.jieti.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Violation;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// The steps of a model carried out on a population: from the table to columns that can be
/// aggregated, with a picture of each column after each step.
final class Steps {
    private final List<Member> members;
    private final List<IndexNode.Leaf> leaves;

    /// Units that are still in: surveyed, and not screened out.
    private final boolean[] active;

    private final Outcome.@Nullable TooFewData[] screened;
    private final Map<IndexNode.Leaf, Column> columns = new LinkedHashMap<>();
    private final Map<IndexNode.Leaf, Column> raw = new LinkedHashMap<>();
    private final Map<IndexNode.Leaf, Column> denominated = new LinkedHashMap<>();
    private final Map<IndexNode.Leaf, Column> treated = new LinkedHashMap<>();
    private final Map<IndexNode.Leaf, Column> normalised = new LinkedHashMap<>();
    private final Map<IndexNode.Leaf, Cell.@Nullable Imputed[]> imputed = new LinkedHashMap<>();
    private final Map<IndexNode.Leaf, Outliers.Treated> treatments = new LinkedHashMap<>();
    private final Map<IndexNode.Leaf, double[]> ranges = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    Steps(IndexModel model, Population population) {
        this.members = population.members();
        this.leaves = model.root().leaves();
        this.active = new boolean[members.size()];
        this.screened = new Outcome.TooFewData[members.size()];
        read();
        for (Step step : model.steps()) {
            if (violations.isEmpty()) {
                carryOut(step);
            }
        }
        if (violations.isEmpty()) {
            finish();
        }
    }

    List<Violation> violations() {
        return violations;
    }

    List<Remark> remarks() {
        return remarks;
    }

    boolean isActive(int unit) {
        return active[unit];
    }

    Outcome.@Nullable TooFewData screened(int unit) {
        return screened[unit];
    }

    private void broken(String rule, String subject, Object... arguments) {
        violations.add(new Violation(rule, subject, List.of(arguments)));
    }

    private Column column(IndexNode.Leaf leaf) {
        return in(columns, leaf);
    }

    private static <T> T in(Map<IndexNode.Leaf, T> map, IndexNode.Leaf leaf) {
        T found = map.get(leaf);
        if (found == null) {
            throw new IllegalStateException("Nothing for " + leaf.id());
        }
        return found;
    }

    private void read() {
        for (int unit = 0; unit < members.size(); unit++) {
            active[unit] = members.get(unit).survey() == Member.Survey.SURVEYED;
        }
        if (IntStream.range(0, active.length).noneMatch(this::isActive)) {
            broken("population.empty", "");
        }
        for (IndexNode.Leaf leaf : leaves) {
            Column column = Column.empty(members.size());
            for (int unit = 0; unit < members.size(); unit++) {
                Double value = members.get(unit).value(leaf.column());
                if (value != null) {
                    column.set(unit, value);
                }
            }
            raw.put(leaf, column.copy());
            keepActive(column);
            columns.put(leaf, column);
            if (violations.isEmpty() && column.all().length == 0) {
                broken("population.column.empty", leaf.column(), leaf.column());
            }
        }
    }

    private void keepActive(Column column) {
        for (int unit = 0; unit < active.length; unit++) {
            if (!active[unit]) {
                column.remove(unit);
            }
        }
    }

    private void carryOut(Step step) {
        switch (step) {
            case Step.Denominate _ -> leaves.forEach(this::denominate);
            case Step.Screen screen -> screen(screen);
            case Step.Impute impute -> leaves.forEach(leaf -> impute(leaf, impute.by()));
            case Step.Winsorise winsorise -> leaves.forEach(leaf -> treat(leaf, winsorise));
            case Step.Normalise normalise -> {
                leaves.forEach(this::noteRange);
                leaves.forEach(leaf -> normalise(leaf, normalise.by()));
            }
        }
    }

    private void denominate(IndexNode.Leaf leaf) {
        Column column = column(leaf);
        if (leaf.denominator() != null) {
            for (int unit = 0; unit < active.length; unit++) {
                if (!active[unit]) {
                    continue;
                }
                Double by = members.get(unit).value(leaf.denominator());
                if (by == null) {
                    column.remove(unit);
                } else if (by == 0) {
                    String id = members.get(unit).id();
                    broken("population.denominator.zero", id, id, leaf.denominator());
                } else if (column.present()[unit]) {
                    column.set(unit, column.values()[unit] / by);
                }
            }
        }
        denominated.put(leaf, column.copy());
    }

    private void screen(Step.Screen screen) {
        for (int unit = 0; unit < active.length; unit++) {
            int filled = 0;
            for (IndexNode.Leaf leaf : leaves) {
                filled += column(leaf).present()[unit] ? 1 : 0;
            }
            double share = (double) filled / leaves.size();
            if (active[unit] && !Threshold.isAtLeast(share, screen.least())) {
                active[unit] = false;
                screened[unit] = new Outcome.TooFewData(share, screen.least());
            }
        }
        columns.values().forEach(this::keepActive);
        if (IntStream.range(0, active.length).noneMatch(this::isActive)) {
            broken("population.screened.all", "", screen.least());
        }
    }

    private void impute(IndexNode.Leaf leaf, Imputation by) {
        Column column = column(leaf);
        Column known = column.copy();
        Cell.@Nullable Imputed[] filled = new Cell.Imputed[active.length];
        List<String> reported = new ArrayList<>();
        for (int unit = 0; unit < active.length; unit++) {
            if (!active[unit] || known.present()[unit]) {
                continue;
            }
            String group =
                    switch (by) {
                        case Imputation.Mean _, Imputation.Median _ -> null;
                        case Imputation.GroupMean in -> groupOf(members.get(unit), in.grouping());
                        case Imputation.GroupMedian in -> groupOf(members.get(unit), in.grouping());
                    };
            double[] from = known.of(likes(by, group));
            if (from.length == 0) {
                if (group != null && !reported.contains(group)) {
                    reported.add(group);
                    remarks.add(new Remark.EmptyGroup(leaf.id(), group));
                }
                continue;
            }
            double value =
                    switch (by) {
                        case Imputation.Mean _, Imputation.GroupMean _ -> Column.mean(from);
                        case Imputation.Median _, Imputation.GroupMedian _ -> Column.median(from);
                    };
            column.set(unit, value);
            filled[unit] = new Cell.Imputed(value, by, group, from.length);
        }
        imputed.put(leaf, filled);
    }

    /// The unit's group; empty for none, so that those without a group make no group.
    private static String groupOf(Member member, String grouping) {
        String group = member.group(grouping);
        return group == null ? "" : group;
    }

    private IntPredicate likes(Imputation by, @Nullable String group) {
        return switch (by) {
            case Imputation.Mean _, Imputation.Median _ -> _ -> true;
            case Imputation.GroupMean in -> inGroup(in.grouping(), group);
            case Imputation.GroupMedian in -> inGroup(in.grouping(), group);
        };
    }

    private IntPredicate inGroup(String grouping, @Nullable String group) {
        return unit -> {
            String its = members.get(unit).group(grouping);
            return its != null && its.equals(group);
        };
    }

    private void treat(IndexNode.Leaf leaf, Step.Winsorise limits) {
        Column column = column(leaf);
        Outliers.Treated result = Outliers.treat(column, limits);
        Shape before = result.before();
        Shape after = result.after();
        if (result.by() == Treatment.LOGARITHM && before != null && after != null) {
            remarks.add(new Remark.LogarithmTaken(leaf.id(), before, after));
        }
        if (after != null && !after.isWithin(limits)) {
            remarks.add(new Remark.OutliersRemain(leaf.id(), after));
        }
        treated.put(leaf, column.copy());
        treatments.put(leaf, result);
    }

    private void noteRange(IndexNode.Leaf leaf) {
        double[] all = column(leaf).all();
        if (all.length > 0) {
            ranges.put(leaf, new double[] {Column.least(all), Column.greatest(all)});
            if (all.length > 1 && Column.least(all) == Column.greatest(all)) {
                remarks.add(new Remark.ConstantColumn(leaf.id()));
            }
        }
    }

    private void normalise(IndexNode.Leaf leaf, Normalisation by) {
        Column column = column(leaf);
        double sign = leaf.direction() == Direction.LOWER ? -1 : 1;
        for (int unit = 0; unit < active.length; unit++) {
            column.values()[unit] *= sign;
        }
        double[] all = column.all();
        if (all.length == 0) {
            return;
        }
        Column before = column.copy();
        if (isSound(leaf, by, all)) {
            Scale scale = new Scale(all);
            for (int unit = 0; unit < active.length; unit++) {
                if (before.present()[unit]) {
                    column.set(unit, normalised(before.values()[unit], scale, leaf, by));
                }
            }
        }
        normalised.put(leaf, column.copy());
    }

    /// Whether the formula has a meaning for a column; if not, that is a violation.
    private boolean isSound(IndexNode.Leaf leaf, Normalisation by, double[] all) {
        boolean varies = Column.least(all) < Column.greatest(all);
        return switch (by) {
            case Normalisation.MinMax _,
                    Normalisation.ZScore _,
                    Normalisation.DistanceToMaximum _ -> {
                if (!varies) {
                    broken(
                            all.length == 1
                                    ? "population.column.one-value"
                                    : "population.column.constant",
                            leaf.column(),
                            leaf.column());
                }
                yield varies;
            }
            case Normalisation.PercentileRank _ -> {
                if (all.length == 1) {
                    broken("population.column.one-value", leaf.column(), leaf.column());
                }
                yield all.length > 1;
            }
            case Normalisation.DistanceToTarget _ -> {
                boolean ahead = orientedTarget(leaf) > Column.least(all);
                if (!ahead) {
                    broken("population.target.behind", leaf.column(), leaf.column());
                }
                yield ahead;
            }
            case Normalisation.FractionOfMaximum _ -> {
                boolean positive = Column.greatest(all) > 0;
                if (!positive) {
                    broken("population.maximum", leaf.column(), leaf.column());
                }
                yield positive;
            }
            case Normalisation.Rank _, Normalisation.Borda _ -> true;
        };
    }

    private static double orientedTarget(IndexNode.Leaf leaf) {
        Double target = leaf.target();
        if (target == null) {
            throw new IllegalStateException("No target for " + leaf.id());
        }
        return leaf.direction() == Direction.LOWER ? -target : target;
    }

    /// What the formulas need to know of a whole column.
    private static final class Scale {
        private final double[] sorted;
        private final double least;
        private final double greatest;
        private final double mean;
        private final double deviation;

        Scale(double[] all) {
            sorted = all.clone();
            Arrays.sort(sorted);
            least = sorted[0];
            greatest = sorted[sorted.length - 1];
            mean = Column.mean(all);
            deviation = Column.deviation(all);
        }

        /// How many values are smaller.
        double worse(double x) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < x) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        double others() {
            return sorted.length - 1;
        }
    }

    private static double normalised(double x, Scale in, IndexNode.Leaf leaf, Normalisation by) {
        return switch (by) {
            case Normalisation.MinMax(double low, double high) ->
                    (x - in.least) / (in.greatest - in.least) * (high - low) + low;
            case Normalisation.ZScore(double mean, double deviation) ->
                    (x - in.mean) / in.deviation * deviation + mean;
            case Normalisation.Rank _ -> in.worse(x) + 1;
            case Normalisation.Borda _ -> in.worse(x);
            case Normalisation.PercentileRank _ -> in.worse(x) / in.others();
            case Normalisation.DistanceToTarget(Normalisation.Overshoot overshoot) -> {
                double part = (x - in.least) / (orientedTarget(leaf) - in.least);
                yield switch (overshoot) {
                    case COUNTED -> part;
                    case CAPPED -> Math.min(part, 1);
                };
            }
            case Normalisation.DistanceToMaximum _ ->
                    1 - (in.greatest - x) / (in.greatest - in.least);
            case Normalisation.FractionOfMaximum _ -> x / in.greatest;
        };
    }

    private void finish() {
        for (IndexNode.Leaf leaf : leaves) {
            if (!ranges.containsKey(leaf)) {
                noteRange(leaf);
            }
        }
    }

    /// One unit's value of one leaf, step by step.
    Cell cell(IndexNode.Leaf leaf, int unit) {
        Cell.@Nullable Imputed[] filled = imputed.get(leaf);
        return new Cell(
                in(raw, leaf).at(unit),
                leaf.denominator() == null ? null : members.get(unit).value(leaf.denominator()),
                at(denominated, leaf, unit),
                filled == null ? null : filled[unit],
                at(treated, leaf, unit),
                at(normalised, leaf, unit),
                column(leaf).at(unit));
    }

    private static @Nullable Double at(
            Map<IndexNode.Leaf, Column> columns, IndexNode.Leaf leaf, int unit) {
        Column column = columns.get(leaf);
        return column == null ? null : column.at(unit);
    }

    ColumnFacts facts(IndexNode.Leaf leaf) {
        Outliers.Treated treatment = treatments.getOrDefault(leaf, Outliers.Treated.NOT);
        Cell.@Nullable Imputed[] filled = imputed.get(leaf);
        int imputedCount =
                filled == null
                        ? 0
                        : (int) Arrays.stream(filled).filter(cell -> cell != null).count();
        double[] range = ranges.getOrDefault(leaf, new double[] {0, 0});
        return new ColumnFacts(
                leaf,
                in(raw, leaf)
                        .of(unit -> members.get(unit).survey() == Member.Survey.SURVEYED)
                        .length,
                imputedCount,
                treatment.before(),
                treatment.after(),
                treatment.by(),
                treatment.moved(),
                range[0],
                range[1]);
    }
}
