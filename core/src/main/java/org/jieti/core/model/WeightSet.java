package org.jieti.core.model;

import java.util.Map;

/// 权重集: the weight of every domain and indicator of one model version. Weights are fractions
/// of 1 among siblings.
///
/// @param method how they were set, as in `equal` or `ahp`
/// @param provenance who set them, when, and on what grounds
public record WeightSet(
        String id,
        ModelId model,
        Text name,
        Status status,
        String method,
        Text provenance,
        Map<NodeId, Double> weights) {

    /// Who stands behind a weight set.
    public enum Status {
        OFFICIAL,
        EDITORIAL,
        LOCAL
    }

    public WeightSet {
        weights = Map.copyOf(weights);
    }

    /// The weight of a domain or indicator among its siblings, in [0, 1].
    ///
    /// @throws IllegalArgumentException if the set has no weight for the node: a weight left out
    ///     is an error, never 0
    public double weight(NodeId node) {
        Double weight = weights.get(node);
        if (weight == null) {
            throw new IllegalArgumentException(
                    "Weight set %s has no weight for %s.".formatted(id, node));
        }
        return weight;
    }
}
