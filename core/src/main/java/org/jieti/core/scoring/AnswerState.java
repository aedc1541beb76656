package org.jieti.core.scoring;

/// How an answer counts.
public enum AnswerState {
    RATED,
    /// A state that a higher rung has replaced: fulfilled, and counted as answered.
    SETTLED,
    UNANSWERED,
    INSUFFICIENT,
    NOT_APPLICABLE;

    public boolean isAnswered() {
        return this == RATED || this == SETTLED;
    }

    /// True where a rating may still come.
    public boolean isMissing() {
        return this == UNANSWERED || this == INSUFFICIENT;
    }
}
