package org.jieti.core.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules that a weight set must keep for a model: a weight for every domain and indicator,
/// none negative, and siblings that sum to 1.
public final class WeightRules {
    private static final double TOLERANCE = 1e-9;

    private WeightRules() {}

    public static List<Violation> check(MaturityModel model, WeightSet set) {
        List<Violation> violations = new ArrayList<>();
        if (!set.model().equals(model.id())) {
            violations.add(
                    new Violation(
                            "weights.model", set.id(), List.of(set.id(), set.model(), model.id())));
            return violations;
        }
        Set<NodeId> weighted = new HashSet<>();
        siblings("", model.domains(), set, weighted, violations);
        spread(model, set, violations);
        set.weights().keySet().stream()
                .filter(id -> !weighted.contains(id))
                .sorted()
                .forEach(
                        id ->
                                violations.add(
                                        new Violation("weights.unknown", id.value(), List.of(id))));
        return violations;
    }

    /// Opinions are about all the siblings of a group, in the order of the model.
    private static void spread(MaturityModel model, WeightSet set, List<Violation> violations) {
        if (set.spread() == null) {
            return;
        }
        for (WeightSpread.Group group : set.spread().groups()) {
            NodeId parent = group.parent();
            List<NodeId> siblings = model.siblingsUnder(parent);
            if (!siblings.equals(group.members())) {
                violations.add(
                        new Violation(
                                "weights.spread",
                                "spread",
                                List.of(
                                        parent == null ? set.id() : parent,
                                        joined(group.members()),
                                        joined(siblings))));
            }
        }
    }

    private static String joined(List<NodeId> ids) {
        return ids.stream().map(NodeId::value).collect(Collectors.joining(", "));
    }

    private static void siblings(
            String parent,
            List<? extends Node> nodes,
            WeightSet set,
            Set<NodeId> weighted,
            List<Violation> violations) {
        if (nodes.getFirst() instanceof Criterion) {
            return;
        }
        double sum = 0;
        boolean complete = true;
        for (Node node : nodes) {
            weighted.add(node.id());
            Double weight = set.weights().get(node.id());
            if (weight == null) {
                complete = false;
                violations.add(
                        new Violation("weights.missing", node.id().value(), List.of(node.id())));
            } else if (!(weight >= 0 && weight <= 1)) {
                complete = false;
                violations.add(
                        new Violation(
                                "weights.range", node.id().value(), List.of(node.id(), weight)));
            } else {
                sum += weight;
            }
            siblings(node.id().value(), node.children(), set, weighted, violations);
        }
        if (complete && Math.abs(sum - 1) > TOLERANCE) {
            String members = joined(nodes.stream().map(Node::id).toList());
            violations.add(
                    new Violation(
                            "weights.sum",
                            nodes.getFirst().id().value(),
                            List.of(parent.isEmpty() ? set.id() : parent, sum, members)));
        }
    }
}
