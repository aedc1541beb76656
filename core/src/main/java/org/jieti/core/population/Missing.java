package org.jieti.core.population;

/// What a missing part does to the node above it. It never counts as 0.
public enum Missing {
    /// The node has no value either.
    NO_VALUE,
    /// Its weight goes to its siblings in proportion; a node without any part has no value.
    WEIGHT_TO_SIBLINGS
}
