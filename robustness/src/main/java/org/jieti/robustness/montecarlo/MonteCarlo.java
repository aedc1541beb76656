package org.jieti.robustness.montecarlo;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jieti.robustness.experiment.Draws;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.experiment.Outcomes;
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
    private static final int MANY = 50_000;

    private static final int BINS = 128;
    private static final int BINS_OF_MANY = 64;

    private final Experiment experiment;
    private final long seed;
    private final long mostRuns;
    private final Point point;
    private final int[] ranked;
    private final PairCounts pairs;
    private final Grid grid;

    private MonteCarlo(Experiment experiment, long seed, long mostRuns) {
        this.experiment = experiment;
        this.seed = seed;
        this.mostRuns = mostRuns;
        this.point = Point.of(experiment, seed);
        this.ranked =
                IntStream.range(0, experiment.unitCount())
                        .filter(unit -> point.isScored(unit, experiment.partCount()))
                        .toArray();
        this.pairs =
                ranked.length <= MOST_FOR_ALL_PAIRS
                        ? PairCounts.all(byScore())
                        : PairCounts.neighbours(byScore());
        boolean many = experiment.unitCount() > MANY;
        this.grid = new Grid(many ? BINS_OF_MANY : BINS, experiment.unitCount() * rowCount());
        pilot();
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

    private void pilot() {
        Experiment.Worker worker = experiment.worker(CHUNK);
        worker.draw(Draws.runs(seed, experiment.factors().size(), 0, CHUNK));
        Outcomes outcomes = new Outcomes(experiment.partCount(), CHUNK);
        for (int unit = 0; unit < experiment.unitCount(); unit++) {
            worker.run(unit, outcomes);
            for (int row = 0; row < rowCount(); row++) {
                int index = unit * rowCount() + row;
                double[] scores = scores(outcomes, row);
                double sum = 0;
                double square = 0;
                for (int lane = 0; lane < CHUNK; lane++) {
                    double off = scores[lane] - point.score(unit, row);
                    sum += off;
                    square += off * off;
                }
                double mean = sum / CHUNK;
                double variance = Math.max(0, square / CHUNK - mean * mean);
                grid.set(index, point.score(unit, row) + mean, Math.sqrt(variance), span());
            }
        }
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
        return new MonteCarlo(experiment, seed, mostRuns);
    }

    static double[] scores(Outcomes outcomes, int row) {
        return row < outcomes.partCount() ? outcomes.scores(row) : outcomes.total();
    }

    public Experiment experiment() {
        return experiment;
    }

    public long seed() {
        return seed;
    }

    public long mostRuns() {
        return mostRuns;
    }

    /// What comes out where nothing is drawn.
    public Point point() {
        return point;
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
        return new LaneWork(this);
    }

    int unitCount() {
        return experiment.unitCount();
    }

    int rowCount() {
        return experiment.partCount() + 1;
    }

    int levelCount() {
        return experiment.levelCount();
    }

    double span() {
        return experiment.span();
    }

    Grid grid() {
        return grid;
    }

    /// How many rows of a unit have quantiles: all, or only the total.
    int binnedRows() {
        return experiment.unitCount() > MANY ? 1 : rowCount();
    }

    int rankedCount() {
        return ranked.length;
    }

    /// The unit that stands at a place among those ranked.
    int ranked(int place) {
        return ranked[place];
    }

    /// `[place]`: the ranks where nothing is drawn.
    int[] pointRanks() {
        double[] totals = new double[ranked.length];
        for (int place = 0; place < ranked.length; place++) {
            totals[place] = point.score(ranked[place], experiment.partCount());
        }
        int[] ranks = new int[ranked.length];
        new Ranker(ranked.length).rank(totals, 0, ranks);
        return ranks;
    }

    /// Pairs of places among the units that are ranked.
    PairCounts pairs() {
        return pairs;
    }
}
