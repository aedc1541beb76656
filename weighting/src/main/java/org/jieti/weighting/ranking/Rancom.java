package org.jieti.weighting.ranking;

import java.util.List;
import java.util.Map;
import org.jieti.core.model.NodeId;

/// Weights from ranks by comparing them pair by pair: a node earns 1 for every one ranked below it
/// and a half for every one ranked alike, itself included, and weighs its part of all that is
/// earned (RANCOM; Więckowski et al. 2023).
public final class Rancom {
    private Rancom() {}

    /// The weights, in the order of the members, above 0, summing to 1.
    ///
    /// @param ranks one for every member; the smallest is the most important
    public static double[] weights(List<NodeId> members, Map<NodeId, Integer> ranks) {
        int size = members.size();
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                int order =
                        Integer.compare(rank(members.get(i), ranks), rank(members.get(j), ranks));
                weights[i] += order < 0 ? 1 : order == 0 ? 0.5 : 0;
            }
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= size * size / 2.0;
        }
        return weights;
    }

    private static int rank(NodeId node, Map<NodeId, Integer> ranks) {
        Integer rank = ranks.get(node);
        if (rank == null) {
            throw new IllegalArgumentException("No rank is given to " + node);
        }
        return rank;
    }
}
