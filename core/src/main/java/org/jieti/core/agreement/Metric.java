package org.jieti.core.agreement;

/// What a difference between two values of a scale means.
public enum Metric {
    /// Two values are the same or they are not.
    NOMINAL,
    /// Values are ordered; how far apart two are depends on how many ratings lie between them.
    ORDINAL,
    /// Values are numbers, and differences between them compare.
    INTERVAL
}
