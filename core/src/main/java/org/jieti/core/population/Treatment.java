package org.jieti.core.population;

/// How one column's outliers were treated.
public enum Treatment {
    /// Not at all: it was within the limits, or the model has no such step.
    NONE,
    /// Its most extreme values were moved to the next ones.
    WINSORISED,
    /// It was replaced by its logarithm.
    LOGARITHM
}
