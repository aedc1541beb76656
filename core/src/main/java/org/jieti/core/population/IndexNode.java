package org.jieti.core.population;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Direction;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;

/// A node of an index model's tree.
public sealed interface IndexNode {
    NodeId id();

    Text name();

    /// The weight among its siblings: not negative; relative, but under a weighted sum.
    double weight();

    /// A node whose value is made of its parts.
    ///
    /// @param decimals to how many decimals its value is rounded, half up, before it is used
    ///     further, in 0..12; null for not at all
    record Branch(
            NodeId id,
            Text name,
            double weight,
            Aggregation aggregation,
            @Nullable Integer decimals,
            List<IndexNode> parts)
            implements IndexNode {
        public Branch {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("Node %s has no parts.".formatted(id));
            }
        }

        /// The share of a part while none is missing: its weight over that of all, in [0, 1].
        public double share(IndexNode part) {
            double whole = 0;
            for (IndexNode each : parts) {
                whole += each.weight();
            }
            return part.weight() / whole;
        }

        /// The node of that id, this one or beneath it; null if there is none.
        public @Nullable IndexNode find(NodeId wanted) {
            if (id.equals(wanted)) {
                return this;
            }
            for (IndexNode part : parts) {
                IndexNode found =
                        switch (part) {
                            case Branch branch -> branch.find(wanted);
                            case Leaf leaf -> leaf.id().equals(wanted) ? leaf : null;
                        };
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        /// The leaves beneath, in the order of the model.
        public List<Leaf> leaves() {
            List<Leaf> leaves = new ArrayList<>();
            for (IndexNode part : parts) {
                switch (part) {
                    case Branch branch -> leaves.addAll(branch.leaves());
                    case Leaf leaf -> leaves.add(leaf);
                }
            }
            return leaves;
        }

        /// The node itself and all branches beneath, parents before children.
        public List<Branch> branches() {
            List<Branch> branches = new ArrayList<>(List.of(this));
            for (IndexNode part : parts) {
                switch (part) {
                    case Branch branch -> branches.addAll(branch.branches());
                    case Leaf _ -> {}
                }
            }
            return branches;
        }

        /// The same tree with one way of aggregation throughout.
        public Branch with(Aggregation everywhere) {
            List<IndexNode> changed = new ArrayList<>();
            for (IndexNode part : parts) {
                changed.add(
                        switch (part) {
                            case Branch branch -> branch.with(everywhere);
                            case Leaf leaf -> leaf;
                        });
            }
            return new Branch(id, name, weight, everywhere, decimals, changed);
        }
    }

    /// A node that reads one column of the table.
    ///
    /// @param direction whether higher or lower values are better
    /// @param denominator the column that its values are divided by; null for none
    /// @param target the value at which the aim is reached, in the column's unit after division;
    ///     null for none
    record Leaf(
            NodeId id,
            Text name,
            double weight,
            String column,
            Direction direction,
            @Nullable String denominator,
            @Nullable Double target)
            implements IndexNode {}
}
