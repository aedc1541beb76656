package org.jieti.core.model;

/// What a model makes of its domains together.
public enum Overall {
    /// One level and one total over all domains.
    GRADED,
    /// Neither: the result is the profile of the domains.
    NONE
}
