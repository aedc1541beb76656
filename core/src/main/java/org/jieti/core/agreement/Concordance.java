package org.jieti.core.agreement;

/// Kendall's coefficient of concordance, or why there is none.
public sealed interface Concordance {

    /// Raters that gave something to any item.
    int raters();

    /// Items to which all of them gave something: the only ones that count.
    int items();

    /// A coefficient.
    ///
    /// @param w from 0 (the rankings have nothing in common) to 1 (they are the same)
    /// @param chiSquare `raters · (items − 1) · w`: the statistic of the test that the rankings
    ///     have nothing in common, with `degreesOfFreedom`; a fair approximation above 7 items
    record Value(double w, double chiSquare, int degreesOfFreedom, int raters, int items)
            implements Concordance {
        public Value {
            if (!(w >= 0 && w <= 1)) {
                throw new IllegalArgumentException("W (%s) lies in 0..1.".formatted(w));
            }
        }
    }

    /// No coefficient. It is neither 0 nor 1.
    record Undefined(Why why, int raters, int items) implements Concordance {}

    /// Why there is no coefficient.
    enum Why {
        /// One ranking alone.
        FEWER_THAN_TWO_RATERS,
        /// Nothing to rank.
        FEWER_THAN_TWO_ITEMS,
        /// Every rater gave the same to every item.
        NO_VARIATION
    }
}
