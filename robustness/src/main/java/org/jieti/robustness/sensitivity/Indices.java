package org.jieti.robustness.sensitivity;

import java.util.List;

/// The Sobol indices of one outcome of one subject, or why there are none.
public sealed interface Indices {

    /// Indices.
    ///
    /// @param mean of the outcome over A and B
    /// @param variance of the outcome over A and B; above 0
    /// @param effects one for each factor
    record Defined(double mean, double variance, List<Effect> effects) implements Indices {
        public Defined {
            effects = List.copyOf(effects);
        }
    }

    /// The outcome was the same in every run: a share of nothing is undefined, not 0.
    ///
    /// @param value what it was
    record NoVariance(double value) implements Indices {}

    /// What one factor does.
    ///
    /// @param first the share of the variance that would go if the factor were known
    /// @param total the share that would stay if all but the factor were known
    record Effect(Estimate first, Estimate total) {}
}
