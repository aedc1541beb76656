package org.jieti.catalog.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// A mapping under construction, for a file that is written. Numbers keep their full precision.
final class Entries {
    private static final Location NOWHERE = Location.whole("");
    private static final double LARGEST_WHOLE = 1e9;

    private final Map<String, Value.Entry> entries = new LinkedHashMap<>();

    Entries value(String key, Value value) {
        entries.put(key, new Value.Entry(NOWHERE, value));
        return this;
    }

    Entries text(String key, String text) {
        return value(key, scalar(text));
    }

    Entries optionalText(String key, @Nullable String text) {
        return text == null ? this : text(key, text);
    }

    Entries number(String key, double number) {
        return value(key, scalar(number));
    }

    /// Left out where empty.
    Entries list(String key, List<? extends Value> items) {
        return items.isEmpty() ? this : value(key, sequence(items));
    }

    Value.Mapping mapping() {
        return new Value.Mapping(NOWHERE, new LinkedHashMap<>(entries));
    }

    static Value sequence(List<? extends Value> items) {
        return new Value.Sequence(NOWHERE, List.copyOf(items));
    }

    static Value scalar(String text) {
        return new Value.Scalar(NOWHERE, text, Value.Type.TEXT);
    }

    static Value scalar(double number) {
        String text =
                number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE
                        ? Long.toString((long) number)
                        : Double.toString(number);
        return new Value.Scalar(NOWHERE, text, Value.Type.NUMBER);
    }
}
