package org.jieti.robustness.montecarlo;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.experiment.Outcomes;
import org.jieti.robustness.linear.Kernel;
import org.jieti.robustness.linear.Panel;
import org.jieti.robustness.ranking.PairCounts;
import org.jieti.robustness.ranking.Ranker;

/// A Monte Carlo ready to be run, chunk by chunk, by whoever: threads of one machine, a job that
/// goes on where it was stopped, or a cluster. Runs are numbered from 0; chunk c holds the runs
/// `c · 40 … c · 40 + 39`, the last perhaps fewer. What a chunk counts depends on its number, the
/// experiment and the seed alone.
///
/// Immutable, and shared by all threads; each has a [Work] and a [Tally] of its own.
public final class MonteCarlo {
    /// How many runs a chunk has.
    public static final int CHUNK = 40;

    /// The least number of runs that says anything about shares of runs.
    public static final int LEAST_RUNS = 1000;

    /// Up to so many units every pair is compared; beyond, each with the next by point score.
    public static final int MOST_FOR_ALL_PAIRS = 200;

    /// Beyond so many units, quantiles are taken of totals only, in fewer bins.
    static final int MANY = 50_000;

    private static final int BINS = 128;
    private static final int BINS_OF_MANY = 64;

    private final Basis basis;
    private final long mostRuns;
    private final Detail detail;
    private final Kernel kernel;
    private final Grid grid;
    private final List<TiledPanel> panels;

    /// What does not depend on how much is counted, nor on how it is worked.
    private static final class Basis {
        private final Experiment experiment;
        private final long seed;
        private final Point point;
        private final int[] ranked;
        private final int[] places;
        private final PairCounts pairs;
        private final List<Panel> panels;

        Basis(Experiment experiment, long seed) {
            this.experiment = experiment;
            this.seed = seed;
            this.point = Point.of(experiment, seed);
            this.ranked =
                    IntStream.range(0, experiment.unitCount())
                            .filter(unit -> point.isScored(unit, experiment.partCount()))
                            .toArray();
            this.places = new int[experiment.unitCount()];
            Arrays.fill(places, -1);
            for (int place = 0; place < ranked.length; place++) {
                places[ranked[place]] = place;
            }
            this.pairs =
                    ranked.length <= MOST_FOR_ALL_PAIRS
                            ? PairCounts.all(byScore())
                            : PairCounts.neighbours(byScore());
            this.panels = experiment.panels();
        }

        /// The places of the units that are ranked, the highest point score first; ties as given.
        private int[] byScore() {
            int total = experiment.partCount();
            return IntStream.range(0, ranked.length)
                    .boxed()
                    .sorted(
                            Comparator.comparingDouble(
                                            (Integer place) -> point.score(ranked[place], total))
                                    .reversed())
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    private MonteCarlo(Basis basis, long mostRuns, Detail detail, Kernel kernel) {
        this.basis = basis;
        this.mostRuns = mostRuns;
        this.detail = detail;
        this.kernel = kernel;
        boolean many = unitCount() > MANY;
        this.grid = new Grid(many ? BINS_OF_MANY : BINS, unitCount() * rowCount());
        if (detail == Detail.FULL) {
            MonteCarlo pilot = detail(Detail.BRIEF);
            Tally tally = pilot.tally();
            pilot.work().run(0, CHUNK, tally);
            aim(tally);
        }
        this.panels =
                basis.panels.stream().map(panel -> new TiledPanel(this, panel, kernel)).toList();
    }

    /// Lays the bins around what the first chunk gives.
    private void aim(Tally pilot) {
        for (int unit = 0; unit < unitCount(); unit++) {
            for (int row = 0; row < rowCount(); row++) {
                if (basis.point.isScored(unit, row)) {
                    int index = index(unit, row);
                    grid.set(
                            index,
                            basis.point.score(unit, row) + pilot.mean(index),
                            pilot.deviation(index),
                            span());
                }
            }
        }
    }

    /// How much is counted. Means, deviations, levels and ranks always are.
    public enum Detail {
        /// Quantiles too, of every part and the total, or beyond 50,000 units of the total only;
        /// and who is ahead of whom.
        FULL,
        BRIEF
    }

    /// Prepares a Monte Carlo.
    ///
    /// @param mostRuns how many runs there may be at most
    public static MonteCarlo of(Experiment experiment, long seed, long mostRuns) {
        if (mostRuns < LEAST_RUNS || mostRuns > Tally.MOST_RUNS) {
            throw new IllegalArgumentException(
                    "Between %d and %d runs are possible, but got %d."
                            .formatted(LEAST_RUNS, Tally.MOST_RUNS, mostRuns));
        }
        return new MonteCarlo(new Basis(experiment, seed), mostRuns, Detail.FULL, Kernel.best());
    }

    /// The same, counting more or less.
    public MonteCarlo detail(Detail of) {
        return new MonteCarlo(basis, mostRuns, of, kernel);
    }

    /// The same, by another kernel; nothing but the time that it takes is different.
    public MonteCarlo kernel(Kernel other) {
        return new MonteCarlo(basis, mostRuns, detail, other);
    }

    static double[] scores(Outcomes outcomes, int row) {
        return row < outcomes.partCount() ? outcomes.scores(row) : outcomes.total();
    }

    public Experiment experiment() {
        return basis.experiment;
    }

    public long seed() {
        return basis.seed;
    }

    public long mostRuns() {
        return mostRuns;
    }

    /// What comes out where nothing is drawn.
    public Point point() {
        return basis.point;
    }

    /// How many chunks hold so many runs.
    public static int chunks(long runs) {
        return Math.toIntExact((runs + CHUNK - 1) / CHUNK);
    }

    /// A tally without runs.
    public Tally tally() {
        return new Tally(this);
    }

    /// What one thread works with.
    public Work work() {
        return panels.isEmpty() ? laneWork() : new LinearWork(this, panels, kernel);
    }

    /// The same work, unit by unit.
    Work laneWork() {
        return new LaneWork(this);
    }

    /// Where the numbers of a unit in a row stand.
    int index(int unit, int row) {
        return row * unitCount() + unit;
    }

    /// Where the bins of a unit in a row begin.
    ///
    /// @param row such as has quantiles
    int binIndex(int unit, int row) {
        int binned = row - (rowCount() - binnedRows());
        return (binned * unitCount() + unit) * grid.bins();
    }

    int unitCount() {
        return basis.experiment.unitCount();
    }

    int rowCount() {
        return basis.experiment.partCount() + 1;
    }

    int levelCount() {
        return basis.experiment.levelCount();
    }

    double span() {
        return basis.experiment.span();
    }

    Grid grid() {
        return grid;
    }

    /// How many rows of a unit have quantiles: all, or only the total.
    int binnedRows() {
        return switch (detail) {
            case FULL -> basis.experiment.unitCount() > MANY ? 1 : rowCount();
            case BRIEF -> 0;
        };
    }

    int rankedCount() {
        return basis.ranked.length;
    }

    /// The unit that stands at a place among those basis.ranked.
    int ranked(int place) {
        return basis.ranked[place];
    }

    /// `[place]`: the ranks where nothing is drawn.
    int[] pointRanks() {
        double[] totals = new double[basis.ranked.length];
        for (int place = 0; place < basis.ranked.length; place++) {
            totals[place] = basis.point.score(basis.ranked[place], basis.experiment.partCount());
        }
        int[] ranks = new int[basis.ranked.length];
        Ranker ranker = new Ranker(basis.ranked.length);
        ranker.sort(totals, 0);
        ranker.ranks(ranks);
        return ranks;
    }

    /// The place of a unit among those ranked; −1 for one that is not.
    int place(int unit) {
        return basis.places[unit];
    }

    /// Pairs of places among the units that are basis.ranked.
    PairCounts pairs() {
        return switch (detail) {
            case FULL -> basis.pairs;
            case BRIEF -> PairCounts.all(new int[0]);
        };
    }
}
