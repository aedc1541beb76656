package org.jieti.server.assessments;

/// Where an answer comes from.
public enum Origin {
    /// Given in this assessment.
    OWN,
    /// Offered from the unit's assessment in the round before; not counted until it is confirmed.
    PREVIOUS
}
