package org.jieti.core.model;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the experts behind a weight set were apart: for every group of siblings that was
/// weighed by more than one, each expert's own weights. Whoever draws weights at random draws
/// around the set with this spread.
public record WeightSpread(List<Group> groups) {
    public WeightSpread {
        groups = List.copyOf(groups);
    }

    /// The opinions on one group of siblings.
    ///
    /// @param parent the node whose children are weighed; null for the domains
    /// @param members the siblings, in the order of the model
    /// @param opinions of at least two experts
    /// @param concentration the sum of the parameters of the Dirichlet distribution around the
    ///     set's weights whose variance is that between the experts, above 0; null where all of
    ///     them agree, so that there is no spread
    public record Group(
            @Nullable NodeId parent,
            List<NodeId> members,
            List<Opinion> opinions,
            @Nullable Double concentration) {
        public Group {
            members = List.copyOf(members);
            opinions = List.copyOf(opinions);
            if (opinions.size() < 2) {
                throw new IllegalArgumentException(
                        "The spread of %s needs two opinions.".formatted(members));
            }
            if (new HashSet<>(members).size() != members.size()) {
                throw new IllegalArgumentException(
                        "The group %s names a node twice.".formatted(members));
            }
            for (Opinion opinion : opinions) {
                if (opinion.weights().size() != members.size()) {
                    throw new IllegalArgumentException(
                            "Expert %s weighs %d nodes of %d."
                                    .formatted(
                                            opinion.expert(),
                                            opinion.weights().size(),
                                            members.size()));
                }
            }
            if (concentration != null && !(concentration > 0 && Double.isFinite(concentration))) {
                throw new IllegalArgumentException(
                        "The concentration (%s) of %s must be above 0."
                                .formatted(concentration, members));
            }
        }
    }

    /// One expert's weights of one group.
    ///
    /// @param voice how much the expert's word counts beside the others', above 0
    /// @param weights of the group's members, in their order; each in [0, 1], summing to 1
    public record Opinion(String expert, double voice, List<Double> weights) {
        public Opinion {
            weights = List.copyOf(weights);
            if (!(voice > 0 && Double.isFinite(voice))) {
                throw new IllegalArgumentException(
                        "The voice (%s) of expert %s must be above 0.".formatted(voice, expert));
            }
            double sum = 0;
            for (double weight : weights) {
                if (!(weight >= 0 && weight <= 1)) {
                    throw new IllegalArgumentException(
                            "A weight (%s) of expert %s is not within 0 and 1."
                                    .formatted(weight, expert));
                }
                sum += weight;
            }
            if (Math.abs(sum - 1) > 1e-9) {
                throw new IllegalArgumentException(
                        "The weights of expert %s sum to %s, not to 1.".formatted(expert, sum));
            }
        }
    }

    /// The opinions on the children of a node, or, for null, on the domains; null if there are
    /// none.
    public @Nullable Group under(@Nullable NodeId parent) {
        for (Group group : groups) {
            if (parent == null ? group.parent() == null : parent.equals(group.parent())) {
                return group;
            }
        }
        return null;
    }
}
