package org.jieti.core.agreement;

/// What raters must discuss about a criterion before they agree on an answer.
public enum Dispute {
    /// Ratings lie more than one step of the scale apart.
    SPREAD,
    /// Some say that it does not apply, others rate it or ask for evidence.
    APPLICABILITY,
    /// Some found the evidence insufficient, others rated on it.
    EVIDENCE
}
