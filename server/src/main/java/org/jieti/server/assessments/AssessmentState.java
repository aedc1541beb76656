package org.jieti.server.assessments;

import java.util.Locale;

/// Where an assessment stands on its course.
public enum AssessmentState {
    /// Made when its round opened; nobody has begun.
    DRAFT,
    /// The unit answers.
    SELF_ASSESSMENT,
    /// 内部审核: the unit checks its own answers.
    INTERNAL_REVIEW,
    /// Signed and handed in.
    SUBMITTED,
    /// The unit has taken it back, or the round has left it out.
    WITHDRAWN,
    /// 自诊断: ended with the unit's own result.
    FINISHED;

    /// Whether the unit has handed it in, so that others read it.
    public boolean isHandedIn() {
        return switch (this) {
            case SUBMITTED -> true;
            case DRAFT, SELF_ASSESSMENT, INTERNAL_REVIEW, WITHDRAWN, FINISHED -> false;
        };
    }

    /// The message that names it.
    public String messageKey() {
        return "assessments.state." + name().toLowerCase(Locale.ROOT);
    }
}
