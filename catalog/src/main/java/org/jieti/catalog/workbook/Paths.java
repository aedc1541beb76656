package org.jieti.catalog.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;

/// A mapping as a row of cells, and back. The column of a value is the path of keys to it, as in
/// `anchors met zh`; a list of scalars is one cell, with blanks between them; of a list of
/// mappings each has a number in its path, as in `credit 1 at`.
final class Paths {
    /// Fields that hold a list of scalars.
    private static final Set<String> LISTS =
            Set.of("source", "carriedBy", "added", "removed", "set", "replaced");

    private Paths() {}

    /// The cells of a mapping.
    ///
    /// @param without keys at the top that are left out
    static Map<String, Value.Scalar> cells(Value.Mapping mapping, Set<String> without) {
        Map<String, Value.Scalar> cells = new LinkedHashMap<>();
        mapping.entries()
                .forEach(
                        (key, entry) -> {
                            if (!without.contains(key)) {
                                flatten(key, entry.value(), cells);
                            }
                        });
        return cells;
    }

    private static void flatten(String path, Value value, Map<String, Value.Scalar> cells) {
        switch (value) {
            case Value.Scalar scalar -> cells.put(path, scalar);
            case Value.Mapping mapping ->
                    mapping.entries()
                            .forEach(
                                    (key, entry) ->
                                            flatten(path + " " + key, entry.value(), cells));
            case Value.Sequence sequence -> {
                List<String> scalars = new ArrayList<>();
                for (int i = 0; i < sequence.items().size(); i++) {
                    if (sequence.items().get(i) instanceof Value.Scalar scalar) {
                        scalars.add(scalar.text());
                    } else {
                        flatten(path + " " + (i + 1), sequence.items().get(i), cells);
                    }
                }
                if (!scalars.isEmpty()) {
                    cells.put(
                            path,
                            new Value.Scalar(
                                    sequence.at(), String.join(" ", scalars), Value.Type.TEXT));
                }
            }
        }
    }

    /// The mapping of a row's cells.
    static Value.Mapping mapping(Location at, Map<String, Value.Scalar> cells) {
        return (Value.Mapping) built(at, new Branch(cells).children, "");
    }

    /// Cells by the next key of their path.
    private static final class Branch {
        private final Map<String, Object> children = new LinkedHashMap<>();

        Branch(Map<String, Value.Scalar> cells) {
            cells.forEach(
                    (path, scalar) ->
                            put(children, Arrays.asList(path.strip().split(" +", -1)), scalar));
        }

        private static void put(Map<String, Object> into, List<String> path, Value.Scalar scalar) {
            String key = path.getFirst();
            if (path.size() == 1) {
                into.putIfAbsent(key, scalar);
                return;
            }
            Object inner = into.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>());
            if (inner instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked") // only this method fills it
                Map<String, Object> children = (Map<String, Object>) map;
                put(children, path.subList(1, path.size()), scalar);
            }
        }
    }

    private static Value built(Location at, Map<String, Object> children, String name) {
        if (name.equals("credit")) {
            return numbered(at, children);
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        children.forEach(
                (key, child) -> {
                    Value value = child(at, key, child);
                    entries.put(key, new Value.Entry(value.at(), value));
                });
        return new Value.Mapping(first(at, entries), entries);
    }

    private static Location first(Location at, Map<String, Value.Entry> entries) {
        return entries.isEmpty() ? at : entries.values().iterator().next().value().at();
    }

    private static Value child(Location at, String key, Object child) {
        if (child instanceof Value.Scalar scalar) {
            return LISTS.contains(key) ? list(scalar) : scalar;
        }
        @SuppressWarnings("unchecked") // a branch holds scalars and maps
        Map<String, Object> inner = (Map<String, Object>) child;
        return built(at, inner, key);
    }

    private static Value list(Value.Scalar scalar) {
        List<Value> items = new ArrayList<>();
        for (String item : scalar.text().strip().split("\\s+", -1)) {
            items.add(new Value.Scalar(scalar.at(), item, Value.Type.TEXT));
        }
        return new Value.Sequence(scalar.at(), items);
    }

    private static Value numbered(Location at, Map<String, Object> children) {
        Map<Integer, Value> items = new TreeMap<>();
        children.forEach(
                (key, child) ->
                        items.put(
                                key.matches("[0-9]{1,4}") ? Integer.parseInt(key) : 0,
                                child(at, key, child)));
        List<Value> values = List.copyOf(items.values());
        return new Value.Sequence(values.isEmpty() ? at : values.getFirst().at(), values);
    }
}
