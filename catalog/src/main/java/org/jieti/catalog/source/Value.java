package org.jieti.catalog.source;

import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Location;
import org.jspecify.annotations.Nullable;

/// A value in a YAML or JSON file, with its place.
public sealed interface Value {
    Location at();

    /// A mapping, in the order of the file. Keys are unique.
    record Mapping(Location at, Map<String, Entry> entries) implements Value {
        public @Nullable Value value(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }
    }

    /// The place of the key, and its value.
    record Entry(Location keyAt, Value value) {}

    record Sequence(Location at, List<Value> items) implements Value {}

    /// A scalar as it was written. `type` follows YAML 1.2's core schema; quoted scalars are text,
    /// and so is a number that no double holds.
    record Scalar(Location at, String text, Type type) implements Value {
        /// Far more digits than a double holds, far fewer than it takes to keep a reader busy.
        static final int LONGEST_NUMBER = 40;

        static Scalar number(Location at, String text) {
            boolean held =
                    text.length() <= LONGEST_NUMBER && Double.isFinite(Double.parseDouble(text));
            return new Scalar(at, text, held ? Type.NUMBER : Type.TEXT);
        }
    }

    enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }
}
