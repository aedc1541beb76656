package org.jieti.core.effort;

import org.jieti.core.model.NodeId;

/// That a criterion is raised only when another one is satisfied, at the latest in the same
/// period.
public record Prerequisite(NodeId criterion, NodeId needs) implements Comparable<Prerequisite> {
    public Prerequisite {
        if (criterion.equals(needs)) {
            throw new IllegalArgumentException(
                    "Criterion %s cannot be its own prerequisite.".formatted(criterion));
        }
    }

    @Override
    public int compareTo(Prerequisite other) {
        int order = criterion.compareTo(other.criterion);
        return order == 0 ? needs.compareTo(other.needs) : order;
    }
}
