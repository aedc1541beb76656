package org.jieti.robustness.sensitivity;

/// How Sobol indices are estimated.
///
/// @param rows how many base samples; with k factors there are `rows · (k + 2)` runs
/// @param resamples of the joint bootstrap; 0 for no intervals
/// @param seed the same seed gives the same bits, on however many threads
public record SobolPlan(int rows, int resamples, long seed) {
    /// Fewer say nothing.
    public static final int LEAST_ROWS = 64;

    public static final int MOST_ROWS = 1 << 22;

    /// Fewer have no ends to take.
    public static final int LEAST_RESAMPLES = 40;

    public SobolPlan {
        if (rows < LEAST_ROWS || rows > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "Between %d and %d base samples are possible, but got %d."
                            .formatted(LEAST_ROWS, MOST_ROWS, rows));
        }
        if (resamples != 0 && (resamples < LEAST_RESAMPLES || resamples > 10_000)) {
            throw new IllegalArgumentException(
                    "Between %d and 10000 resamples are possible, or none, but got %d."
                            .formatted(LEAST_RESAMPLES, resamples));
        }
    }
}
