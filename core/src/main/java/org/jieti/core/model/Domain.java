package org.jieti.core.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 能力域: the top of the tree.
///
/// @param alsoCalled the other name that the source uses for it, where it has two
/// @param covers what the domain is about
/// @param statements what the domain is like at each level, by level number; empty in a model
///     without levels
public record Domain(
        NodeId id,
        Text name,
        @Nullable Text alsoCalled,
        Text covers,
        Map<Integer, Text> statements,
        List<Node> children)
        implements Node {
    public Domain {
        statements = Map.copyOf(statements);
        children = List.copyOf(children);
        if (children.isEmpty()) {
            throw new IllegalArgumentException("Domain %s has no indicators.".formatted(id));
        }
        for (Node child : children) {
            if (!(child instanceof Indicator)) {
                throw new IllegalArgumentException(
                        "Domain %s holds %s, which is no indicator.".formatted(id, child.id()));
            }
        }
    }
}
