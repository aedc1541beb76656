package org.jieti.core.agreement;

/// Krippendorff's alpha, or why there is none.
public sealed interface Alpha {

    /// Items to which at least two raters gave something: the only ones that count.
    int items();

    /// The values given to those items.
    int ratings();

    /// A coefficient: 1 is perfect agreement, 0 what chance gives, below 0 is worse than chance.
    ///
    /// @param alpha 1 − observed / expected, at most 1
    /// @param observed the mean difference within items, in squares of the metric's unit
    /// @param expected the mean difference between any two ratings, in the same unit; above 0
    record Value(double alpha, double observed, double expected, int items, int ratings)
            implements Alpha {
        public Value {
            if (!(expected > 0) || !(alpha <= 1)) {
                throw new IllegalArgumentException(
                        "Alpha (%s) is at most 1, over an expected difference (%s) above 0."
                                .formatted(alpha, expected));
            }
        }
    }

    /// No coefficient. It is neither 0 nor 1.
    record Undefined(Why why, int items, int ratings) implements Alpha {}

    /// Why there is no coefficient.
    enum Why {
        /// No item was rated by two raters.
        NO_PAIRS,
        /// All ratings are the same: nothing shows whether the raters can tell items apart.
        NO_VARIATION
    }
}
