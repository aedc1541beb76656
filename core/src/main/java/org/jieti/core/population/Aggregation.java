package org.jieti.core.population;

/// How the parts of a node become its value (Handbook 2008, step 6, "Weighting and aggregation").
///
/// Weights `w` are relative, and are divided by their sum before use. Parts are `x`.
public enum Aggregation {
    /// `Σ w·x`, with weights that the model states to sum to 1.
    WEIGHTED_SUM,
    /// `Σ w·x / Σ w`.
    ARITHMETIC_MEAN,
    /// `Π x^(w/Σw)`. A zero of positive weight makes it 0, its limit; a negative part leaves it
    /// undefined.
    GEOMETRIC_MEAN,
    /// `Σ w / Σ (w/x)`. A zero of positive weight makes it 0, its limit; a negative part leaves it
    /// undefined.
    HARMONIC_MEAN,
    /// The smallest part of positive weight.
    MINIMUM;

    /// Whether the value is a sum of its parts' contributions.
    public boolean isLinear() {
        return switch (this) {
            case WEIGHTED_SUM, ARITHMETIC_MEAN -> true;
            case GEOMETRIC_MEAN, HARMONIC_MEAN, MINIMUM -> false;
        };
    }

    /// Whether a part below zero leaves the value undefined.
    public boolean needsNonNegative() {
        return switch (this) {
            case WEIGHTED_SUM, ARITHMETIC_MEAN, MINIMUM -> false;
            case GEOMETRIC_MEAN, HARMONIC_MEAN -> true;
        };
    }

    /// The value of parts that are all there.
    ///
    /// @param shares `shares[part]`, not negative, summing to 1
    /// @param parts `parts[part]`; none negative where [#needsNonNegative]
    double of(double[] shares, double[] parts) {
        return switch (this) {
            case WEIGHTED_SUM, ARITHMETIC_MEAN -> {
                double sum = 0;
                for (int i = 0; i < parts.length; i++) {
                    sum += shares[i] * parts[i];
                }
                yield sum;
            }
            case GEOMETRIC_MEAN -> {
                double logarithm = 0;
                for (int i = 0; i < parts.length; i++) {
                    if (shares[i] > 0) {
                        logarithm += shares[i] * StrictMath.log(parts[i]);
                    }
                }
                yield StrictMath.exp(logarithm);
            }
            case HARMONIC_MEAN -> {
                double inverse = 0;
                for (int i = 0; i < parts.length; i++) {
                    if (shares[i] > 0) {
                        inverse += shares[i] / Math.abs(parts[i]);
                    }
                }
                yield 1 / inverse;
            }
            case MINIMUM -> {
                double least = Double.POSITIVE_INFINITY;
                for (int i = 0; i < parts.length; i++) {
                    if (shares[i] > 0) {
                        least = Math.min(least, parts[i]);
                    }
                }
                yield least;
            }
        };
    }

    /// How fast the value moves with one part: the partial derivative. NaN where there is none, as
    /// beside a zero under a geometric mean, or between two smallest parts.
    double slope(double[] shares, double[] parts, int part, double value) {
        return switch (this) {
            case WEIGHTED_SUM, ARITHMETIC_MEAN -> shares[part];
            case GEOMETRIC_MEAN ->
                    shares[part] == 0
                            ? 0
                            : value > 0 ? shares[part] * value / parts[part] : Double.NaN;
            case HARMONIC_MEAN ->
                    shares[part] == 0
                            ? 0
                            : value > 0
                                    ? shares[part] * value * value / (parts[part] * parts[part])
                                    : Double.NaN;
            case MINIMUM -> {
                int smallest = 0;
                for (int i = 0; i < parts.length; i++) {
                    smallest += shares[i] > 0 && parts[i] == value ? 1 : 0;
                }
                boolean isSmallest = shares[part] > 0 && parts[part] == value;
                yield !isSmallest ? 0 : smallest == 1 ? 1 : Double.NaN;
            }
        };
    }
}
