package org.jieti.robustness.sampling;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jieti.core.model.WeightSpread;
import org.jieti.core.population.IndexLanes;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jspecify.annotations.Nullable;

/// Draws all weights of a model, one group of siblings after another, each from a stream of its
/// own. Not for use by several threads.
public final class WeightSampler {
    /// Stands for the group of the parts themselves.
    public static final int BETWEEN_PARTS = -1;

    private final double[] set;
    private final List<Group> groups;

    /// Siblings whose weights are drawn.
    private static final class Group {
        /// The number of the part that they stand in; [#BETWEEN_PARTS] for the parts themselves.
        private final int part;

        private final int[] rows;
        private final SiblingSampler sampler;
        private final long key;
        private final double[] drawn;

        Group(int part, int[] rows, SiblingSampler sampler, long key) {
            this.part = part;
            this.rows = rows;
            this.sampler = sampler;
            this.key = key;
            this.drawn = new double[rows.length];
        }

        Group another() {
            return new Group(part, rows, sampler, key);
        }
    }

    /// The run that a group follows.
    @FunctionalInterface
    public interface Runs {
        /// The number of the run; negative where the weights stand.
        ///
        /// @param part the number, from 0, of the domain or child of an index's root that the
        ///     group stands in; [#BETWEEN_PARTS] for these themselves
        long of(int part);
    }

    private WeightSampler(double[] set, List<Group> groups) {
        this.set = set;
        this.groups = groups;
    }

    /// Prepares the groups of a maturity model. Rows are those of a
    /// [org.jieti.core.scoring.Layout].
    ///
    /// @param uncertain null where all weights stand
    /// @throws IllegalArgumentException if no weights of a group fit its distribution
    public static WeightSampler of(
            MaturityModel model, WeightSet weights, @Nullable UncertainWeights uncertain) {
        List<NodeId> ids = new ArrayList<>();
        model.forEachNode(
                node -> {
                    if (!(node instanceof Criterion)) {
                        ids.add(node.id());
                    }
                });
        double[] set = ids.stream().mapToDouble(weights::weight).toArray();
        Builder builder = new Builder(ids, set, weights.spread());
        if (uncertain != null) {
            List<NodeId> domains = model.domains().stream().map(Node::id).toList();
            builder.add(BETWEEN_PARTS, null, domains, uncertain);
            for (int part = 0; part < domains.size(); part++) {
                builder.within(part, model.domains().get(part), uncertain);
            }
        }
        return new WeightSampler(set, builder.groups);
    }

    /// Prepares the groups of an index. Rows are those of [IndexLanes#weighted].
    ///
    /// @param uncertain null where all weights stand
    /// @throws IllegalArgumentException if no weights of a group fit its distribution
    public static WeightSampler of(IndexModel model, @Nullable UncertainWeights uncertain) {
        List<IndexNode> weighted = IndexLanes.weighted(model);
        double[] set = weighted.stream().mapToDouble(IndexNode::weight).toArray();
        Builder builder = new Builder(weighted.stream().map(IndexNode::id).toList(), set, null);
        if (uncertain != null) {
            List<IndexNode> parts = model.root().parts();
            builder.add(BETWEEN_PARTS, null, parts.stream().map(IndexNode::id).toList(), uncertain);
            for (int part = 0; part < parts.size(); part++) {
                builder.within(part, parts.get(part), uncertain);
            }
        }
        return new WeightSampler(set, builder.groups);
    }

    /// Another sampler of the same, for another thread.
    public WeightSampler another() {
        return new WeightSampler(set, groups.stream().map(Group::another).toList());
    }

    private static final class Builder {
        private final List<NodeId> ids;
        private final double[] set;
        private final @Nullable WeightSpread spread;
        private final List<Group> groups = new ArrayList<>();

        Builder(List<NodeId> ids, double[] set, @Nullable WeightSpread spread) {
            this.ids = ids;
            this.set = set;
            this.spread = spread;
        }

        void within(int part, Node parent, UncertainWeights uncertain) {
            if (parent.children().getFirst() instanceof Criterion) {
                return;
            }
            List<NodeId> members = parent.children().stream().map(Node::id).toList();
            add(part, parent.id(), members, uncertain);
            for (Node child : parent.children()) {
                within(part, child, uncertain);
            }
        }

        void within(int part, IndexNode node, UncertainWeights uncertain) {
            switch (node) {
                case IndexNode.Leaf _ -> {}
                case IndexNode.Branch branch -> {
                    List<NodeId> members = branch.parts().stream().map(IndexNode::id).toList();
                    add(part, branch.id(), members, uncertain);
                    branch.parts().forEach(child -> within(part, child, uncertain));
                }
            }
        }

        void add(
                int part,
                @Nullable NodeId parent,
                List<NodeId> members,
                UncertainWeights uncertain) {
            int[] rows = members.stream().mapToInt(ids::indexOf).toArray();
            double sum = 0;
            for (int row : rows) {
                sum += set[row];
            }
            double[] weights = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                weights[i] = set[rows[i]] / sum;
            }
            WeightSpread.Group experts = spread == null ? null : spread.under(parent);
            SiblingSampler sampler =
                    SiblingSampler.of(
                            uncertain.under(parent),
                            members,
                            weights,
                            experts == null ? null : experts.concentration());
            if (sampler != null) {
                String name = parent == null ? "" : parent.value();
                groups.add(new Group(part, rows, sampler, RunStream.key("weights", name)));
            }
        }
    }

    /// How many nodes carry weights.
    public int rowCount() {
        return set.length;
    }

    /// `[row]`: the weights where nothing is drawn.
    public double[] set() {
        return set.clone();
    }

    /// Whether any weights between the parts or within a part are drawn.
    ///
    /// @param part its number; [#BETWEEN_PARTS]
    public boolean draws(int part) {
        for (Group group : groups) {
            if (group.part == part) {
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
        for (Group group : groups) {
            long run = runs.of(group.part);
            if (run >= 0) {
                random.begin(seed, run, group.key);
                group.sampler.draw(random, group.drawn);
                for (int i = 0; i < group.rows.length; i++) {
                    weights[group.rows[i]][lane] = group.drawn[i];
                }
            }
        }
    }
}
