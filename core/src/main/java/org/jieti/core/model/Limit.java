package org.jieti.core.model;

/// The value that a measure must pass, and on which side. `BELOW` and `ABOVE` are strict: the
/// limit itself fails. `AT_MOST` and `AT_LEAST` let the limit itself pass.
public record Limit(Side side, double value) {

    /// The side of the limit that passes.
    public enum Side {
        BELOW,
        ABOVE,
        AT_MOST,
        AT_LEAST
    }

    public Limit {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "A limit is a finite number, but got %s.".formatted(value));
        }
    }

    public boolean passes(double measured) {
        return switch (side) {
            case BELOW -> measured < value;
            case ABOVE -> measured > value;
            case AT_MOST -> measured <= value;
            case AT_LEAST -> measured >= value;
        };
    }

    /// The worst value that still passes.
    public double firstPassing() {
        return switch (side) {
            case BELOW -> Math.nextDown(value);
            case ABOVE -> Math.nextUp(value);
            case AT_MOST, AT_LEAST -> value;
        };
    }
}
