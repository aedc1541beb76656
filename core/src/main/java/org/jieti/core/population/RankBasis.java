package org.jieti.core.population;

/// Which number units are ranked on. Ties share the smaller rank.
public enum RankBasis {
    /// The index before any rounding of its own.
    UNROUNDED,
    /// The index as the model rounds it.
    ROUNDED,
    /// The index as its publisher printed it, where the table holds it for every unit scored; else
    /// the index before rounding, and the result says so.
    PUBLISHED
}
