package org.jieti.report.json;

import java.util.List;
import java.util.Locale;
import org.jieti.core.model.Band;
import org.jieti.core.model.Fact;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.Node;
import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What differs between two models as JSON, by the schema `model-diff.v1`. A value that one of
/// the models does not state is null.
public final class ModelDiffJson {
    public static final String FORMAT = "urn:jieti:schema:model-diff:1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ModelDiffJson() {}

    public static String render(ModelDiff diff) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("before", diff.before().model().id().toString());
        root.put("after", diff.after().model().id().toString());
        root.put("added", diff.added());
        root.put("removed", diff.removed());
        root.put("changed", diff.changed());
        ArrayNode sections = root.putArray("sections");
        diff.sections().forEach(section -> sections.add(section(section)));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode section(ModelDiff.Section section) {
        ObjectNode object = NODES.objectNode();
        switch (section.part()) {
            case ModelDiff.Part.Whole _ -> object.put("part", "model");
            case ModelDiff.Part.Measures _ -> object.put("part", "measures");
            case ModelDiff.Part.OfDomain(var domain) -> {
                object.put("part", "domain");
                object.put("id", domain.id().value());
                object.set("name", text(domain.name()));
            }
        }
        ArrayNode changes = object.putArray("changes");
        section.changes().forEach(change -> changes.add(change(change)));
        return object;
    }

    private static ObjectNode change(ModelDiff.Change change) {
        return switch (change) {
            case ModelDiff.Change.Added(var item) -> whole("added", item);
            case ModelDiff.Change.Removed(var item) -> whole("removed", item);
            case ModelDiff.Change.Changed(_, var item, var fields) -> {
                ObjectNode object = item("changed", item);
                ArrayNode array = object.putArray("fields");
                for (ModelDiff.FieldChange field : fields) {
                    ObjectNode each = array.addObject();
                    each.put("field", field.field().name());
                    if (!field.field().of().isEmpty()) {
                        each.put("of", field.field().of());
                    }
                    each.set("before", fact(field.before()));
                    each.set("after", fact(field.after()));
                }
                yield object;
            }
        };
    }

    private static ObjectNode item(String change, ModelDiff.Item item) {
        ObjectNode object = NODES.objectNode();
        object.put("change", change);
        object.put(
                "item",
                switch (item) {
                    case ModelDiff.Item.OfModel _ -> "model";
                    case ModelDiff.Item.OfLevel _ -> "level";
                    case ModelDiff.Item.OfRating _ -> "rating";
                    case ModelDiff.Item.OfPreset _ -> "preset";
                    case ModelDiff.Item.OfMeasure _ -> "measure";
                    case ModelDiff.Item.OfNode(var node) ->
                            node.getClass().getSimpleName().toLowerCase(Locale.ROOT);
                });
        object.put("id", item.id());
        object.set("name", text(item.name()));
        return object;
    }

    /// An item with the ids of all that came or went with it.
    private static ObjectNode whole(String change, ModelDiff.Item item) {
        ObjectNode object = item(change, item);
        if (item instanceof ModelDiff.Item.OfNode(var node) && !node.children().isEmpty()) {
            ArrayNode beneath = object.putArray("beneath");
            node.children().forEach(child -> ids(child, beneath));
        }
        return object;
    }

    private static void ids(Node node, ArrayNode ids) {
        ids.add(node.id().value());
        node.children().forEach(child -> ids(child, ids));
    }

    private static JsonNode fact(@Nullable Fact fact) {
        return switch (fact) {
            case null -> NODES.nullNode();
            case Fact.Words(var text) -> text(text);
            case Fact.Figure(var value) -> NODES.numberNode(value);
            case Fact.Code(var code) -> NODES.stringNode(code);
            case Fact.Codes(var codes) -> codes(codes);
            case Fact.Term(var term) -> NODES.stringNode(lower(term));
            case Fact.So() -> NODES.booleanNode(true);
            case Fact.Bound(var limit) ->
                    NODES.objectNode().put("side", lower(limit.side())).put("value", limit.value());
            case Fact.Slope(var credit) -> credit(credit);
            case Fact.Cap(var level, var scope) ->
                    NODES.objectNode().put("cap", level).put("scope", lower(scope));
        };
    }

    private static ArrayNode codes(List<String> codes) {
        ArrayNode array = NODES.arrayNode();
        codes.forEach(array::add);
        return array;
    }

    private static ArrayNode credit(List<Band.Credit> credit) {
        ArrayNode array = NODES.arrayNode();
        credit.forEach(
                point ->
                        array.addObject()
                                .put("at", point.at())
                                .put("fulfilment", point.fulfilment()));
        return array;
    }

    private static ObjectNode text(Text text) {
        return NODES.objectNode().put("zh", text.zh()).put("en", text.en());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
