package org.jieti.core.population;

/// One step from the table as it came to columns that can be aggregated. A model lists its steps
/// in order; each kind occurs at most once.
public sealed interface Step {

    /// Divides each leaf that names a denominator by it. A unit without the denominator has no
    /// value; a denominator of 0 is refused.
    record Denominate() implements Step {}

    /// Leaves out units with too few of their cells filled.
    ///
    /// @param least the smallest share of filled cells that a unit needs, in [0, 1]
    record Screen(double least) implements Step {
        public Screen {
            if (!(least >= 0 && least <= 1)) {
                throw new IllegalArgumentException(
                        "A share of filled cells lies in 0..1, but got %s. Maybe it was given in percent."
                                .formatted(least));
            }
        }
    }

    /// Fills missing cells.
    record Impute(Imputation by) implements Step {}

    /// Winsorises columns that are both skewed and heavy-tailed: until the absolute skewness is
    /// below one limit or the excess kurtosis below the other, the most extreme values on the side
    /// of the tail are set to the next one. The procedure and its usual limits, 2 and 3.5, are
    /// those of COINr's `winsorise`.
    ///
    /// Tied extremes move together, and never so that more points than allowed have moved.
    ///
    /// @param skewness the limit of the absolute sample skewness (adjusted, G1)
    /// @param kurtosis the limit of the sample excess kurtosis (adjusted, G2)
    /// @param mostPoints how many units' values of one column may be moved
    /// @param then what becomes of a column that those points do not bring within the limits
    record Winsorise(double skewness, double kurtosis, int mostPoints, Then then) implements Step {
        public Winsorise {
            if (!(skewness > 0) || !Double.isFinite(kurtosis) || mostPoints < 1) {
                throw new IllegalArgumentException(
                        "Winsorising needs a positive limit of skewness and at least one point, but got %s, %s, %d."
                                .formatted(skewness, kurtosis, mostPoints));
            }
        }
    }

    /// What follows where winsorising does not suffice.
    enum Then {
        /// Nothing: the column keeps what was moved, and the result says so.
        NOTHING,
        /// The column as it was before is replaced by its logarithm,
        /// `ln(x − least + (greatest − least) / 100)`, as COINr's `qTreat` does with `log_CT`.
        LOGARITHM
    }

    /// Brings every column onto a common scale.
    record Normalise(Normalisation by) implements Step {}
}
