package org.jieti.core.population;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.NodeId;
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

        /// What a part adds to the value before rounding, where the value is a sum; null elsewhere,
        /// and for a part that takes none.
        public @Nullable Double added(IndexScore part) {
            Double value = part.value();
            Double partShare = part.share();
            return node.aggregation().isLinear() && value != null && partShare != null
                    ? partShare * value
                    : null;
        }

        /// The nodes from this one down to that of an id, both included; empty if there is none.
        public List<IndexScore> path(NodeId wanted) {
            if (node.id().equals(wanted)) {
                return List.of(this);
            }
            for (IndexScore part : parts) {
                List<IndexScore> beneath =
                        switch (part) {
                            case Tier tier -> tier.path(wanted);
                            case Reading reading ->
                                    reading.node().id().equals(wanted)
                                            ? List.<IndexScore>of(reading)
                                            : List.<IndexScore>of();
                        };
                if (!beneath.isEmpty()) {
                    List<IndexScore> path = new ArrayList<>(List.of(this));
                    path.addAll(beneath);
                    return path;
                }
            }
            return List.of();
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
