package org.jieti.core.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An inner node. Its children are either indicators, which carry weights, or criteria, which
/// carry points; an indicator whose criteria stand on rising levels is a ladder (阶梯).
///
/// @param points how the points are shared among its criteria; null where its children are
///     indicators
/// @param start the state from which a ladder starts, where the source gives one
public record Indicator(
        NodeId id,
        Text name,
        Text asks,
        Standing standing,
        @Nullable PointsRule points,
        @Nullable StartState start,
        List<Node> children)
        implements Node {
    public Indicator {
        children = List.copyOf(children);
        boolean ofCriteria = points != null;
        for (Node child : children) {
            if (child instanceof Domain || child instanceof Criterion != ofCriteria) {
                throw new IllegalArgumentException(
                        "Indicator %s mixes criteria and indicators at %s."
                                .formatted(id, child.id()));
            }
        }
        if (children.isEmpty()) {
            throw new IllegalArgumentException("Indicator %s has no children.".formatted(id));
        }
    }

    /// True when its children are criteria.
    public boolean bearsCriteria() {
        return points != null;
    }

    /// Its criteria, in the order of the model; empty when its children are indicators.
    public List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>(children.size());
        for (Node child : children) {
            if (child instanceof Criterion criterion) {
                criteria.add(criterion);
            }
        }
        return criteria;
    }
}
