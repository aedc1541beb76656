package org.jieti.core.uncertainty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.NodeId;

/// How the weights of one group of siblings are drawn. They are not negative and sum to 1; a weight
/// that is 0 in the set stays 0, and the others share the whole.
public sealed interface WeightDistribution {

    /// Any weights at all, each set as likely as another: Dirichlet(1, …, 1).
    record Any() implements WeightDistribution {}

    /// Around the set: Dirichlet with parameters `concentration × weight`. The mean is the set; the
    /// standard deviation of a weight w is √(w·(1−w)/(concentration+1)).
    record Around(double concentration) implements WeightDistribution {
        public Around {
            if (!(concentration > 0 && Double.isFinite(concentration))) {
                throw new IllegalArgumentException(
                        "The concentration (%s) must be above 0.".formatted(concentration));
            }
        }
    }

    /// Each weight times 1 ± share, uniformly, and then brought back to a sum of 1.
    ///
    /// @param share in (0, 1]
    record PlusMinus(double share) implements WeightDistribution {
        public PlusMinus {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "The share (%s) must lie in 0..1. Maybe it was given in percent."
                                .formatted(share));
            }
        }
    }

    /// As far apart as the experts behind the weight set were. A group that none or one has weighed
    /// stands.
    record BetweenExperts() implements WeightDistribution {}

    /// Uniformly among all weights within intervals that keep orders of importance.
    ///
    /// @param intervals of members; without one a weight lies anywhere in 0..1
    /// @param orders each from the most important member to the least
    record Within(Map<NodeId, Interval> intervals, List<List<NodeId>> orders)
            implements WeightDistribution {
        public Within {
            intervals = Map.copyOf(intervals);
            orders = orders.stream().map(List::copyOf).toList();
        }

        /// The same distribution for other members.
        public Interval interval(NodeId member) {
            return new HashMap<>(intervals).getOrDefault(member, Interval.FREE);
        }
    }

    /// Both ends belong to it.
    record Interval(double from, double to) {
        public static final Interval FREE = new Interval(0, 1);

        public Interval {
            if (!(from >= 0 && from <= to && to <= 1)) {
                throw new IllegalArgumentException(
                        "An interval of weights runs upwards within 0..1, but got %s to %s. Maybe it was given in percent."
                                .formatted(from, to));
            }
        }
    }
}
