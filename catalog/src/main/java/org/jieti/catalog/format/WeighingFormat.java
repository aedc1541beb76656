package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.weighing.UnitTable;
import org.jieti.core.elicitation.Elicitation;
import org.jieti.core.elicitation.ElicitationRules;
import org.jieti.core.elicitation.Method;
import org.jieti.core.elicitation.Settings;
import org.jieti.core.model.Direction;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// The format of a weighing: what experts state, or a table says, about the weights of a model.
public final class WeighingFormat {
    private final MaturityModel model;
    private final Findings findings;
    private final Map<String, Location> places = new HashMap<>();

    private WeighingFormat(MaturityModel model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    /// What a sound file holds.
    ///
    /// @param places by the subjects of [ElicitationRules]
    public record Checked(Elicitation elicitation, Map<String, Location> places) {}

    /// The table that a file names; null if it names none.
    public static @Nullable String table(Value root) {
        return root instanceof Value.Mapping mapping
                        && mapping.value("table") instanceof Value.Scalar scalar
                ? scalar.text()
                : null;
    }

    /// The weight set that a file names for the groups that nobody weighs; null if it names none.
    public static @Nullable String base(Value root) {
        return root instanceof Value.Mapping mapping
                        && mapping.value("base") instanceof Value.Scalar scalar
                ? scalar.text()
                : null;
    }

    /// Checks a weighing whose shape the schema has confirmed. Null when it is refused.
    ///
    /// @param base the weights of the groups that nobody weighs
    /// @param table the table that the file names; null if it names none
    public static @Nullable Checked checked(
            Value.Mapping root,
            MaturityModel model,
            WeightSet base,
            @Nullable UnitTable table,
            Findings findings) {
        WeighingFormat format = new WeighingFormat(model, findings);
        Elicitation elicitation = format.read(root, base, table);
        if (elicitation == null || findings.hasErrors()) {
            return null;
        }
        for (Violation violation : ElicitationRules.check(elicitation)) {
            findings.error(
                    format.places.getOrDefault(violation.subject(), root.at()),
                    violation.rule(),
                    violation.arguments().toArray());
        }
        return findings.hasErrors() ? null : new Checked(elicitation, format.places);
    }

    private @Nullable Elicitation read(
            Value.Mapping root, WeightSet base, @Nullable UnitTable table) {
        Method method = Method.find(Tree.string(root, "weighing"));
        List<Elicitation.Group> groups = new ArrayList<>();
        Set<@Nullable NodeId> seen = new HashSet<>();
        for (Value.Mapping written : Tree.mappings(root, "groups")) {
            Elicitation.Group group = group(written, table);
            if (group == null) {
                continue;
            }
            if (!seen.add(group.parent())) {
                findings.error(
                        written.at(),
                        "weighing.group.twice",
                        group.parent() == null ? model.id() : group.parent());
            }
            groups.add(group);
        }
        if (method == null || groups.isEmpty()) {
            return null;
        }
        if (method.readsTable() && table == null && !findings.hasErrors()) {
            findings.error(root.at(), "weighing.table.missing", method.id());
        }
        return new Elicitation(
                method,
                model,
                Tree.string(root, "weightSet"),
                Tree.optionalText(root, "name"),
                Tree.optionalText(root, "provenance"),
                base,
                settings(root, method),
                experts(root, groups),
                groups);
    }

    private static Settings settings(Value.Mapping root, Method method) {
        Settings standard = Settings.DEFAULT;
        String pooling = Tree.optionalString(root, "pooling");
        String index = Tree.optionalString(root, "randomIndex");
        Settings.StopRule stop = standard.stop();
        if (root.value("stop") instanceof Value.Mapping rule) {
            stop =
                    new Settings.StopRule(
                            number(rule, "agreement", stop.agreement()),
                            number(rule, "change", stop.change()),
                            number(rule, "move", stop.move()));
        }
        return new Settings(
                index == null ? standard.randomIndex() : index,
                pooling != null
                        ? WeightRecordFormat.constant(Settings.Pooling.class, pooling)
                        : method == Method.AHP
                                ? Settings.Pooling.JUDGEMENTS
                                : Settings.Pooling.MEAN,
                number(root, "budget", standard.budget()),
                stop);
    }

    private static double number(Value.Mapping mapping, String key, double otherwise) {
        return mapping.value(key) == null ? otherwise : Tree.number(mapping, key);
    }

    /// Those listed or, where the file lists none, all who state something.
    private List<WeightRecord.Expert> experts(Value.Mapping root, List<Elicitation.Group> groups) {
        List<WeightRecord.Expert> listed = new WeightRecordFormat(findings).experts(root);
        if (!listed.isEmpty()) {
            return listed;
        }
        Set<String> speaking = new LinkedHashSet<>();
        groups.forEach(
                group -> group.statements().forEach(statement -> speaking.add(statement.expert())));
        return speaking.stream().map(id -> new WeightRecord.Expert(id, 1, null)).toList();
    }

    private Elicitation.@Nullable Group group(Value.Mapping written, @Nullable UnitTable table) {
        String under = Tree.optionalString(written, "under");
        NodeId parent = under == null ? null : new NodeId(under);
        Node above = parent == null ? null : model.find(parent);
        List<NodeId> members = model.siblingsUnder(parent);
        boolean weighed = above == null || !above.children().getFirst().children().isEmpty();
        if (members.isEmpty() || !weighed) {
            Location at = under == null ? written.at() : Tree.at(written, "under").at();
            findings.error(at, "weighing.group.unknown", String.valueOf(under), model.id());
            return null;
        }
        StatementFormat format = new StatementFormat(members, findings);
        List<Statement> statements = new ArrayList<>();
        Elicitation.Group bare = new Elicitation.Group(parent, members, List.of(), List.of());
        places.put(ElicitationRules.subject(bare), written.at());
        for (Value.Mapping each : Tree.mappings(written, "statements")) {
            Statement statement = format.read(each);
            if (statement != null) {
                statements.add(statement);
                places.put(ElicitationRules.subject(bare, statement), each.at());
            }
        }
        return new Elicitation.Group(
                parent,
                members,
                statements,
                table == null ? List.of() : columns(written, members, table));
    }

    private List<Elicitation.Column> columns(
            Value.Mapping group, List<NodeId> members, UnitTable table) {
        Map<String, Value.Entry> named = Tree.entries(group, "columns");
        named.forEach(
                (id, entry) -> {
                    if (members.stream().noneMatch(member -> member.value().equals(id))) {
                        findings.error(
                                entry.keyAt(),
                                "weighing.member",
                                id,
                                StatementFormat.joined(members));
                    }
                });
        List<String> names = new ArrayList<>();
        List<Direction> directions = new ArrayList<>();
        for (NodeId member : members) {
            Value.Entry entry = named.get(member.value());
            Value.Mapping column = entry == null ? null : Tree.mapping(entry.value());
            String name = column == null ? null : Tree.optionalString(column, "column");
            String direction = column == null ? null : Tree.optionalString(column, "direction");
            names.add(name == null ? table.columnOf(member) : name);
            directions.add(
                    direction == null
                            ? Direction.HIGHER
                            : WeightRecordFormat.constant(Direction.class, direction));
        }
        List<List<Double>> values = table.columns(names, findings);
        List<Elicitation.Column> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            columns.add(
                    new Elicitation.Column(
                            members.get(i), names.get(i), directions.get(i), values.get(i)));
        }
        return columns;
    }
}
