package org.jieti.robustness.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.core.uncertainty.Factor;
import org.jieti.robustness.experiment.Draws;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.experiment.Outcomes;

/// An experiment as a study: its units' total and overall level or, in a model that has neither,
/// the levels of their parts. A follows the even runs and B the odd ones.
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

        /// The overall level, as a number.
        record Level() implements Quantity {}

        /// Whether the overall level is at least so high.
        record LevelAtLeast(int level) implements Quantity {}

        /// The level of a part, as a number.
        record PartLevel(int part) implements Quantity {}

        /// The score of a part.
        record PartScore(int part) implements Quantity {}
    }

    private ExperimentStudy(Experiment experiment, long seed, int[] varied) {
        this.experiment = experiment;
        this.seed = seed;
        this.varied = varied;
        this.quantities = quantities(experiment, seed);
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

    private static List<Quantity> quantities(Experiment experiment, long seed) {
        Outcomes point = new Outcomes(experiment.partCount(), 1);
        Experiment.Worker worker = experiment.worker(1);
        long[][] nothing = new long[experiment.factors().size()][];
        Arrays.fill(nothing, new long[] {Draws.POINT});
        worker.draw(Draws.of(seed, nothing, 1));
        boolean scored = false;
        boolean graded = false;
        for (int unit = 0; unit < experiment.unitCount(); unit++) {
            worker.run(unit, point);
            scored |= point.isScored();
            graded |= point.isGraded();
        }
        List<Quantity> quantities = new ArrayList<>();
        if (scored) {
            quantities.add(new Quantity.Total());
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
        return experiment.unitCount();
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

        Runs(int rows) {
            this.worker = experiment.worker(rows * columns);
            this.outcomes = new Outcomes(experiment.partCount(), rows * columns);
            this.runs = new long[experiment.factors().size()][rows * columns];
        }

        @Override
        public void evaluate(long first, int rows, Values into, int place) {
            follow(first, rows);
            worker.draw(Draws.of(seed, runs, rows * columns));
            for (int unit = 0; unit < experiment.unitCount(); unit++) {
                worker.run(unit, outcomes);
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
