package org.jieti.core.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 权重集: the weight of every domain and indicator of one model version. Weights are fractions
/// of 1 among siblings.
///
/// @param method how they were set, as in `equal` or `ahp`
/// @param provenance who set them, when, and on what grounds
/// @param record how they came about; null where nobody wrote it down
/// @param spread how far the experts behind them were apart; null where only one stands behind
///     them, or none
public record WeightSet(
        String id,
        ModelId model,
        Text name,
        Status status,
        String method,
        Text provenance,
        Map<NodeId, Double> weights,
        @Nullable WeightRecord record,
        @Nullable WeightSpread spread) {

    /// Who stands behind a weight set.
    public enum Status {
        OFFICIAL,
        EDITORIAL,
        LOCAL
    }

    public WeightSet {
        weights = Map.copyOf(weights);
    }

    /// A set of which only the weights are known.
    public WeightSet(
            String id,
            ModelId model,
            Text name,
            Status status,
            String method,
            Text provenance,
            Map<NodeId, Double> weights) {
        this(id, model, name, status, method, provenance, weights, null, null);
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
