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

    /// Sums are kept in multiples of 2^−40 of the span: of any 40 runs they are below 2^46 of
    /// those.
    private static final double UNIT = 0x1p40;

    /// Added to a number below 2^51 it leaves, in its lowest bits, the number rounded to a whole
    /// one.
    private static final double ROUNDER = 0x1.8p52;

    private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);

    private final double span;
    private final double perSpan;
    private final double perSquare;
    private long runs;

    /// `[row * units + unit]`: of deviations from the point score, in multiples of 2^−40 of the
    /// span.
    private final long[] sums;

    /// `[row * units + unit]`: of their squares, in multiples of 2^−40 of the span squared.
    private final long[] squares;

    private final double[] least;
    private final double[] greatest;

    /// `[(binned row * units + unit) * bins + bin]`: of the rows that have quantiles.
    private final Counters bins;

    /// `[(row * units + unit) * levels + level − 1]`.
    private final Counters byLevel;

    private final RankCounts ranks;
    private final PairCounts pairs;

    Tally(MonteCarlo of) {
        this.span = of.span();
        this.perSpan = UNIT / span;
        this.perSquare = UNIT / (span * span);
        int size = of.unitCount() * of.rowCount();
        this.sums = new long[size];
        this.squares = new long[size];
        this.least = new double[size];
        this.greatest = new double[size];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        this.bins = Counters.of(of.binnedRows() * of.unitCount() * of.grid().bins(), of.mostRuns());
        this.byLevel = Counters.of(size * of.levelCount(), of.mostRuns());
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

    /// Adds the sums of one chunk, of units one after another.
    ///
    /// @param index of the first
    /// @param sum of deviations from the point score
    /// @param square of their squares
    void addSums(int index, double[] sum, double[] square, int count) {
        for (int i = 0; i < count; i++) {
            sums[index + i] += rounded(sum[i] * perSpan);
        }
        for (int i = 0; i < count; i++) {
            squares[index + i] += rounded(square[i] * perSquare);
        }
    }

    void addSum(int index, double sum, double square) {
        sums[index] += rounded(sum * perSpan);
        squares[index] += rounded(square * perSquare);
    }

    private static long rounded(double value) {
        return Double.doubleToRawLongBits(value + ROUNDER) - ROUNDER_BITS;
    }

    /// Widens the range of the scores of units one after another.
    ///
    /// @param index of the first
    void addRange(int index, double[] low, double[] high, int count) {
        for (int i = 0; i < count; i++) {
            least[index + i] = Math.min(least[index + i], low[i]);
            greatest[index + i] = Math.max(greatest[index + i], high[i]);
        }
    }

    void addRange(int index, double low, double high) {
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
