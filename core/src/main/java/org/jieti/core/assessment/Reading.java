package org.jieti.core.assessment;

/// The reported value of a measure, in the measure's unit.
public record Reading(double value, String unit) {
    public Reading {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "A measured value is a finite number, but got %s.".formatted(value));
        }
    }
}
