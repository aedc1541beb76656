package org.jieti.core.population;

/// How a column comes onto a common scale (Handbook 2008, step 5, "Normalisation of data"; named
/// and defined as in Becker, Caperna, Del Sorbo et al., *COINr: An R package for developing
/// composite indicators*, JOSS 7(78), 2022).
///
/// Columns of direction `LOWER` change their sign first, so that higher is better; `x` is the
/// value after that, and least, greatest, mean and deviation are those of the column.
public sealed interface Normalisation {

    /// `low + (x − least) / (greatest − least) · (high − low)`.
    record MinMax(double low, double high) implements Normalisation {
        public MinMax {
            if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
                throw new IllegalArgumentException(
                        "A range rises from low to high, but got %s to %s.".formatted(low, high));
            }
        }
    }

    /// `mean + deviation · z`, where `z` is `x` less the column's mean, over its sample standard
    /// deviation (n − 1).
    record ZScore(double mean, double deviation) implements Normalisation {
        public ZScore {
            if (!(deviation > 0) || !Double.isFinite(mean) || !Double.isFinite(deviation)) {
                throw new IllegalArgumentException(
                        "A deviation is positive, but got %s around %s."
                                .formatted(deviation, mean));
            }
        }
    }

    /// The rank from below, 1 for the worst; ties share the smaller rank.
    record Rank() implements Normalisation {}

    /// The Borda count: how many are worse, which is the rank less 1.
    record Borda() implements Normalisation {}

    /// The Borda count over the number of others, in [0, 1].
    record PercentileRank() implements Normalisation {}

    /// `(x − least) / (target − least)`, by each leaf's target; 1 is the aim.
    record DistanceToTarget(Overshoot overshoot) implements Normalisation {}

    /// `1 − (greatest − x) / (greatest − least)`, in [0, 1].
    record DistanceToMaximum() implements Normalisation {}

    /// `x / greatest`. For columns of direction `HIGHER` with a positive maximum only: turned
    /// round, it would rise as things get worse.
    record FractionOfMaximum() implements Normalisation {}

    /// What lies beyond a target counts as.
    enum Overshoot {
        /// More than 1.
        COUNTED,
        /// 1.
        CAPPED
    }
}
