package org.jieti.core.population;

import org.jspecify.annotations.Nullable;

/// What happened to one leaf's column as a whole.
///
/// @param filled how many units in the population had a value
/// @param imputed how many were filled in
/// @param before its shape before outliers were treated; null where that was not looked at or has
///     no meaning
/// @param after its shape afterwards
/// @param moved how many units' values winsorising moved; 0 under another treatment
/// @param least the smallest value that was normalised or, without that, aggregated
/// @param greatest the largest
public record ColumnFacts(
        IndexNode.Leaf leaf,
        int filled,
        int imputed,
        @Nullable Shape before,
        @Nullable Shape after,
        Treatment treatment,
        int moved,
        double least,
        double greatest) {}
