package org.jieti.core.population;

/// The column in which a table may carry the index as its publisher printed it.
///
/// @param tolerance how far a computed index may be off, as printed digits explain
public record Published(String column, double tolerance) {
    public Published {
        if (!(tolerance >= 0) || !Double.isFinite(tolerance)) {
            throw new IllegalArgumentException(
                    "A tolerance is not negative, but got %s.".formatted(tolerance));
        }
    }
}
