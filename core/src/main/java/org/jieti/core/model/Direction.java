package org.jieti.core.model;

/// Which way a measure improves.
public enum Direction {
    HIGHER,
    LOWER
}
