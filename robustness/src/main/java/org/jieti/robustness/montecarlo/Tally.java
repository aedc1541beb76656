package org.jieti.robustness.montecarlo;

import java.util.Arrays;
import org.jieti.robustness.ranking.Counters;
import org.jieti.robustness.ranking.PairCounts;
import org.jieti.robustness.ranking.RankCounts;

/// What is counted of some runs. Tallies of any runs of the same Monte Carlo add up, in any order
/// and any grouping, to the same bits: counts are whole numbers, and sums of scores are taken chunk
/// by chunk, each rounded once to a multiple of 2^−40 of the model's range and added as whole
/// numbers.
///
/// A row is a part, or, last, the total. Not for use by several threads.
public final class Tally {
    /// The largest number of runs: sums of so many stay exact.
    public static final long MOST_RUNS = 1 << 20;

    private static final double UNIT = 0x1p40;

    private final int rows;
    private final int levels;
    private final double span;
    private long runs;

    /// `[unit * rows + row]`: of deviations from the point score, in multiples of 2^−40 of the
    /// span.
    private final long[] sums;

    /// `[unit * rows + row]`: of their squares, in multiples of 2^−40 of the span squared.
    private final long[] squares;

    private final double[] least;
    private final double[] greatest;

    /// `[(unit * rows + row) * bins + bin]`, or of totals only `[unit * bins + bin]`.
    private final Counters bins;

    /// `[(unit * rows + row) * levels + level − 1]`.
    private final Counters byLevel;

    private final RankCounts ranks;
    private final PairCounts pairs;

    Tally(MonteCarlo of) {
        this.rows = of.rowCount();
        this.levels = of.levelCount();
        this.span = of.span();
        int size = of.unitCount() * rows;
        this.sums = new long[size];
        this.squares = new long[size];
        this.least = new double[size];
        this.greatest = new double[size];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        this.bins = Counters.of(of.binnedRows() * of.unitCount() * of.grid().bins(), of.mostRuns());
        this.byLevel = Counters.of(size * levels, of.mostRuns());
        this.ranks = RankCounts.of(of.rankedCount(), of.mostRuns());
        this.pairs = of.pairs().empty();
    }

    /// Adds runs that were counted apart.
    public void addAll(Tally other) {
        runs += other.runs;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
            squares[i] += other.squares[i];
            least[i] = Math.min(least[i], other.least[i]);
            greatest[i] = Math.max(greatest[i], other.greatest[i]);
        }
        bins.addAll(other.bins);
        byLevel.addAll(other.byLevel);
        ranks.addAll(other.ranks);
        pairs.addAll(other.pairs);
    }

    /// How many runs are counted.
    public long runs() {
        return runs;
    }

    void addRuns(int more) {
        runs += more;
    }

    /// Adds the sums of one chunk.
    ///
    /// @param sum of deviations from the point score
    /// @param square of their squares
    void addSums(int index, double sum, double square, double low, double high) {
        sums[index] += (long) Math.rint(sum / span * UNIT);
        squares[index] += (long) Math.rint(square / (span * span) * UNIT);
        least[index] = Math.min(least[index], low);
        greatest[index] = Math.max(greatest[index], high);
    }

    Counters bins() {
        return bins;
    }

    Counters byLevel() {
        return byLevel;
    }

    RankCounts ranks() {
        return ranks;
    }

    PairCounts pairs() {
        return pairs;
    }

    /// The mean deviation from the point score.
    double mean(int index) {
        return sums[index] / UNIT / runs * span;
    }

    /// The standard deviation between runs.
    double deviation(int index) {
        if (runs < 2) {
            return 0;
        }
        double mean = sums[index] / UNIT / runs;
        double square = squares[index] / UNIT / runs;
        return Math.sqrt(Math.max(0, square - mean * mean) * runs / (runs - 1)) * span;
    }

    double least(int index) {
        return least[index];
    }

    double greatest(int index) {
        return greatest[index];
    }
}
