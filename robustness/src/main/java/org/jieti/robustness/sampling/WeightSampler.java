package org.jieti.robustness.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jspecify.annotations.Nullable;

/// Draws all weights of a model, one group of siblings after another, each from a stream of its
/// own.
public final class WeightSampler {
    private final double[] set;
    private final List<Group> groups;

    /// Siblings whose weights are drawn.
    ///
    /// @param domain the domain that they stand in; null for the domains themselves
    /// @param rows theirs, as a [Layout] counts them
    private record Group(
            @Nullable NodeId domain, List<Integer> rows, SiblingSampler sampler, long key) {}

    /// The run that a group follows.
    @FunctionalInterface
    public interface Runs {
        /// The number of the run; negative where the weights stand.
        ///
        /// @param domain the domain that the group stands in; null for the domains themselves
        long of(@Nullable NodeId domain);
    }

    private WeightSampler(double[] set, List<Group> groups) {
        this.set = set;
        this.groups = groups;
    }

    /// Prepares the groups of a model.
    ///
    /// @param uncertain null where all weights stand
    /// @throws IllegalArgumentException if no weights of a group fit its distribution
    public static WeightSampler of(
            MaturityModel model, WeightSet weights, @Nullable UncertainWeights uncertain) {
        List<Node> weighted = new ArrayList<>();
        model.forEachNode(
                node -> {
                    if (!(node instanceof Criterion)) {
                        weighted.add(node);
                    }
                });
        List<NodeId> ids = weighted.stream().map(Node::id).toList();
        double[] set = ids.stream().mapToDouble(weights::weight).toArray();
        List<Group> groups = new ArrayList<>();
        if (uncertain != null) {
            add(groups, null, null, model.domains(), ids::indexOf, weights, uncertain);
            for (Node domain : model.domains()) {
                within(groups, domain.id(), domain, ids::indexOf, weights, uncertain);
            }
        }
        return new WeightSampler(set, groups);
    }

    private static void within(
            List<Group> groups,
            NodeId domain,
            Node parent,
            ToIntFunction<NodeId> rows,
            WeightSet weights,
            UncertainWeights uncertain) {
        if (parent.children().getFirst() instanceof Criterion) {
            return;
        }
        add(groups, domain, parent.id(), parent.children(), rows, weights, uncertain);
        for (Node child : parent.children()) {
            within(groups, domain, child, rows, weights, uncertain);
        }
    }

    private static void add(
            List<Group> groups,
            @Nullable NodeId domain,
            @Nullable NodeId parent,
            List<? extends Node> siblings,
            ToIntFunction<NodeId> rows,
            WeightSet weights,
            UncertainWeights uncertain) {
        List<NodeId> members = siblings.stream().map(Node::id).toList();
        SiblingSampler sampler =
                SiblingSampler.of(
                        uncertain.under(parent),
                        members,
                        members.stream().mapToDouble(weights::weight).toArray(),
                        null);
        if (sampler != null) {
            groups.add(
                    new Group(
                            domain,
                            members.stream().map(rows::applyAsInt).toList(),
                            sampler,
                            RunStream.key("weights", parent == null ? "" : parent.value())));
        }
    }

    /// How many domains and indicators there are.
    public int rowCount() {
        return set.length;
    }

    /// Whether any weights between the domains, for null, or within a domain are drawn.
    public boolean draws(@Nullable NodeId domain) {
        for (Group group : groups) {
            if (domain == null ? group.domain() == null : domain.equals(group.domain())) {
                return true;
            }
        }
        return false;
    }

    /// Draws the weights of one lane.
    ///
    /// @param random any stream; it is begun anew for each group
    /// @param weights `[row][lane]`; the lane is overwritten
    public void draw(RunStream random, long seed, Runs runs, double[][] weights, int lane) {
        for (int row = 0; row < set.length; row++) {
            weights[row][lane] = set[row];
        }
        double[] drawn = new double[set.length];
        for (Group group : groups) {
            long run = runs.of(group.domain());
            if (run < 0) {
                continue;
            }
            int size = group.rows().size();
            double[] members = size == drawn.length ? drawn : Arrays.copyOf(drawn, size);
            random.begin(seed, run, group.key());
            group.sampler().draw(random, members);
            for (int i = 0; i < size; i++) {
                weights[group.rows().get(i)][lane] = members[i];
            }
        }
    }
}
