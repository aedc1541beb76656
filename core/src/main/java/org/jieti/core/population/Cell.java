package org.jieti.core.population;

import org.jspecify.annotations.Nullable;

/// One unit's value of one leaf, step by step. Each is null where the value was missing then, or
/// the model has no such step, or the unit was left out before.
///
/// @param raw as it stands in the table
/// @param denominator what it was divided by
/// @param imputed what was put in its place; null where it was not missing
/// @param value what goes into the aggregation
public record Cell(
        @Nullable Double raw,
        @Nullable Double denominator,
        @Nullable Double denominated,
        @Nullable Imputed imputed,
        @Nullable Double treated,
        @Nullable Double normalised,
        @Nullable Double value) {

    /// A value that stands in for a missing one.
    ///
    /// @param group the group that it was taken from; null for the whole population
    /// @param from of how many values it is the mean or median
    public record Imputed(double value, Imputation by, @Nullable String group, int from) {}
}
