package org.jieti.catalog.format;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where a tree of values does not fit its schema, as a tree of keys and positions.
final class Faults {
    private static final Faults NONE = new Faults();

    private final Map<Object, Faults> beneath = new LinkedHashMap<>();
    private boolean here;

    /// Marks the value at a path.
    ///
    /// @param path keys as texts and positions in lists as integers, from the top
    void add(Iterable<?> path) {
        Faults place = this;
        for (Object step : path) {
            place = place.beneath.computeIfAbsent(step, _ -> new Faults());
        }
        place.here = true;
    }

    /// The faults of the value at a key or position.
    Faults at(Object step) {
        return beneath.getOrDefault(step, NONE);
    }

    /// The keys or positions beneath which there are faults.
    Iterable<Object> steps() {
        return beneath.keySet();
    }

    /// Whether the value itself does not fit.
    boolean here() {
        return here;
    }

    /// Whether the value fits with all that it holds.
    boolean isEmpty() {
        return !here && beneath.isEmpty();
    }
}
