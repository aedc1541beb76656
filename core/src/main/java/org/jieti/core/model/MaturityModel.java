package org.jieti.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// 成熟度模型: levels, rating scale, indicator tree and grading rules, under one id.
///
/// @param variation what it varies, and how; null unless it is a local variant
/// @param levels from 1 upwards; empty in a model without levels
/// @param grading null exactly when there are no levels
/// @param notApplicableCap the largest share of a domain's points that may be declared not
///     applicable, in [0, 1]
/// @param effortCost the cost of one step up per effort class, in units of the model's choice
public record MaturityModel(
        ModelId id,
        @Nullable Variation variation,
        Text name,
        Text summary,
        Text disclaimer,
        List<Level> levels,
        RatingScale ratings,
        List<Measure> measures,
        List<Domain> domains,
        @Nullable Grading grading,
        double notApplicableCap,
        Map<Effort, Integer> effortCost) {

    /// A model that is no variant of another.
    public MaturityModel(
            ModelId id,
            Text name,
            Text summary,
            Text disclaimer,
            List<Level> levels,
            RatingScale ratings,
            List<Measure> measures,
            List<Domain> domains,
            @Nullable Grading grading,
            double notApplicableCap,
            Map<Effort, Integer> effortCost) {
        this(
                id,
                null,
                name,
                summary,
                disclaimer,
                levels,
                ratings,
                measures,
                domains,
                grading,
                notApplicableCap,
                effortCost);
    }

    public MaturityModel {
        levels = List.copyOf(levels);
        measures = List.copyOf(measures);
        domains = List.copyOf(domains);
        effortCost = Map.copyOf(effortCost);
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "Level %s stands at place %d.".formatted(levels.get(i), i + 1));
            }
        }
        if (levels.isEmpty() != (grading == null)) {
            throw new IllegalArgumentException(
                    "Model %s has levels without grading, or the reverse.".formatted(id));
        }
    }

    /// The model that this one is a local variant of; null for most.
    public @Nullable ModelId extended() {
        return variation == null ? null : variation.of();
    }

    public Level level(int number) {
        return levels.get(number - 1);
    }

    /// The level printed as `code` or numbered so, as in `IV` or `4`; null if there is none.
    public @Nullable Level findLevel(String codeOrNumber) {
        for (Level level : levels) {
            if (level.code().equals(codeOrNumber)
                    || Integer.toString(level.number()).equals(codeOrNumber)) {
                return level;
            }
        }
        return null;
    }

    public @Nullable Measure findMeasure(MeasureId measure) {
        for (Measure candidate : measures) {
            if (candidate.id().equals(measure)) {
                return candidate;
            }
        }
        return null;
    }

    public @Nullable Node find(NodeId id) {
        return find(domains, id);
    }

    /// The id of a node may begin with that of a sibling, as `data.open.3.1` with `data.open.3`.
    private static @Nullable Node find(List<? extends Node> nodes, NodeId id) {
        for (Node node : nodes) {
            if (node.id().equals(id)) {
                return node;
            }
            Node beneath = node.id().contains(id) ? find(node.children(), id) : null;
            if (beneath != null) {
                return beneath;
            }
        }
        return null;
    }

    /// The ids of the children of a node or, for null, of the domains, in the order of the model;
    /// none where there is no such node.
    public List<NodeId> siblingsUnder(@Nullable NodeId parent) {
        Node above = parent == null ? null : find(parent);
        List<? extends Node> nodes =
                parent == null ? domains : above == null ? List.of() : above.children();
        return nodes.stream().map(Node::id).toList();
    }

    /// The ids beneath the deepest part of an id that the model knows: among them is what an
    /// unknown id most likely stands for.
    public List<NodeId> nearest(String id) {
        String known = id;
        while (!known.isEmpty()) {
            if (NodeId.isValid(known) && find(new NodeId(known)) != null) {
                return siblingsUnder(new NodeId(known));
            }
            known = known.substring(0, Math.max(0, known.lastIndexOf('.')));
        }
        return siblingsUnder(null);
    }

    /// Visits every node, parents before children, in the order of the model.
    public void forEachNode(Consumer<Node> visitor) {
        for (Domain domain : domains) {
            visit(domain, visitor);
        }
    }

    private static void visit(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        for (Node child : node.children()) {
            visit(child, visitor);
        }
    }

    /// All criteria, in the order of the model.
    public List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>();
        forEachNode(
                node -> {
                    if (node instanceof Criterion criterion) {
                        criteria.add(criterion);
                    }
                });
        return criteria;
    }
}
