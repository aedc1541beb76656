package org.jieti.core.population;

/// The shape of a column's distribution.
///
/// @param skewness sample skewness, adjusted (G1)
/// @param kurtosis sample excess kurtosis, adjusted (G2); 0 for a normal distribution
public record Shape(double skewness, double kurtosis) {

    /// Whether a column may stay as it is: not both skewed and heavy-tailed.
    boolean isWithin(Step.Winsorise limits) {
        return Math.abs(skewness) < limits.skewness() || kurtosis < limits.kurtosis();
    }
}
