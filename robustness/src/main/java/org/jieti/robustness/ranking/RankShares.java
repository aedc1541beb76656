package org.jieti.robustness.ranking;

/// What the ranks of one unit in many runs say.
///
/// @param mean the mean rank; of ranks counted together, as if spread evenly over them
/// @param low the largest rank such that at most 5 % of the runs are better: the lower end of the
///     90 % interval
/// @param median the middle rank
/// @param high the smallest rank such that at most 5 % of the runs are worse
/// @param first in how many runs it was first, or in the first bin
public record RankShares(double mean, int low, int median, int high, int first) {

    private static final double[] SHARES = {0.05, 0.5, 0.95};

    /// The shares of one unit.
    ///
    /// @param counts `[bin]`: runs
    /// @param width how many ranks a bin holds
    public static RankShares of(int[] counts, int width) {
        long runs = 0;
        for (int count : counts) {
            runs += count;
        }
        if (runs == 0) {
            throw new IllegalArgumentException("No runs.");
        }
        int[] at = new int[SHARES.length];
        int found = 0;
        long below = 0;
        long weighted = 0;
        for (int bin = 0; below < runs; bin++) {
            below += counts[bin];
            weighted += (long) counts[bin] * bin;
            while (found < at.length && below >= SHARES[found] * runs) {
                at[found++] = middle(bin, width);
            }
        }
        double mean = (double) weighted / runs * width + (width + 1) / 2.0;
        return new RankShares(mean, at[0], at[1], at[2], counts[0]);
    }

    private static int middle(int bin, int width) {
        return bin * width + (width + 1) / 2;
    }
}
