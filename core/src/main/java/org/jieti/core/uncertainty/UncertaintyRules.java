package org.jieti.core.uncertainty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightSet;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Population;
import org.jieti.core.population.PopulationScoring;
import org.jieti.core.uncertainty.WeightBounds.Infeasible;
import org.jspecify.annotations.Nullable;

/// What an uncertainty must keep for a model and a weight set: it names what is there, and there
/// are weights that fit.
public final class UncertaintyRules {
    private final List<Violation> violations = new ArrayList<>();

    private UncertaintyRules() {}

    /// The weights of the children of a node, or for null of the domains; empty where there is no
    /// such node or its children carry none.
    private interface Siblings {
        Map<NodeId, Double> under(@Nullable NodeId parent);
    }

    public static List<Violation> check(
            MaturityModel model, WeightSet weights, Uncertainty uncertainty) {
        UncertaintyRules rules = new UncertaintyRules();
        if (uncertainty.weights() != null) {
            rules.weights(uncertainty.weights(), parent -> siblings(model, weights, parent));
        }
        if (uncertainty.evidence() != null) {
            rules.evidence(uncertainty.evidence(), model);
        }
        rules.presets(uncertainty.choices(), model);
        return rules.violations;
    }

    /// The same for an index: only its weights, aggregation and normalisation are uncertain, and
    /// its units must have values whatever is drawn.
    ///
    /// @param population such as [PopulationScoring#check] finds nothing wrong with
    public static List<Violation> check(
            IndexModel model, Population population, Uncertainty uncertainty) {
        UncertaintyRules rules = new UncertaintyRules();
        if (uncertainty.weights() != null) {
            rules.weights(uncertainty.weights(), parent -> siblings(model, parent));
        }
        if (uncertainty.evidence() != null
                || uncertainty.missing() == Uncertainty.MissingAnswers.ANY_RATING
                || !uncertainty.choices().presets().isEmpty()) {
            rules.broken("uncertainty.assessed.only", model.id(), model.id());
        }
        rules.defined(model, population, uncertainty.choices());
        return rules.violations;
    }

    /// Ways of aggregating that are not defined for negative numbers need columns without any.
    private void defined(IndexModel model, Population population, Choices choices) {
        boolean needs =
                choices.aggregations().stream().anyMatch(o -> o.value().needsNonNegative())
                        || model.root().branches().stream()
                                .anyMatch(branch -> branch.aggregation().needsNonNegative());
        List<IndexModel> models = new ArrayList<>(List.of(model));
        choices.normalisations().forEach(option -> models.add(model.with(option.value())));
        for (IndexModel each : models) {
            List<Violation> broken = PopulationScoring.check(each, population);
            violations.addAll(broken);
            if (needs && broken.isEmpty() && isNegative(each, population)) {
                broken("uncertainty.negative", model.id(), model.id());
                return;
            }
        }
    }

    private static boolean isNegative(IndexModel model, Population population) {
        return PopulationScoring.score(model, population).members().stream()
                .map(MemberResult::derivation)
                .anyMatch(tier -> tier != null && isNegative(tier));
    }

    private static boolean isNegative(IndexScore score) {
        return switch (score) {
            case IndexScore.Reading reading -> reading.value() != null && reading.value() < 0;
            case IndexScore.Tier tier ->
                    tier.parts().stream().anyMatch(UncertaintyRules::isNegative);
        };
    }

    private void broken(String rule, Object subject, Object... arguments) {
        violations.add(new Violation(rule, subject.toString(), List.of(arguments)));
    }

    private void weights(UncertainWeights uncertain, Siblings siblings) {
        Set<String> seen = new HashSet<>();
        for (UncertainWeights.Group group : uncertain.groups()) {
            String name = name(group.parent());
            if (!seen.add(name)) {
                broken("uncertainty.group.twice", name, name);
            }
            Map<NodeId, Double> members = siblings.under(group.parent());
            if (members.isEmpty()) {
                broken("uncertainty.group.unknown", name, name);
            } else if (group.distribution() instanceof WeightDistribution.Within within) {
                within(name, within, members);
            }
        }
    }

    private static String name(@Nullable NodeId parent) {
        return parent == null ? "domains" : parent.value();
    }

    private static Map<NodeId, Double> siblings(
            MaturityModel model, WeightSet weights, @Nullable NodeId parent) {
        Node node = parent == null ? null : model.find(parent);
        List<? extends Node> children =
                parent == null ? model.domains() : node == null ? List.of() : node.children();
        Map<NodeId, Double> siblings = new LinkedHashMap<>();
        for (Node child : children) {
            if (!(child instanceof Criterion)) {
                siblings.put(child.id(), weights.weight(child.id()));
            }
        }
        return siblings;
    }

    private static Map<NodeId, Double> siblings(IndexModel model, @Nullable NodeId parent) {
        Map<NodeId, Double> siblings = new LinkedHashMap<>();
        for (IndexNode.Branch branch : model.root().branches()) {
            if (parent == null ? branch.equals(model.root()) : branch.id().equals(parent)) {
                double sum = branch.parts().stream().mapToDouble(IndexNode::weight).sum();
                branch.parts().forEach(part -> siblings.put(part.id(), part.weight() / sum));
            }
        }
        return siblings;
    }

    private void within(
            String name, WeightDistribution.Within within, Map<NodeId, Double> siblings) {
        Set<NodeId> strangers = new HashSet<>(within.intervals().keySet());
        within.orders().forEach(strangers::addAll);
        strangers.removeAll(siblings.keySet());
        strangers.stream()
                .sorted()
                .forEach(
                        stranger -> broken("uncertainty.member.unknown", stranger, stranger, name));
        siblings.forEach(
                (member, weight) -> {
                    if (weight == 0 && within.interval(member).from() > 0) {
                        broken("uncertainty.member.zero", member, member);
                    }
                });
        if (strangers.isEmpty()) {
            List<NodeId> members = List.copyOf(siblings.keySet());
            double[] set = siblings.values().stream().mapToDouble(Double::doubleValue).toArray();
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

    private void evidence(EvidenceStrengths evidence, MaturityModel model) {
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

    private void presets(Choices choices, MaturityModel model) {
        for (Choices.Option<String> option : choices.presets()) {
            if (model.grading() == null) {
                broken("uncertainty.preset.none", option.value(), option.value(), model.id());
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
