package org.jieti.core.model;

/// What one step up usually takes.
public enum Effort {
    S,
    M,
    L,
    XL
}
