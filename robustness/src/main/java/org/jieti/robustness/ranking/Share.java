package org.jieti.robustness.ranking;

/// A share of the runs.
///
/// @param runs in how many it was so
/// @param of of how many
public record Share(long runs, long of) {
    public Share {
        if (runs < 0 || runs > of || of < 1) {
            throw new IllegalArgumentException("No share: %d of %d.".formatted(runs, of));
        }
    }

    /// In [0, 1].
    public double value() {
        return (double) runs / of;
    }

    /// The Monte Carlo standard error: √(p·(1−p)/(n+4)) with p = (k+2)/(n+4), which never vanishes,
    /// not even where it was so in no run or in all (Agresti & Coull, *The American Statistician*
    /// 52(2), 1998).
    public double standardError() {
        double p = (runs + 2.0) / (of + 4.0);
        return Math.sqrt(p * (1 - p) / (of + 4.0));
    }
}
