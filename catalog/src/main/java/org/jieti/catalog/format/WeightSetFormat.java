package org.jieti.catalog.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightRules;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// The format of a weight set.
public final class WeightSetFormat {
    private static final Set<String> KEYS =
            Set.of("weightSet", "model", "name", "status", "method", "provenance", "weights");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,9})/([1-9][0-9]{0,8})");

    private final Findings findings;
    private final Map<String, Location> places = new HashMap<>();

    private WeightSetFormat(Findings findings) {
        this.findings = findings;
    }

    /// Checks a weight set against the model that it is for. Null when it is refused.
    public static @Nullable WeightSet checked(Value root, MaturityModel model, Findings findings) {
        WeightSetFormat format = new WeightSetFormat(findings);
        WeightSet set = format.read(root);
        if (set == null) {
            return null;
        }
        for (Violation violation : WeightRules.check(model, set)) {
            findings.error(
                    format.places.getOrDefault(violation.subject(), format.weightsAt(root)),
                    violation.rule(),
                    violation.arguments().toArray());
        }
        return findings.hasErrors() ? null : set;
    }

    private Location weightsAt(Value root) {
        return root instanceof Value.Mapping mapping && mapping.value("weights") != null
                ? Tree.at(mapping, "weights").at()
                : root.at();
    }

    private @Nullable WeightSet read(Value root) {
        Fields fields = Fields.of(root, "", KEYS, findings);
        if (fields == null) {
            return null;
        }
        String id = fields.text("weightSet");
        String model = fields.text("model");
        Text name = fields.bilingual("name");
        WeightSet.Status status = status(fields);
        String method = fields.text("method");
        Text provenance = fields.bilingual("provenance");
        Value weights = fields.required("weights");
        Map<NodeId, Double> values = new LinkedHashMap<>();
        if (weights instanceof Value.Mapping mapping) {
            mapping.entries().forEach((node, entry) -> weight(node, entry, values));
        } else if (weights != null) {
            findings.error(weights.at(), "file.type.mapping", "weights");
        }
        ModelId modelId = FileKind.modelOf(root);
        if (model != null && modelId == null) {
            findings.error(fields.mapping().at(), "file.model.form", model);
        }
        if (findings.hasErrors()
                || id == null
                || modelId == null
                || name == null
                || status == null
                || method == null
                || provenance == null) {
            return null;
        }
        return new WeightSet(id, modelId, name, status, method, provenance, values);
    }

    private WeightSet.@Nullable Status status(Fields fields) {
        String written = fields.text("status");
        for (WeightSet.Status status : WeightSet.Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(written)) {
                return status;
            }
        }
        if (written != null) {
            findings.error(fields.mapping().at(), "weights.status", written);
        }
        return null;
    }

    private void weight(String node, Value.Entry entry, Map<NodeId, Double> weights) {
        if (!NodeId.isValid(node)) {
            findings.error(entry.keyAt(), "weights.unknown", node);
            return;
        }
        places.put(node, entry.keyAt());
        Double weight = number(entry.value());
        if (weight == null) {
            findings.error(
                    entry.value().at(), "weights.number", node, Fields.written(entry.value()));
        } else {
            weights.put(new NodeId(node), weight);
        }
    }

    private static @Nullable Double number(Value value) {
        if (!(value instanceof Value.Scalar scalar)) {
            return null;
        }
        Matcher fraction = FRACTION.matcher(scalar.text());
        return switch (scalar.type()) {
            case NUMBER -> {
                double number = Double.parseDouble(scalar.text());
                yield Double.isFinite(number) ? number : null;
            }
            case TEXT ->
                    fraction.matches()
                            ? Double.valueOf(
                                    Double.parseDouble(fraction.group(1))
                                            / Double.parseDouble(fraction.group(2)))
                            : null;
            case BOOLEAN, NULL -> null;
        };
    }
}
