package org.jieti.catalog.format;

import java.util.List;
import java.util.Map;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;

/// Reads values out of a tree whose shape a schema has already confirmed.
final class Tree {
    private Tree() {}

    static Value.Mapping mapping(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return mapping;
        }
        throw new IllegalStateException("No mapping at " + value.at());
    }

    static Value at(Value.Mapping mapping, String key) {
        Value value = mapping.value(key);
        if (value == null) {
            throw new IllegalStateException("No " + key + " at " + mapping.at());
        }
        return value;
    }

    static Value.Mapping mapping(Value.Mapping mapping, String key) {
        return mapping(at(mapping, key));
    }

    /// Empty where the key is absent.
    static List<Value> items(Value.Mapping mapping, String key) {
        return mapping.value(key) instanceof Value.Sequence sequence ? sequence.items() : List.of();
    }

    static List<Value.Mapping> mappings(Value.Mapping mapping, String key) {
        return items(mapping, key).stream().map(Tree::mapping).toList();
    }

    /// Empty where the key is absent.
    static Map<String, Value.Entry> entries(Value.Mapping mapping, String key) {
        return mapping.value(key) instanceof Value.Mapping inner ? inner.entries() : Map.of();
    }

    static String string(Value value) {
        if (value instanceof Value.Scalar scalar) {
            return scalar.text();
        }
        throw new IllegalStateException("No scalar at " + value.at());
    }

    static String string(Value.Mapping mapping, String key) {
        return string(at(mapping, key));
    }

    static @Nullable String optionalString(Value.Mapping mapping, String key) {
        Value value = mapping.value(key);
        return value == null ? null : string(value);
    }

    static List<String> strings(Value.Mapping mapping, String key) {
        return items(mapping, key).stream().map(Tree::string).toList();
    }

    static double number(Value.Mapping mapping, String key) {
        return Double.parseDouble(string(mapping, key));
    }

    static int integer(Value.Mapping mapping, String key) {
        return (int) number(mapping, key);
    }

    static @Nullable Boolean flag(Value.Mapping mapping, String key) {
        Value value = mapping.value(key);
        return value == null ? null : string(value).equalsIgnoreCase("true");
    }

    static Text text(Value.Mapping mapping, String key) {
        return text(mapping(mapping, key));
    }

    static Text text(Value.Mapping mapping) {
        return new Text(string(mapping, "zh"), string(mapping, "en"));
    }

    static @Nullable Text optionalText(Value.Mapping mapping, String key) {
        return mapping.value(key) == null ? null : text(mapping, key);
    }
}
