package org.jieti.core.model;

/// Whose level a gate caps.
public enum Scope {
    DOMAIN,
    OVERALL
}
