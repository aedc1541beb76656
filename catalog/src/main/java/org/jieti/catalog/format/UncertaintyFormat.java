package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Violation;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.Normalisation;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.EvidenceStrengths;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.Uncertainty.MissingAnswers;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jspecify.annotations.Nullable;

/// The format of what is uncertain.
public final class UncertaintyFormat {
    private final Findings findings;
    private final Map<String, Location> places = new HashMap<>();

    private UncertaintyFormat(Findings findings) {
        this.findings = findings;
    }

    /// What an uncertainty breaks where it is to be used.
    public interface Rules {
        List<Violation> check(Uncertainty uncertainty);
    }

    /// Checks an uncertainty. Null when it is refused.
    public static @Nullable Uncertainty checked(Value root, Rules rules, Findings findings) {
        Findings own = new Findings();
        Schemas.check(root, Schemas.UNCERTAINTY, own);
        UncertaintyFormat format = new UncertaintyFormat(own);
        Uncertainty read = own.hasErrors() ? null : format.read(Tree.mapping(root));
        if (read != null && !own.hasErrors()) {
            for (Violation violation : rules.check(read)) {
                own.error(
                        format.places.getOrDefault(violation.subject(), root.at()),
                        violation.rule(),
                        violation.arguments().toArray());
            }
        }
        own.sorted().forEach(findings::add);
        return own.hasErrors() ? null : read;
    }

    private Uncertainty read(Value.Mapping root) {
        Value.Mapping weights = root.value("weights") instanceof Value.Mapping m ? m : null;
        Value.Mapping evidence = root.value("evidence") instanceof Value.Mapping m ? m : null;
        return new Uncertainty(
                Tree.optionalText(root, "name"),
                Tree.optionalText(root, "grounds"),
                weights == null ? null : weights(weights),
                evidence == null ? null : evidence(evidence),
                "any".equals(Tree.optionalString(root, "missing"))
                        ? MissingAnswers.ANY_RATING
                        : MissingAnswers.STAY_MISSING,
                new Choices(presets(root), aggregations(root), normalisations(root)));
    }

    private UncertainWeights weights(Value.Mapping weights) {
        Value elsewhere = weights.value("elsewhere");
        List<UncertainWeights.Group> groups = new ArrayList<>();
        for (Value.Mapping group : Tree.mappings(weights, "groups")) {
            String under = Tree.optionalString(group, "under");
            places.put(under == null ? "domains" : under, group.at());
            groups.add(
                    new UncertainWeights.Group(
                            under == null ? null : new NodeId(under),
                            distribution(Tree.at(group, "draw"))));
        }
        return new UncertainWeights(elsewhere == null ? null : distribution(elsewhere), groups);
    }

    /// Null where weights stand.
    private @Nullable WeightDistribution distribution(Value written) {
        if (written instanceof Value.Mapping mapping) {
            if (mapping.value("around") != null) {
                return new WeightDistribution.Around(Tree.number(mapping, "around"));
            }
            return mapping.value("share") != null
                    ? new WeightDistribution.PlusMinus(Tree.number(mapping, "share"))
                    : within(mapping);
        }
        return switch (Tree.string(written)) {
            case "any" -> new WeightDistribution.Any();
            case "experts" -> new WeightDistribution.BetweenExperts();
            case "fixed" -> null;
            default -> throw new IllegalStateException("No distribution at " + written.at());
        };
    }

    private WeightDistribution within(Value.Mapping mapping) {
        Map<NodeId, WeightDistribution.Interval> intervals = new HashMap<>();
        Tree.entries(mapping, "limits")
                .forEach(
                        (node, entry) -> {
                            places.put(node, entry.keyAt());
                            intervals.put(new NodeId(node), interval(node, entry.value()));
                        });
        List<List<NodeId>> orders = new ArrayList<>();
        for (Value order : Tree.items(mapping, "orders")) {
            List<NodeId> chain = new ArrayList<>();
            if (order instanceof Value.Sequence sequence) {
                for (Value node : sequence.items()) {
                    places.putIfAbsent(Tree.string(node), node.at());
                    chain.add(new NodeId(Tree.string(node)));
                }
            }
            orders.add(chain);
        }
        return new WeightDistribution.Within(intervals, orders);
    }

    private WeightDistribution.Interval interval(String node, Value written) {
        List<Value> ends = written instanceof Value.Sequence ends0 ? ends0.items() : List.of();
        double from = Double.parseDouble(Tree.string(ends.getFirst()));
        double to = Double.parseDouble(Tree.string(ends.getLast()));
        if (from > to) {
            findings.error(written.at(), "uncertainty.interval", node, from, to);
            return WeightDistribution.Interval.FREE;
        }
        return new WeightDistribution.Interval(from, to);
    }

    private EvidenceStrengths evidence(Value.Mapping evidence) {
        List<EvidenceStrengths.Strength> strengths = new ArrayList<>();
        for (Value.Mapping strength : Tree.mappings(evidence, "strengths")) {
            String id = Tree.string(strength, "id");
            double up = Tree.number(strength, "up");
            double down = Tree.number(strength, "down");
            double measure =
                    strength.value("measure") == null ? 0 : Tree.number(strength, "measure");
            if (up + down > 1) {
                findings.error(strength.at(), "uncertainty.strength.sum", id, up, down);
            }
            if (strengths.stream().anyMatch(each -> each.id().equals(id))) {
                findings.error(strength.at(), "uncertainty.strength.twice", id);
            }
            boolean possible = up + down <= 1;
            strengths.add(
                    new EvidenceStrengths.Strength(
                            id, possible ? up : 0, possible ? down : 0, measure));
        }
        List<EvidenceStrengths.Assigned> assigned = new ArrayList<>();
        for (Value.Mapping each : Tree.mappings(evidence, "assigned")) {
            places.putIfAbsent(Tree.string(each, "beneath"), each.at());
            places.putIfAbsent(Tree.string(each, "strength"), each.at());
            assigned.add(
                    new EvidenceStrengths.Assigned(
                            new NodeId(Tree.string(each, "beneath")),
                            Tree.optionalString(each, "unit"),
                            Tree.string(each, "strength")));
        }
        return new EvidenceStrengths(strengths, assigned);
    }

    private interface Named<T> {
        /// Null for a name that means nothing.
        @Nullable T of(String name, Location at);
    }

    /// A list, each as likely as another, or a mapping with the odds of each.
    private <T> List<Choices.Option<T>> options(Value.Mapping root, String key, Named<T> named) {
        List<Choices.Option<T>> options = new ArrayList<>();
        for (Value item : Tree.items(root, key)) {
            option(Tree.string(item), item.at(), 1, named, options);
        }
        Tree.entries(root, key)
                .forEach(
                        (name, entry) ->
                                option(
                                        name,
                                        entry.keyAt(),
                                        Double.parseDouble(Tree.string(entry.value())),
                                        named,
                                        options));
        return options;
    }

    private <T> void option(
            String name, Location at, double odds, Named<T> named, List<Choices.Option<T>> into) {
        places.putIfAbsent(name, at);
        T value = named.of(name, at);
        if (value != null) {
            into.add(new Choices.Option<>(value, odds));
        }
    }

    private List<Choices.Option<String>> presets(Value.Mapping root) {
        return options(root, "presets", (name, _) -> name);
    }

    private List<Choices.Option<Aggregation>> aggregations(Value.Mapping root) {
        return options(root, "aggregations", this::aggregation);
    }

    private @Nullable Aggregation aggregation(String name, Location at) {
        for (Aggregation aggregation : Aggregation.values()) {
            if (aggregation != Aggregation.WEIGHTED_SUM
                    && aggregation.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return aggregation;
            }
        }
        findings.error(at, "uncertainty.aggregation", name);
        return null;
    }

    private List<Choices.Option<Normalisation>> normalisations(Value.Mapping root) {
        List<Choices.Option<Normalisation>> options = new ArrayList<>();
        for (Value item : Tree.items(root, "normalisations")) {
            if (item instanceof Value.Mapping mapping
                    && mapping.value("min-max") instanceof Value.Mapping range
                    && Tree.number(range, "low") >= Tree.number(range, "high")) {
                findings.error(
                        range.at(),
                        "index.range",
                        Tree.number(range, "low"),
                        Tree.number(range, "high"));
            } else {
                options.add(new Choices.Option<>(IndexModelFormat.normalisation(item), 1));
            }
        }
        return options;
    }
}
