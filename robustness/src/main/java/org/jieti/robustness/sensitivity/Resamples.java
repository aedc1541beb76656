package org.jieti.robustness.sensitivity;

import org.jieti.robustness.sampling.RunStream;

/// How often each row counts in each resample of the bootstrap: once in the first, which is the
/// sample itself, and as often as a Poisson variate of mean 1 says in all others.
///
/// Counts that are independent need no number of rows in advance, so that an analysis that is
/// stopped has its intervals all the same. They are the bootstrap's multinomial counts but for the
/// size of the resample, by which sums are divided (Hanley & MacGibbon, *Creating non-parametric
/// bootstrap samples using Poisson frequencies*, Computer Methods and Programs in Biomedicine
/// 83(1), 2006). The same resamples serve all subjects and factors.
final class Resamples {
    private static final long KEY = RunStream.key("bootstrap");

    /// `P(variate ≤ k)`; beyond the last no double is left between the sum and 1.
    private static final double[] CUMULATIVE = cumulative();

    private final long seed;
    private final int count;
    private final int stride;

    /// @param count how many beside the sample itself
    Resamples(long seed, int count) {
        this.seed = seed;
        this.count = count;
        this.stride = (count + 1 + 7) / 8 * 8;
    }

    private static double[] cumulative() {
        double[] sums = new double[18];
        double share = StrictMath.exp(-1);
        double sum = 0;
        for (int k = 0; k < sums.length; k++) {
            sum += share;
            sums[k] = sum;
            share /= k + 1;
        }
        return sums;
    }

    /// The sample itself and its resamples.
    int size() {
        return count + 1;
    }

    /// The room for one row of counts: the size, rounded up to whole vectors.
    int stride() {
        return stride;
    }

    /// Counts of some rows.
    ///
    /// @param first the number of the first row
    /// @param rows how many; the counts of further rows are 0
    /// @param counts `[row][resample]`, each of length [#stride]; overwritten
    void fill(long first, int rows, double[][] counts) {
        RunStream random = new RunStream();
        for (int row = 0; row < counts.length; row++) {
            double[] into = counts[row];
            into[0] = row < rows ? 1 : 0;
            random.begin(seed, first + row, KEY);
            for (int resample = 1; resample <= count; resample++) {
                into[resample] = row < rows ? poisson(random.nextUniform()) : 0;
            }
        }
    }

    private static int poisson(double uniform) {
        int k = 0;
        while (k < CUMULATIVE.length - 1 && uniform >= CUMULATIVE[k]) {
            k++;
        }
        return k;
    }
}
