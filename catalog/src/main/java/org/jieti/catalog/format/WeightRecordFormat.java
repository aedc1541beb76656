package org.jieti.catalog.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Consistency;
import org.jieti.core.model.Direction;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightSpread;
import org.jspecify.annotations.Nullable;

/// The format of a weight set's record and of its spread. The schema has confirmed their shape.
final class WeightRecordFormat {
    private final Findings findings;

    WeightRecordFormat(Findings findings) {
        this.findings = findings;
    }

    WeightRecord record(Value.Mapping record) {
        List<WeightRecord.Group> groups = new ArrayList<>();
        for (Value.Mapping group : Tree.mappings(record, "groups")) {
            groups.add(group(group));
        }
        return new WeightRecord(experts(record), Tree.optionalString(record, "base"), groups);
    }

    /// The experts that a mapping lists.
    List<WeightRecord.Expert> experts(Value.Mapping mapping) {
        List<WeightRecord.Expert> experts = new ArrayList<>();
        for (Value.Mapping expert : Tree.mappings(mapping, "experts")) {
            String id = Tree.string(expert, "id");
            if (experts.stream().anyMatch(other -> other.id().equals(id))) {
                findings.error(expert.at(), "weighing.expert.twice", id);
                continue;
            }
            experts.add(
                    new WeightRecord.Expert(
                            id,
                            expert.value("voice") == null ? 1 : Tree.number(expert, "voice"),
                            given(expert)));
        }
        return experts;
    }

    private @Nullable LocalDate given(Value.Mapping expert) {
        Value given = expert.value("given");
        try {
            return given == null ? null : LocalDate.parse(Tree.string(given));
        } catch (DateTimeException _) {
            findings.error(given.at(), "weighing.date", Fields.written(given));
            return null;
        }
    }

    private static List<NodeId> members(Value.Mapping group) {
        return Tree.strings(group, "members").stream().map(NodeId::new).toList();
    }

    private static @Nullable NodeId under(Value.Mapping group) {
        String under = Tree.optionalString(group, "under");
        return under == null ? null : new NodeId(under);
    }

    private WeightRecord.Group group(Value.Mapping group) {
        List<NodeId> members = members(group);
        StatementFormat statements = new StatementFormat(members, findings);
        return new WeightRecord.Group(
                under(group),
                members,
                Tree.optionalString(group, "pooling"),
                Tree.mappings(group, "statements").stream()
                        .map(statements::read)
                        .filter(Objects::nonNull)
                        .map(Statement.class::cast)
                        .toList(),
                Tree.mappings(group, "consistency").stream()
                        .map(WeightRecordFormat::consistency)
                        .toList(),
                Tree.mappings(group, "revisions").stream()
                        .map(WeightRecordFormat::revision)
                        .toList(),
                Tree.mappings(group, "rounds").stream().map(WeightRecordFormat::round).toList(),
                Tree.mappings(group, "observations").stream()
                        .map(WeightRecordFormat::observation)
                        .toList());
    }

    private static Consistency consistency(Value.Mapping mapping) {
        return new Consistency(
                Tree.optionalString(mapping, "expert"),
                constant(Consistency.Measure.class, Tree.string(mapping, "measure")),
                Tree.number(mapping, "value"),
                mapping.value("limit") == null ? null : Tree.number(mapping, "limit"),
                Tree.optionalString(mapping, "table"));
    }

    private static WeightRecord.Revision revision(Value.Mapping mapping) {
        return new WeightRecord.Revision(
                Tree.optionalString(mapping, "expert"),
                new NodeId(Tree.string(mapping, "first")),
                new NodeId(Tree.string(mapping, "second")),
                Tree.number(mapping, "stated"),
                Tree.number(mapping, "advised"),
                Tree.number(mapping, "ratio"));
    }

    private static WeightRecord.Round round(Value.Mapping mapping) {
        return new WeightRecord.Round(
                Tree.integer(mapping, "number"),
                Tree.items(mapping, "quartiles").stream()
                        .map(WeightRecordFormat::numbers)
                        .map(
                                three ->
                                        new WeightRecord.Quartiles(
                                                three.get(0), three.get(1), three.get(2)))
                        .toList(),
                mapping.value("agreement") == null ? null : Tree.number(mapping, "agreement"),
                Tree.mappings(mapping, "moves").stream()
                        .map(
                                move ->
                                        new WeightRecord.Move(
                                                Tree.string(move, "expert"),
                                                new NodeId(Tree.string(move, "member")),
                                                Tree.number(move, "from"),
                                                Tree.number(move, "to")))
                        .toList(),
                constant(WeightRecord.Decision.class, Tree.string(mapping, "decision")));
    }

    private static WeightRecord.Observation observation(Value.Mapping mapping) {
        return new WeightRecord.Observation(
                new NodeId(Tree.string(mapping, "member")),
                Tree.string(mapping, "column"),
                constant(Direction.class, Tree.string(mapping, "direction")),
                Tree.number(mapping, "information"));
    }

    private static List<Double> numbers(Value value) {
        return ((Value.Sequence) value)
                .items().stream().map(item -> Double.valueOf(Tree.string(item))).toList();
    }

    /// The constant that a file writes in lower case with hyphens.
    static <E extends Enum<E>> E constant(Class<E> type, String written) {
        return Enum.valueOf(type, written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Null, with findings, if an opinion is none.
    @Nullable WeightSpread spread(Value.Sequence spread) {
        List<WeightSpread.Group> groups = new ArrayList<>();
        for (Value item : spread.items()) {
            Value.Mapping group = Tree.mapping(item);
            List<NodeId> members = members(group);
            List<WeightSpread.Opinion> opinions = new ArrayList<>();
            for (Value.Mapping opinion : Tree.mappings(group, "opinions")) {
                List<Double> weights = numbers(Tree.at(opinion, "weights"));
                double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
                if (weights.size() != members.size() || Math.abs(sum - 1) > 1e-9) {
                    findings.error(
                            opinion.at(),
                            "weighing.opinion",
                            Tree.string(opinion, "expert"),
                            weights.size(),
                            sum,
                            members.size());
                } else {
                    opinions.add(
                            new WeightSpread.Opinion(
                                    Tree.string(opinion, "expert"),
                                    Tree.number(opinion, "voice"),
                                    weights));
                }
            }
            if (opinions.size() >= 2) {
                groups.add(
                        new WeightSpread.Group(
                                under(group),
                                members,
                                opinions,
                                group.value("concentration") == null
                                        ? null
                                        : Tree.number(group, "concentration")));
            }
        }
        return findings.hasErrors() ? null : new WeightSpread(groups);
    }
}
