package org.jieti.core.population;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One node of one unit's derivation.
public sealed interface IndexScore {
    IndexNode node();

    /// Null where it has none.
    @Nullable Double value();

    /// The share of the node above that it makes up, in [0, 1], after the shares of missing
    /// siblings came to it; null where it takes no part.
    @Nullable Double share();

    /// Null where it has none: the index has no value, or moves by no definite amount.
    @Nullable Effect effect();

    /// A node made of parts.
    ///
    /// @param value as rounded, where the node rounds
    /// @param unrounded before that
    /// @param rank among all units with a value here; ties share the smaller rank
    record Tier(
            IndexNode.Branch node,
            @Nullable Double value,
            @Nullable Double unrounded,
            @Nullable Double share,
            @Nullable Effect effect,
            @Nullable Integer rank,
            List<IndexScore> parts)
            implements IndexScore {
        public Tier {
            parts = List.copyOf(parts);
        }
    }

    /// A node that reads a column.
    record Reading(IndexNode.Leaf node, Cell cell, @Nullable Double share, @Nullable Effect effect)
            implements IndexScore {
        @Override
        public @Nullable Double value() {
            return cell.value();
        }
    }
}
