package org.jieti.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.ModelReference;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.format.WeighingFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.weighing.BallotTable;
import org.jieti.catalog.weighing.Ballots;
import org.jieti.catalog.weighing.UnitTable;
import org.jieti.catalog.workbook.BallotBook;
import org.jieti.core.elicitation.Method;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// Reads what weights are to be made of: a weighing as YAML or JSON, statements as CSV or as a
/// filled workbook, or a table of units.
final class Weighings {
    private final Models models;
    private final WeightSets weightSets;

    Weighings(Models models, WeightSets weightSets) {
        this.models = models;
        this.weightSets = weightSets;
    }

    /// Reads a file, with its model and base weights.
    Parsed<WeighingFile> read(Path file, WeighingRequest request) {
        Findings findings = new Findings();
        WeighingFile read = read(file, request, findings);
        return Parsed.of(findings, () -> read);
    }

    private @Nullable WeighingFile read(Path file, WeighingRequest request, Findings findings) {
        String name = file.toString();
        UnitTable table = null;
        Value root;
        if (name.endsWith(".xlsx")) {
            Ballots ballots = new Ballots(request.method(), findings);
            BallotBook.read(file, ballots, findings);
            root = stated(ballots, name, findings);
        } else if (name.endsWith(".csv") && request.method().readsTable()) {
            String text = Sources.text(file, name, findings);
            table = text == null ? null : UnitTable.of(text, name, findings);
            root = table == null ? null : ofTable(table, name, request, findings);
        } else if (name.endsWith(".csv")) {
            String text = Sources.text(file, name, findings);
            Ballots ballots = new Ballots(request.method(), findings);
            if (text != null) {
                BallotTable.read(text, name, ballots, findings);
            }
            root = stated(ballots, name, findings);
        } else {
            root = Sources.read(file, name, findings);
        }
        Value.Mapping asked = root == null ? null : asked(root, request, findings);
        if (asked == null) {
            return null;
        }
        String method = request.method().id();
        if (asked.value("weighing") instanceof Value.Scalar stated
                && !stated.text().equals(method)) {
            findings.error(stated.at(), "weighing.method", stated.text(), method);
            return null;
        }
        return checked(asked, file, table, request.method(), findings);
    }

    /// What the ballots say together; null, with findings, if they say nothing or are not sound.
    private static @Nullable Value stated(Ballots ballots, String name, Findings findings) {
        if (ballots.isEmpty() && !findings.hasErrors()) {
            findings.error(Location.whole(name), "weighing.nothing");
        }
        return findings.hasErrors() ? null : ballots.tree(Location.whole(name));
    }

    /// The file with what was asked for in the place of what it says, or of what it leaves out.
    private Value.@Nullable Mapping asked(Value root, WeighingRequest request, Findings findings) {
        if (!(root instanceof Value.Mapping mapping)) {
            findings.error(root.at(), "file.type.mapping", root.at().file());
            return null;
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
        put(entries, root, "model", pinned(request.model()));
        put(entries, root, "weightSet", request.weightSet());
        put(entries, root, "base", request.base());
        put(entries, root, "randomIndex", request.randomIndex());
        put(entries, root, "pooling", request.pooling());
        if (!entries.containsKey("weighing")) {
            put(entries, root, "weighing", request.method().id());
        }
        if (!entries.containsKey("weightSet")) {
            put(entries, root, "weightSet", request.method().id());
        }
        return new Value.Mapping(root.at(), entries);
    }

    private static void put(
            Map<String, Value.Entry> entries, Value root, String key, @Nullable String text) {
        if (text != null) {
            entries.put(
                    key,
                    new Value.Entry(root.at(), new Value.Scalar(root.at(), text, Value.Type.TEXT)));
        }
    }

    /// A model's name with its newest version, if it has one.
    private @Nullable String pinned(@Nullable String named) {
        return named != null && models.modelNamed(named) instanceof Parsed.Ok<MaturityModel> ok
                ? ok.value().id().toString()
                : named;
    }

    /// A weighing of all groups of which the table has every member.
    private @Nullable Value ofTable(
            UnitTable table, String file, WeighingRequest request, Findings findings) {
        Location whole = Location.whole(file);
        String named = request.model();
        if (named == null) {
            findings.error(whole, "weighing.model.unnamed");
            return null;
        }
        Parsed<MaturityModel> model = models.modelNamed(named);
        findings.addAll(model.findings());
        if (!(model instanceof Parsed.Ok<MaturityModel> ok)) {
            return null;
        }
        List<Value> groups = new ArrayList<>();
        if (covers(table, ok.value().siblingsUnder(null))) {
            groups.add(new Value.Mapping(whole, Map.of()));
        }
        ok.value()
                .forEachNode(
                        node -> {
                            List<NodeId> members = ok.value().siblingsUnder(node.id());
                            if (!members.isEmpty()
                                    && !node.children().getFirst().children().isEmpty()
                                    && covers(table, members)) {
                                Value under =
                                        new Value.Scalar(whole, node.id().value(), Value.Type.TEXT);
                                groups.add(
                                        new Value.Mapping(
                                                whole,
                                                Map.of("under", new Value.Entry(whole, under))));
                            }
                        });
        if (groups.isEmpty()) {
            findings.error(whole, "weighing.table.groups", ok.value().id());
            return null;
        }
        return new Value.Mapping(
                whole, Map.of("groups", new Value.Entry(whole, new Value.Sequence(whole, groups))));
    }

    private static boolean covers(UnitTable table, List<NodeId> members) {
        return members.stream().allMatch(table::hasColumnOf);
    }

    /// Checks a weighing that is a file of ours, by the method that it names.
    void check(Value root, Path file, Findings findings) {
        Method method =
                root instanceof Value.Mapping mapping
                                && mapping.value("weighing") instanceof Value.Scalar stated
                        ? Method.find(stated.text())
                        : null;
        if (root instanceof Value.Mapping mapping) {
            checked(mapping, file, null, method == null ? Method.EQUAL : method, findings);
        }
    }

    private @Nullable WeighingFile checked(
            Value.Mapping root,
            Path file,
            @Nullable UnitTable given,
            Method method,
            Findings findings) {
        if (root.value("model") == null) {
            findings.error(root.at(), "weighing.model.unnamed");
            return null;
        }
        Schemas.check(root, Schemas.WEIGHING, findings);
        if (findings.hasErrors()) {
            return null;
        }
        ModelReference reference = ModelReference.of(root, findings);
        if (reference == null) {
            return null;
        }
        MaturityModel model = models.model(reference.id(), reference.at(), findings);
        if (model == null) {
            return null;
        }
        WeightSet base = base(root, file, model, findings);
        UnitTable table = given == null ? table(root, file, method, findings) : given;
        WeighingFormat.Checked checked =
                base == null ? null : WeighingFormat.checked(root, model, base, table, findings);
        if (checked == null) {
            return null;
        }
        return new WeighingFile(checked.elicitation(), root.at(), checked.places());
    }

    private @Nullable WeightSet base(
            Value.Mapping root, Path file, MaturityModel model, Findings findings) {
        String named = WeighingFormat.base(root);
        boolean beside = named != null && Folders.looksLikeFile(named);
        return weightSets.of(
                model,
                named == null
                        ? Catalog.DEFAULT_WEIGHTS
                        : beside ? file.resolveSibling(named).toString() : named,
                findings);
    }

    private static @Nullable UnitTable table(
            Value.Mapping root, Path file, Method method, Findings findings) {
        String named = method.readsTable() ? WeighingFormat.table(root) : null;
        if (named == null) {
            return null;
        }
        Path table = file.resolveSibling(named);
        String text = Sources.text(table, table.toString(), findings);
        return text == null ? null : UnitTable.of(text, table.toString(), findings);
    }
}
