package org.jieti.robustness.sampling;

import java.util.List;
import org.jieti.core.model.NodeId;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jspecify.annotations.Nullable;

/// Draws the weights of one group of siblings. What it draws is not negative and sums to 1; members
/// whose weight is 0 stay at 0, and all others stay above 0.
public abstract class SiblingSampler {
    /// A weight drawn is never less, so that no node drops out by rounding.
    private static final double LEAST = 1e-60;

    /// Draws one set of weights.
    ///
    /// @param random the group's stream of the run
    /// @param weights `[member]`; overwritten
    public final void draw(RunStream random, double[] weights) {
        fill(random, weights);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < LEAST && isFree(i)) {
                weights[i] = LEAST;
            }
        }
    }

    abstract void fill(RunStream random, double[] weights);

    abstract boolean isFree(int member);

    /// The sampler of a distribution; null where the group's weights stand.
    ///
    /// @param members the siblings, in the order of the model
    /// @param set their weights in the set that is used
    /// @param experts the concentration around the set at which weights vary as they do between the
    ///     experts behind it; null where there is no spread between experts
    /// @throws IllegalArgumentException if no weights fit the distribution
    public static @Nullable SiblingSampler of(
            @Nullable WeightDistribution distribution,
            List<NodeId> members,
            double[] set,
            @Nullable Double experts) {
        int free = 0;
        for (double weight : set) {
            free += weight > 0 ? 1 : 0;
        }
        if (distribution == null || free < 2) {
            return null;
        }
        return switch (distribution) {
            case WeightDistribution.Any _ -> new AnyWeights(set);
            case WeightDistribution.Around(double concentration) ->
                    new WeightsAround(set, concentration);
            case WeightDistribution.PlusMinus(double share) -> new WeightsPlusMinus(set, share);
            case WeightDistribution.BetweenExperts _ ->
                    experts == null ? null : new WeightsAround(set, experts);
            case WeightDistribution.Within within -> WeightsWithin.of(within, members, set);
        };
    }

    /// Members of weight 0 stay there.
    abstract static class Unbounded extends SiblingSampler {
        private final double[] set;

        Unbounded(double[] set) {
            this.set = set.clone();
        }

        @Override
        boolean isFree(int member) {
            return set[member] > 0;
        }

        double set(int member) {
            return set[member];
        }
    }

    static void normalise(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        divide(weights, sum);
    }

    static void divide(double[] weights, double sum) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }
}
