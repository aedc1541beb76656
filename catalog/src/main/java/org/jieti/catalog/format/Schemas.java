package org.jieti.catalog.format;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Text;
import tools.jackson.databind.JsonNode;

/// The published JSON Schemas, and validation that reports places in the original file.
public final class Schemas {
    public static final String MODEL = "model.v1";
    public static final String MODEL_VARIANT = "model-variant.v1";
    public static final String WEIGHT_SET = "weight-set.v1";
    public static final String WEIGHING = "weighing.v1";
    public static final String CLAUSES = "clauses.v1";
    public static final String ASSESSMENT = "assessment.v1";
    public static final String INDEX_MODEL = "index-model.v1";
    public static final String RESULT = "result.v1";
    public static final String POPULATION_RESULT = "population-result.v1";
    public static final String UNCERTAINTY = "uncertainty.v1";
    public static final String ROBUSTNESS = "robustness.v1";
    public static final String COSTS = "costs.v1";
    public static final String CROSSWALK = "crosswalk.v1";

    private Schemas() {}

    /// Adds a finding for every place where the value does not fit the schema.
    public static void check(Value value, String schemaName, Findings findings) {
        faults(value, schemaName, findings);
    }

    /// Adds a finding for every place where the value does not fit the schema, and tells them. A
    /// key that is missing or unknown counts as a place.
    static Faults faults(Value value, String schemaName, Findings findings) {
        Faults faults = new Faults();
        Schema schema = schema(schemaName);
        JsonNode node = Json.of(value);
        List<Error> english = validate(schema, node, Locale.ROOT);
        if (english.isEmpty()) {
            return faults;
        }
        List<Error> chinese = validate(schema, node, Locale.SIMPLIFIED_CHINESE);
        for (int i = 0; i < english.size(); i++) {
            Error error = english.get(i);
            faults.add(path(error));
            String path = error.getInstanceLocation().toString();
            findings.error(
                    find(value, error.getInstanceLocation()).at(),
                    "schema." + error.getKeyword(),
                    new Text(chinese.get(i).getMessage(), error.getMessage()),
                    path.isEmpty() ? "/" : path);
        }
        return faults;
    }

    private static List<Object> path(Error error) {
        NodePath location = error.getInstanceLocation();
        List<Object> path = new ArrayList<>();
        for (int i = 0; i < location.getNameCount(); i++) {
            path.add(location.getElement(i));
        }
        if (error.getProperty() != null) {
            path.add(error.getProperty());
        }
        return path;
    }

    private static List<Error> validate(Schema schema, JsonNode node, Locale locale) {
        return schema.validate(
                node,
                context ->
                        context.executionConfig(
                                config -> config.locale(locale).formatAssertionsEnabled(true)));
    }

    private static Schema schema(String name) {
        String resource = "/org/jieti/schema/" + name + ".schema.json";
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The schema " + name + " is not packaged.");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The value at a path, or the nearest one above it.
    private static Value find(Value root, NodePath path) {
        Value value = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            Value inner =
                    switch (value) {
                        case Value.Mapping mapping -> mapping.value(element.toString());
                        case Value.Sequence sequence ->
                                element instanceof Integer index
                                        ? sequence.items().get(index)
                                        : null;
                        case Value.Scalar _ -> null;
                    };
            if (inner == null) {
                return value;
            }
            value = inner;
        }
        return value;
    }
}
