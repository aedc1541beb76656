package org.jieti.catalog.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Ratio;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightRules;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// The format of a weight set.
public final class WeightSetFormat {
    private static final Set<String> KEYS =
            Set.of(
                    "weightSet",
                    "model",
                    "name",
                    "status",
                    "method",
                    "provenance",
                    "weights",
                    "record",
                    "spread");

    private static final Text NOBODY = new Text("-", "-");

    private final Findings findings;
    private final Map<String, Location> places = new HashMap<>();

    /// Nodes whose weight stands there but is no number, so that it is not missing besides.
    private final Set<String> unread = new HashSet<>();

    private WeightSetFormat(Findings findings) {
        this.findings = findings;
    }

    /// Checks a weight set against the model that it is for. Null when it is refused.
    ///
    /// @param model null if the model is not at hand; what can be checked without is checked
    public static @Nullable WeightSet checked(
            Value root, @Nullable MaturityModel model, Findings findings) {
        WeightSetFormat format = new WeightSetFormat(findings);
        WeightSet set = format.read(root);
        if (set == null || model == null) {
            return null;
        }
        Location weightsAt = Tree.at(Tree.mapping(root), "weights").at();
        Location modelAt = Tree.at(Tree.mapping(root), "model").at();
        for (Violation violation : WeightRules.check(model, set)) {
            if (!format.unread.contains(violation.subject())) {
                findings.error(
                        set.model().equals(model.id())
                                ? format.places.getOrDefault(violation.subject(), weightsAt)
                                : modelAt,
                        violation.rule(),
                        violation.arguments().toArray());
            }
        }
        return findings.hasErrors() ? null : set;
    }

    private @Nullable WeightSet read(Value root) {
        Fields fields = Fields.of(root, "", KEYS, findings);
        if (fields == null) {
            return null;
        }
        String id = fields.word("weightSet");
        ModelReference model = ModelReference.of(root, findings);
        Text name = fields.bilingual("name");
        WeightSet.Status status = status(fields);
        String method = fields.word("method");
        Text provenance = fields.bilingual("provenance");
        Value weights = fields.required("weights");
        Map<NodeId, Double> values = new LinkedHashMap<>();
        if (weights instanceof Value.Mapping mapping) {
            mapping.entries().forEach((node, entry) -> weight(node, entry, values));
        } else if (weights != null) {
            findings.error(weights.at(), "file.type.mapping", "weights");
        }
        if (model == null || !(weights instanceof Value.Mapping)) {
            return null;
        }
        Value record = root instanceof Value.Mapping file ? file.value("record") : null;
        Value spread = root instanceof Value.Mapping file ? file.value("spread") : null;
        WeightRecordFormat format = new WeightRecordFormat(findings);
        boolean shaped = (record == null && spread == null) || isShaped(root);
        // What can still be found wrong is found on a stand-in.
        return new WeightSet(
                id == null ? "-" : id,
                model.id(),
                name == null ? NOBODY : name,
                status == null ? WeightSet.Status.LOCAL : status,
                method == null ? "-" : method,
                provenance == null ? NOBODY : provenance,
                values,
                record == null || !shaped ? null : format.record(Tree.mapping(record)),
                spread instanceof Value.Sequence sequence && shaped
                        ? format.spread(sequence)
                        : null);
    }

    /// Whether record and spread have the shape that the schema asks for. It is read only for sets
    /// that have them, since reading a schema takes longer than all the rest.
    private boolean isShaped(Value root) {
        Findings own = new Findings();
        Schemas.check(root, Schemas.WEIGHT_SET, own);
        own.sorted().stream()
                .filter(finding -> finding.rule().startsWith("schema."))
                .forEach(findings::add);
        return !own.hasErrors();
    }

    private WeightSet.@Nullable Status status(Fields fields) {
        String written = fields.text("status");
        for (WeightSet.Status status : WeightSet.Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(written)) {
                return status;
            }
        }
        if (written != null) {
            findings.error(Tree.at(fields.mapping(), "status").at(), "weights.status", written);
        }
        return null;
    }

    private void weight(String node, Value.Entry entry, Map<NodeId, Double> weights) {
        if (!NodeId.isValid(node)) {
            findings.error(entry.keyAt(), "weights.unknown", node);
            return;
        }
        places.put(node, entry.keyAt());
        Double weight = Ratio.of(entry.value());
        if (weight == null) {
            unread.add(node);
            findings.error(
                    entry.value().at(), "weights.number", node, Fields.written(entry.value()));
        } else {
            weights.put(new NodeId(node), weight);
        }
    }
}
