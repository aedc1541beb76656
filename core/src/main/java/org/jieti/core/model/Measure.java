package org.jieti.core.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A number that a unit reports once and that one or more metric criteria read, each through its
/// own band. `least` and `most` bound what is possible at all, in `unit`.
public record Measure(
        MeasureId id,
        Text name,
        Text asks,
        String unit,
        Direction direction,
        double least,
        double most,
        Map<String, Band> bands) {
    public Measure {
        bands = Map.copyOf(bands);
        if (!(least < most)) {
            throw new IllegalArgumentException(
                    "The range of measure %s is empty: %s to %s.".formatted(id, least, most));
        }
    }

    public @Nullable Band band(String name) {
        return bands.get(name);
    }
}
