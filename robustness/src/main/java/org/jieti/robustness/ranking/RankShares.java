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

    /// The shares of one unit.
    ///
    /// @param counts `[bin]`: runs
    /// @param width how many ranks a bin holds
    public static RankShares of(int[] counts, int width) {
        long runs = 0;
        double sum = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            runs += counts[bin];
            sum += counts[bin] * (bin * (double) width + (width + 1) / 2.0);
        }
        return new RankShares(
                sum / runs,
                rankAt(counts, width, runs, 0.05),
                rankAt(counts, width, runs, 0.5),
                rankAt(counts, width, runs, 0.95),
                counts[0]);
    }

    /// The smallest rank that at least the share of the runs does not exceed.
    private static int rankAt(int[] counts, int width, long runs, double share) {
        long below = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            below += counts[bin];
            if (below >= share * runs) {
                return bin * width + (width + 1) / 2;
            }
        }
        throw new IllegalArgumentException("No runs.");
    }
}
