package org.jieti.core.grading;

import org.jieti.core.model.NodeId;
import org.jieti.core.model.Scope;
import org.jieti.core.scoring.CriterionScore;

/// What one gate says.
///
/// @param domain the domain that the criterion belongs to
/// @param cap the highest level that it allows while it is not passed
public record GateVerdict(
        Kind kind, Scope scope, NodeId domain, CriterionScore criterion, int cap, Verdict verdict) {

    public enum Kind {
        MANDATORY,
        VETO
    }

    public enum Verdict {
        PASSED,
        /// Answered, and not satisfied.
        FAILED,
        /// Not answered yet, or without sufficient evidence: it caps until it is.
        OPEN,
        NOT_APPLICABLE
    }

    /// True while the gate caps the level.
    public boolean isClosed() {
        return verdict == Verdict.FAILED || verdict == Verdict.OPEN;
    }
}
