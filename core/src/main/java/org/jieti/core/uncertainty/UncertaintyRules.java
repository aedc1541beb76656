package org.jieti.core.uncertainty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightSet;
import org.jieti.core.uncertainty.WeightBounds.Infeasible;
import org.jspecify.annotations.Nullable;

/// What an uncertainty must keep for a model and a weight set: it names what is there, and there
/// are weights that fit.
public final class UncertaintyRules {
    private final MaturityModel model;
    private final WeightSet weights;
    private final List<Violation> violations = new ArrayList<>();

    private UncertaintyRules(MaturityModel model, WeightSet weights) {
        this.model = model;
        this.weights = weights;
    }

    public static List<Violation> check(
            MaturityModel model, WeightSet weights, Uncertainty uncertainty) {
        UncertaintyRules rules = new UncertaintyRules(model, weights);
        if (uncertainty.weights() != null) {
            rules.weights(uncertainty.weights());
        }
        if (uncertainty.evidence() != null) {
            rules.evidence(uncertainty.evidence());
        }
        rules.choices(uncertainty.choices());
        return rules.violations;
    }

    private void broken(String rule, Object subject, Object... arguments) {
        violations.add(new Violation(rule, subject.toString(), List.of(arguments)));
    }

    private void weights(UncertainWeights uncertain) {
        Set<String> seen = new HashSet<>();
        for (UncertainWeights.Group group : uncertain.groups()) {
            String name = name(group.parent());
            if (!seen.add(name)) {
                broken("uncertainty.group.twice", name, name);
            }
            List<NodeId> members = members(group.parent());
            if (members.isEmpty()) {
                broken("uncertainty.group.unknown", name, name);
            } else if (group.distribution() instanceof WeightDistribution.Within within) {
                within(name, within, members);
            }
        }
        if (uncertain.elsewhere() instanceof WeightDistribution.Within) {
            broken("uncertainty.within.everywhere", "everywhere");
        }
    }

    private static String name(@Nullable NodeId parent) {
        return parent == null ? "domains" : parent.value();
    }

    /// The siblings that carry weights; none where the node bears criteria or is not there.
    private List<NodeId> members(@Nullable NodeId parent) {
        Node node = parent == null ? null : model.find(parent);
        List<? extends Node> children =
                parent == null ? model.domains() : node == null ? List.of() : node.children();
        return children.stream()
                .filter(child -> !(child instanceof Criterion))
                .map(Node::id)
                .toList();
    }

    private void within(String name, WeightDistribution.Within within, List<NodeId> members) {
        Set<NodeId> strangers = new HashSet<>(within.intervals().keySet());
        within.orders().forEach(strangers::addAll);
        members.forEach(strangers::remove);
        strangers.stream()
                .sorted()
                .forEach(
                        stranger -> broken("uncertainty.member.unknown", stranger, stranger, name));
        double[] set = members.stream().mapToDouble(weights::weight).toArray();
        for (int i = 0; i < set.length; i++) {
            if (set[i] == 0 && within.interval(members.get(i)).from() > 0) {
                broken("uncertainty.member.zero", members.get(i), members.get(i));
            }
        }
        if (strangers.isEmpty()) {
            feasible(name, WeightBounds.of(within, members, set), members);
        }
    }

    private void feasible(String name, WeightBounds bounds, List<NodeId> members) {
        Infeasible why = bounds.infeasible(members);
        if (why == null) {
            return;
        }
        switch (why) {
            case Infeasible.TooMuch(double sum) -> broken("uncertainty.least.sum", name, name, sum);
            case Infeasible.TooLittle(double sum) ->
                    broken("uncertainty.greatest.sum", name, name, sum);
            case Infeasible.Contradiction(NodeId member, double least, double greatest) ->
                    broken("uncertainty.contradiction", member, member, least, greatest);
            case Infeasible.Circle(NodeId member) -> broken("uncertainty.circle", member, member);
        }
    }

    private void evidence(EvidenceStrengths evidence) {
        String known =
                evidence.strengths().stream()
                        .map(EvidenceStrengths.Strength::id)
                        .collect(Collectors.joining(", "));
        for (EvidenceStrengths.Assigned assigned : evidence.assigned()) {
            if (model.find(assigned.beneath()) == null) {
                broken("uncertainty.node.unknown", assigned.beneath(), assigned.beneath());
            }
            if (evidence.find(assigned.strength()) < 0) {
                broken(
                        "uncertainty.strength.unknown",
                        assigned.strength(),
                        assigned.strength(),
                        known);
            }
        }
    }

    private void choices(Choices choices) {
        for (Choices.Option<String> option : choices.presets()) {
            if (model.grading() == null) {
                broken("uncertainty.preset.none", option.value(), model.id());
            } else if (model.grading().find(option.value()) == null) {
                broken(
                        "uncertainty.preset.unknown",
                        option.value(),
                        option.value(),
                        model.grading().presets().stream()
                                .map(Preset::id)
                                .collect(Collectors.joining(", ")));
            }
        }
        if (!choices.aggregations().isEmpty() || !choices.normalisations().isEmpty()) {
            broken("uncertainty.index.only", model.id(), model.id());
        }
    }
}
