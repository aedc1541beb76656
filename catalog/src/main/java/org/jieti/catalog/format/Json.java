package org.jieti.catalog.format;

import java.math.BigDecimal;
import org.jieti.catalog.source.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Shows a tree of values to libraries that work on Jackson's.
public final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    public static JsonNode of(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> {
                ObjectNode object = NODES.objectNode();
                mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
                yield object;
            }
            case Value.Sequence sequence -> {
                ArrayNode array = NODES.arrayNode();
                sequence.items().forEach(item -> array.add(of(item)));
                yield array;
            }
            case Value.Scalar scalar ->
                    switch (scalar.type()) {
                        case TEXT -> NODES.stringNode(scalar.text());
                        case NUMBER -> number(scalar.text());
                        case BOOLEAN -> NODES.booleanNode(scalar.text().equalsIgnoreCase("true"));
                        case NULL -> NODES.nullNode();
                    };
        };
    }

    /// A number as it was written, but for an exponent, which may be made to exhaust who expands
    /// it.
    private static JsonNode number(String text) {
        boolean exponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
        return exponent
                ? NODES.numberNode(Double.parseDouble(text))
                : NODES.numberNode(new BigDecimal(text));
    }
}
