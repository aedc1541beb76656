package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Clause;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// The format of `clauses.yaml`: the clauses of a model's source.
public final class ClauseListFormat {
    private ClauseListFormat() {}

    /// Checks the clauses against their model: what a clause says carries it cites it, and what
    /// is cited is listed.
    ///
    /// @param model null if the model is not at hand; what can be checked without is checked
    public static void check(Value root, @Nullable MaturityModel model, Findings findings) {
        Findings form = new Findings();
        Schemas.check(root, Schemas.CLAUSES, form);
        findings.addAll(form);
        if (form.hasErrors() || model == null) {
            return;
        }
        Value.Mapping file = Tree.mapping(root);
        if (!Tree.string(file, "model").equals(model.id().toString())) {
            findings.error(
                    Tree.at(file, "model").at(),
                    "clauses.model",
                    Tree.string(file, "model"),
                    model.id());
            return;
        }
        Map<String, Integer> lines = new HashMap<>();
        for (Value.Mapping clause : Tree.mappings(file, "clauses")) {
            Value id = Tree.at(clause, "id");
            Integer earlier = lines.putIfAbsent(Tree.string(id), id.at().line());
            if (earlier != null) {
                findings.error(id.at(), "clauses.duplicate", Tree.string(id), earlier);
            }
            for (Value carrier : Tree.items(clause, "carriedBy")) {
                checkCarrier(Tree.string(id), carrier, model, findings);
            }
        }
        Location clausesAt = Tree.at(file, "clauses").at();
        Set<String> missed = new HashSet<>();
        model.forEachNode(
                node -> {
                    for (String cited : source(node)) {
                        if (!lines.containsKey(cited) && missed.add(cited)) {
                            findings.error(clausesAt, "clauses.missing", cited, node.id());
                        }
                    }
                });
    }

    private static void checkCarrier(
            String clause, Value carrier, MaturityModel model, Findings findings) {
        Node node = model.find(new NodeId(Tree.string(carrier)));
        if (node == null) {
            findings.error(carrier.at(), "clauses.node.unknown", Tree.string(carrier), model.id());
        } else if (!source(node).contains(clause)) {
            findings.error(carrier.at(), "clauses.node.silent", clause, node.id());
        }
    }

    /// The clauses that a node cites itself.
    private static List<String> source(Node node) {
        return switch (node) {
            case Criterion criterion -> criterion.source();
            case Indicator indicator ->
                    indicator.start() == null ? List.of() : indicator.start().source();
            case Domain _ -> List.of();
        };
    }

    /// Reads clauses that were checked when they were built.
    public static List<Clause> trusted(Value root) {
        List<Clause> clauses = new ArrayList<>();
        for (Value.Mapping clause : Tree.mappings(Tree.mapping(root), "clauses")) {
            clauses.add(
                    new Clause(
                            Tree.string(clause, "id"),
                            Tree.text(clause, "says"),
                            Tree.strings(clause, "carriedBy").stream().map(NodeId::new).toList()));
        }
        return clauses;
    }
}
