package org.jieti.robustness.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.core.uncertainty.Factor;
import org.jieti.robustness.experiment.Draws;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.experiment.Outcomes;
import org.jieti.robustness.ranking.Ranker;

/// An experiment as a study: its units' total, their rank by it where there are several, and their
/// overall level; or, in a model that has neither total nor level, what their parts come to. A
/// follows the even runs and B the odd ones.
///
/// Where units are ranked there is one subject more, the last: the whole, whose only value, the
/// first, is the mean over the units of how many ranks each has moved from where it stands when
/// nothing is drawn.
public final class ExperimentStudy implements Study {
    private final Experiment experiment;
    private final long seed;

    /// The places of the factors that vary, among those of the experiment.
    private final int[] varied;

    private final List<Quantity> quantities;

    /// The quantities that are no indicators of others.
    private final List<Quantity> values;

    /// What is measured of a unit.
    public sealed interface Quantity {
        record Total() implements Quantity {}

        /// The rank by the total, 1 for the highest; ties share the smaller.
        record Rank() implements Quantity {}

        /// The overall level, as a number.
        record Level() implements Quantity {}

        /// Whether the overall level is at least so high.
        record LevelAtLeast(int level) implements Quantity {}

        /// The level of a part, as a number.
        record PartLevel(int part) implements Quantity {}

        /// The score of a part.
        record PartScore(int part) implements Quantity {}
    }

    /// The units that have a total; fewer than two are not ranked.
    private final int[] ranked;

    /// `[place among those ranked]`: the ranks where nothing is drawn.
    private final int[] pointRanks;

    private ExperimentStudy(Experiment experiment, long seed, int[] varied) {
        this.experiment = experiment;
        this.seed = seed;
        this.varied = varied;
        Outcomes point = new Outcomes(experiment.partCount(), 1);
        Experiment.Worker worker = experiment.worker(1);
        long[][] nothing = new long[experiment.factors().size()][1];
        for (long[] factor : nothing) {
            factor[0] = Draws.POINT;
        }
        worker.draw(Draws.of(seed, nothing, 1));
        List<Integer> scored = new ArrayList<>();
        double[] totals = new double[experiment.unitCount()];
        boolean graded = false;
        for (int unit = 0; unit < experiment.unitCount(); unit++) {
            worker.run(unit, point);
            if (point.isScored()) {
                totals[scored.size()] = point.total()[0];
                scored.add(unit);
            }
            graded |= point.isGraded();
        }
        this.ranked = scored.stream().mapToInt(Integer::intValue).toArray();
        this.pointRanks = new int[ranked.length];
        Ranker ranker = new Ranker(ranked.length);
        ranker.sort(totals, 0);
        ranker.ranks(pointRanks);
        this.quantities = quantities(experiment, ranked.length, graded);
        this.values =
                quantities.stream()
                        .filter(quantity -> !(quantity instanceof Quantity.LevelAtLeast))
                        .toList();
    }

    /// A study of some of an experiment's factors; the others stay at their point values.
    ///
    /// @param varied such as are among the experiment's
    public static ExperimentStudy of(Experiment experiment, long seed, List<Factor> varied) {
        return new ExperimentStudy(
                experiment,
                seed,
                varied.stream().mapToInt(experiment.factors()::indexOf).toArray());
    }

    private static List<Quantity> quantities(Experiment experiment, int scored, boolean graded) {
        List<Quantity> quantities = new ArrayList<>();
        if (scored > 0) {
            quantities.add(new Quantity.Total());
        }
        if (scored > 1) {
            quantities.add(new Quantity.Rank());
        }
        if (graded) {
            quantities.add(new Quantity.Level());
            for (int level = 2; level <= experiment.levelCount(); level++) {
                quantities.add(new Quantity.LevelAtLeast(level));
            }
        }
        boolean profile = quantities.isEmpty();
        for (int part = 0; part < experiment.partCount() && profile; part++) {
            quantities.add(
                    experiment.levelCount() > 0
                            ? new Quantity.PartLevel(part)
                            : new Quantity.PartScore(part));
        }
        return quantities;
    }

    /// Whether units are ranked, so that the last subject is the whole.
    public boolean isRanked() {
        return ranked.length > 1;
    }

    /// What indices are estimated of, in the order of the outcomes.
    public List<Quantity> quantities() {
        return List.copyOf(quantities);
    }

    /// The factors that vary.
    public List<Factor> factors() {
        List<Factor> factors = new ArrayList<>();
        for (int place : varied) {
            factors.add(experiment.factors().get(place));
        }
        return factors;
    }

    @Override
    public int factorCount() {
        return varied.length;
    }

    @Override
    public int subjectCount() {
        return experiment.unitCount() + (isRanked() ? 1 : 0);
    }

    @Override
    public int valueCount() {
        return values.size();
    }

    @Override
    public List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Quantity quantity : quantities) {
            outcomes.add(
                    switch (quantity) {
                        case Quantity.LevelAtLeast(int level) ->
                                new Outcome(values.indexOf(new Quantity.Level()), (double) level);
                        case Quantity.Total _,
                                Quantity.Rank _,
                                Quantity.Level _,
                                Quantity.PartLevel _,
                                Quantity.PartScore _ ->
                                new Outcome(values.indexOf(quantity), null);
                    });
        }
        return outcomes;
    }

    @Override
    public Evaluator evaluator(int rows) {
        return new Runs(rows);
    }

    /// The arrays of one thread. The lanes of a column follow each other.
    private final class Runs implements Evaluator {
        private final int columns = varied.length + 2;
        private final Experiment.Worker worker;
        private final Outcomes outcomes;
        private final long[][] runs;
        private final Ranker ranker = new Ranker(ranked.length);
        private final int[] ranks = new int[ranked.length];

        /// `[lane * ranked + place]`.
        private final double[] totals;

        Runs(int rows) {
            this.worker = experiment.worker(rows * columns);
            this.outcomes = new Outcomes(experiment.partCount(), rows * columns);
            this.runs = new long[experiment.factors().size()][rows * columns];
            this.totals = new double[isRanked() ? rows * columns * ranked.length : 0];
        }

        @Override
        public void evaluate(long first, int rows, Values into, int place) {
            follow(first, rows);
            worker.draw(Draws.of(seed, runs, rows * columns));
            int next = 0;
            for (int unit = 0; unit < experiment.unitCount(); unit++) {
                worker.run(unit, outcomes);
                if (isRanked() && outcomes.isScored()) {
                    keep(next++, rows * columns);
                }
                for (int value = 0; value < values.size(); value++) {
                    for (int column = 0; column < columns; column++) {
                        copy(
                                values.get(value),
                                column * rows,
                                rows,
                                into.array(),
                                into.at(unit, value, column) + place);
                    }
                }
            }
            if (isRanked()) {
                rank(rows, into, place);
            }
        }

        private void keep(int ofRanked, int lanes) {
            for (int lane = 0; lane < lanes; lane++) {
                totals[lane * ranked.length + ofRanked] = outcomes.total()[lane];
            }
        }

        private void rank(int rows, Values into, int place) {
            int value = values.indexOf(new Quantity.Rank());
            for (int column = 0; column < columns; column++) {
                for (int row = 0; row < rows; row++) {
                    ranker.sort(totals, (column * rows + row) * ranked.length);
                    ranker.ranks(ranks);
                    long moved = 0;
                    for (int each = 0; each < ranked.length; each++) {
                        into.array()[into.at(ranked[each], value, column) + place + row] =
                                ranks[each];
                        moved += Math.abs(ranks[each] - pointRanks[each]);
                    }
                    into.array()[into.at(experiment.unitCount(), 0, column) + place + row] =
                            (double) moved / ranked.length;
                }
            }
        }

        private void follow(long first, int rows) {
            for (long[] factor : runs) {
                Arrays.fill(factor, Draws.POINT);
            }
            for (int each = 0; each < varied.length; each++) {
                long[] factor = runs[varied[each]];
                for (int column = 0; column < columns; column++) {
                    int ofB = column == 1 || column == each + 2 ? 1 : 0;
                    for (int row = 0; row < rows; row++) {
                        factor[column * rows + row] = 2 * (first + row) + ofB;
                    }
                }
            }
        }

        private void copy(Quantity value, int lane, int rows, double[] into, int at) {
            switch (value) {
                case Quantity.Total _ -> System.arraycopy(outcomes.total(), lane, into, at, rows);
                // Filled in once all units are run.
                case Quantity.Rank _ -> {}
                case Quantity.PartScore(int part) ->
                        System.arraycopy(outcomes.scores(part), lane, into, at, rows);
                case Quantity.Level _, Quantity.LevelAtLeast _ ->
                        widen(outcomes.level(), lane, rows, into, at);
                case Quantity.PartLevel(int part) ->
                        widen(outcomes.levels(part), lane, rows, into, at);
            }
        }

        private static void widen(int[] from, int lane, int rows, double[] into, int at) {
            for (int row = 0; row < rows; row++) {
                into[at + row] = from[lane + row];
            }
        }
    }
}
