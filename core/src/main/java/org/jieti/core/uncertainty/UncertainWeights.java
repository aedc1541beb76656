package org.jieti.core.uncertainty;

import java.util.List;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// How weights are drawn, one group of siblings independently of another.
///
/// @param elsewhere for the groups that are not named; null where those stand
/// @param groups at most one for each parent
public record UncertainWeights(@Nullable WeightDistribution elsewhere, List<Group> groups) {

    /// One group of siblings.
    ///
    /// @param parent the node whose children are meant; null for the domains
    /// @param distribution null where the group's weights stand
    public record Group(@Nullable NodeId parent, @Nullable WeightDistribution distribution) {}

    public UncertainWeights {
        groups = List.copyOf(groups);
    }

    /// Every group in the same way.
    public static UncertainWeights everywhere(WeightDistribution distribution) {
        return new UncertainWeights(distribution, List.of());
    }

    /// How the children of a node, or for null the domains, are drawn; null where they stand.
    public @Nullable WeightDistribution under(@Nullable NodeId parent) {
        for (Group group : groups) {
            if (parent == null ? group.parent() == null : parent.equals(group.parent())) {
                return group.distribution();
            }
        }
        return elsewhere;
    }
}
