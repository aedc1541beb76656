package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Word;
import org.jieti.catalog.source.Ratio;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jspecify.annotations.Nullable;

/// The format of what one expert states about one group of siblings, in a weighing and in the
/// record of a weight set. The schema has confirmed its shape.
final class StatementFormat {
    private static final List<String> FORMS =
            List.of("compared", "best", "shares", "limits", "orders", "ranks");

    private final List<NodeId> members;
    private final Findings findings;

    /// @param members of the group that the statements are about
    StatementFormat(List<NodeId> members, Findings findings) {
        this.members = members;
        this.findings = findings;
    }

    /// Null when it is refused.
    @Nullable Statement read(Value.Mapping statement) {
        String expert = Tree.string(statement, "expert");
        Set<String> forms = new LinkedHashSet<>();
        for (String form : FORMS) {
            if (statement.value(form) != null) {
                forms.add(form.equals("orders") ? "limits" : form);
            }
        }
        if (forms.size() != 1) {
            findings.error(
                    statement.at(),
                    "weighing.statement.form",
                    expert,
                    forms.isEmpty() ? Word.NONE : String.join(", ", forms));
            return null;
        }
        return switch (forms.iterator().next()) {
            case "compared" -> compared(expert, statement);
            case "best" -> bestWorst(expert, statement);
            case "shares" -> shares(expert, statement);
            case "limits" -> limits(expert, statement);
            default -> ranks(expert, statement);
        };
    }

    private Statement compared(String expert, Value.Mapping statement) {
        List<Statement.Judgement> judgements = new ArrayList<>();
        Map<Set<NodeId>, Location> seen = new LinkedHashMap<>();
        for (Value item : Tree.items(statement, "compared")) {
            List<Value> parts = ((Value.Sequence) item).items();
            NodeId first = member(parts.get(0));
            NodeId second = member(parts.get(1));
            Double ratio = ratio(parts.get(2));
            if (first == null || second == null || ratio == null) {
                continue;
            }
            Location before = seen.putIfAbsent(Set.copyOf(List.of(first, second)), item.at());
            if (first.equals(second)) {
                findings.error(item.at(), "weighing.pair.self", first);
            } else if (before != null) {
                findings.error(item.at(), "weighing.pair.twice", expert, first, second, before);
            } else {
                judgements.add(new Statement.Judgement(first, second, ratio));
            }
        }
        return new Statement.Compared(expert, judgements);
    }

    private @Nullable Double ratio(Value value) {
        Double ratio = Ratio.of(value);
        if (ratio == null || !(ratio > 0)) {
            findings.error(value.at(), "weighing.ratio", Fields.written(value));
            return null;
        }
        if (ratio > 9 * (1 + 1e-9) || ratio < (1 - 1e-9) / 9) {
            findings.warning(value.at(), "weighing.ratio.scale", Fields.written(value));
        }
        return ratio;
    }

    /// The member that a value names; null, with a finding, if it is none of the group.
    private @Nullable NodeId member(Value value) {
        return member(Tree.string(value), value.at());
    }

    private @Nullable NodeId member(String id, Location at) {
        for (NodeId member : members) {
            if (member.value().equals(id)) {
                return member;
            }
        }
        findings.error(at, "weighing.member", id, joined(members));
        return null;
    }

    static String joined(List<NodeId> ids) {
        return ids.stream().map(NodeId::value).collect(Collectors.joining(", "));
    }

    private @Nullable Statement bestWorst(String expert, Value.Mapping statement) {
        List<String> missing =
                List.of("worst", "bestToOthers", "othersToWorst").stream()
                        .filter(key -> statement.value(key) == null)
                        .toList();
        if (!missing.isEmpty()) {
            findings.error(
                    statement.at(), "weighing.best.missing", expert, String.join(", ", missing));
            return null;
        }
        NodeId best = member(Tree.at(statement, "best"));
        NodeId worst = member(Tree.at(statement, "worst"));
        Map<NodeId, Double> bestToOthers = numbers(statement, "bestToOthers", Ratio::of);
        Map<NodeId, Double> othersToWorst = numbers(statement, "othersToWorst", Ratio::of);
        return best == null || worst == null
                ? null
                : new Statement.BestWorst(expert, best, worst, bestToOthers, othersToWorst);
    }

    private Statement shares(String expert, Value.Mapping statement) {
        Value round = statement.value("round");
        return new Statement.Shares(
                expert,
                round == null ? 1 : (int) Double.parseDouble(Tree.string(round)),
                numbers(
                        statement,
                        "shares",
                        value -> {
                            Double share = Ratio.of(value);
                            return share == null || share < 0 ? null : share;
                        }));
    }

    private Statement ranks(String expert, Value.Mapping statement) {
        Map<NodeId, Integer> ranks = new LinkedHashMap<>();
        numbers(
                        statement,
                        "ranks",
                        value -> {
                            Double rank = Ratio.of(value);
                            return rank == null || rank < 1 ? null : rank;
                        })
                .forEach((node, rank) -> ranks.put(node, rank.intValue()));
        return new Statement.Ranked(expert, ranks);
    }

    /// Numbers by member. What is no number, or none that fits, is a finding.
    private Map<NodeId, Double> numbers(
            Value.Mapping statement, String key, Function<Value, @Nullable Double> reader) {
        Map<NodeId, Double> numbers = new LinkedHashMap<>();
        Tree.entries(statement, key)
                .forEach(
                        (id, entry) -> {
                            NodeId member = member(id, entry.keyAt());
                            Double number = reader.apply(entry.value());
                            if (number == null) {
                                findings.error(
                                        entry.value().at(),
                                        "weighing.number",
                                        id,
                                        Fields.written(entry.value()));
                            } else if (member != null) {
                                numbers.put(member, number);
                            }
                        });
        return numbers;
    }

    private Statement limits(String expert, Value.Mapping statement) {
        Map<NodeId, Statement.Range> ranges = new LinkedHashMap<>();
        Tree.entries(statement, "limits")
                .forEach(
                        (id, entry) -> {
                            NodeId member = member(id, entry.keyAt());
                            Statement.Range range = range(id, entry.value());
                            if (member != null && range != null) {
                                ranges.put(member, range);
                            }
                        });
        List<List<NodeId>> orders = new ArrayList<>();
        for (Value order : Tree.items(statement, "orders")) {
            List<NodeId> nodes = new ArrayList<>();
            for (Value item : ((Value.Sequence) order).items()) {
                NodeId node = member(item);
                if (node != null) {
                    nodes.add(node);
                }
            }
            orders.add(nodes);
        }
        return new Statement.Limits(expert, ranges, orders);
    }

    private Statement.@Nullable Range range(String id, Value value) {
        List<Value> ends =
                value instanceof Value.Sequence sequence ? sequence.items() : List.of(value, value);
        Double lowest = Ratio.of(ends.get(0));
        Double highest = Ratio.of(ends.get(1));
        if (lowest == null
                || highest == null
                || !(lowest >= 0 && lowest <= highest && highest <= 1)) {
            findings.error(
                    value.at(),
                    "weighing.range",
                    id,
                    Fields.written(ends.get(0)),
                    Fields.written(ends.get(1)));
            return null;
        }
        return new Statement.Range(lowest, highest);
    }
}
