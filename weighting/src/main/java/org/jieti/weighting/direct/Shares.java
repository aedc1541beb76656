package org.jieti.weighting.direct;

import java.util.List;
import java.util.Map;
import org.jieti.core.model.NodeId;

/// Points as weights: each over their sum.
public final class Shares {
    private Shares() {}

    /// The weights, in the order of the members, at least 0, summing to 1.
    ///
    /// @param shares at least 0 and not all 0; one for every member
    public static double[] weights(List<NodeId> members, Map<NodeId, Double> shares) {
        double[] weights = new double[members.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            Double share = shares.get(members.get(i));
            if (share == null || !(share >= 0)) {
                throw new IllegalArgumentException(
                        "The share of %s cannot be %s.".formatted(members.get(i), share));
            }
            weights[i] = share;
            sum += share;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("Nothing is shared among " + members);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
