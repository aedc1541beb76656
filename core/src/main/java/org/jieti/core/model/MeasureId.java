package org.jieti.core.model;

import org.jspecify.annotations.Nullable;

/// The id of a measure within its model, as in `pue`.
public record MeasureId(String value) {
    public MeasureId {
        if (!NodeId.isValid(value)) {
            throw new IllegalArgumentException("\"%s\" is no measure id.".formatted(value));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeasureId(String otherValue) && value.equals(otherValue);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
