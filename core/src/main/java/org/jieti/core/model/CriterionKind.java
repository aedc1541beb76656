package org.jieti.core.model;

/// How a criterion behaves on the way up a ladder.
public enum CriterionKind {
    /// Stays true on the way up.
    REQUIREMENT,
    /// Is replaced by a later rung: a unit that has climbed on need not show it any more.
    STATE,
    /// Reads a measure.
    METRIC
}
