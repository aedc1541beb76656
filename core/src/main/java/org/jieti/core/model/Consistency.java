package org.jieti.core.model;

import org.jspecify.annotations.Nullable;

/// How far judgements contradict each other. Above its limit the weights still stand, but whoever
/// uses them is told.
///
/// @param expert whose judgements; null for those of the group taken together
/// @param value 0 for judgements without contradiction
/// @param limit up to which they are commonly accepted; null where nobody has given one
/// @param table the random-index or threshold table that the figure rests on; null where it
///     rests on none
public record Consistency(
        @Nullable String expert,
        Measure measure,
        double value,
        @Nullable Double limit,
        @Nullable String table) {

    /// Which figure it is.
    public enum Measure {
        /// Consistency ratio (Saaty 1980).
        RATIO,
        /// Geometric consistency index (Aguarón & Moreno-Jiménez 2003).
        GEOMETRIC,
        /// Input-based consistency ratio of best-worst comparisons (Liang, Brunelli & Rezaei
        /// 2020).
        BEST_WORST,
        /// The largest deviation of the weights from best-worst comparisons (Rezaei 2016).
        DEVIATION
    }

    public Consistency {
        if (!(value >= 0 && Double.isFinite(value)) || (limit != null && !(limit >= 0))) {
            throw new IllegalArgumentException(
                    "A consistency of %s with the limit %s is none.".formatted(value, limit));
        }
    }

    /// Whether nothing speaks against the judgements as they are.
    public boolean isAcceptable() {
        return limit == null || value <= limit;
    }
}
