package org.jieti.core.model;

/// The id of a measure within its model, as in `pue`.
public record MeasureId(String value) {
    public MeasureId {
        if (!NodeId.isValid(value)) {
            throw new IllegalArgumentException("\"%s\" is no measure id.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
