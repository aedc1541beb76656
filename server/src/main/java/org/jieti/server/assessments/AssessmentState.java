package org.jieti.server.assessments;

import java.util.Locale;
import org.jieti.server.campaigns.Round;

/// Where an assessment stands on its course; [Move] says how it gets from one to another.
public enum AssessmentState {
    /// Made when its round opened; nobody has begun.
    DRAFT,
    /// 自评: the unit answers.
    SELF_ASSESSMENT,
    /// 内部审核: the unit checks its own answers, until its head signs.
    INTERNAL_REVIEW,
    /// Signed and handed in.
    SUBMITTED,
    /// 受理审查: whoever assesses checks that it is complete.
    ACCEPTANCE_CHECK,
    /// 补正: the unit adds what was missing.
    SUPPLEMENT,
    /// 专家评审: documents are read and scored blind.
    EXPERT_REVIEW,
    /// 现场核查: experts look on site.
    ON_SITE,
    /// 合议: experts agree.
    CONSENSUS,
    /// A level is recommended.
    LEVEL_RECOMMENDED,
    /// 合规审查: whether the procedure kept the rules.
    COMPLIANCE_REVIEW,
    /// 评审会: decides on levels IV and V.
    PANEL,
    /// 公示: the level is announced, and can be objected to.
    PUBLIC_NOTICE,
    /// 异议: an objection is looked into.
    OBJECTION,
    /// 认定: the level is certified.
    CERTIFIED,
    /// 证后监督: it is watched whether the level holds.
    SURVEILLANCE,
    /// The time of the certificate is over.
    EXPIRED,
    /// 撤回: the unit has taken it back.
    WITHDRAWN,
    /// 不予通过
    REJECTED,
    /// 撤销: the certificate has been taken away.
    REVOKED,
    /// 自诊断: ended with the unit's own result.
    FINISHED;

    /// Whether the unit has handed it in, so that others read it.
    public boolean isHandedIn() {
        return switch (this) {
            case DRAFT, SELF_ASSESSMENT, INTERNAL_REVIEW, WITHDRAWN, FINISHED -> false;
            case SUBMITTED,
                    ACCEPTANCE_CHECK,
                    SUPPLEMENT,
                    EXPERT_REVIEW,
                    ON_SITE,
                    CONSENSUS,
                    LEVEL_RECOMMENDED,
                    COMPLIANCE_REVIEW,
                    PANEL,
                    PUBLIC_NOTICE,
                    OBJECTION,
                    CERTIFIED,
                    SURVEILLANCE,
                    EXPIRED,
                    REJECTED,
                    REVOKED ->
                    true;
        };
    }

    /// The message that names it.
    public String messageKey() {
        return "assessments.state." + name().toLowerCase(Locale.ROOT);
    }

    /// The message that says why nothing can be answered in this state.
    ///
    /// @param round the round of the assessment
    String closedKey(Round round) {
        return switch (this) {
            case SELF_ASSESSMENT -> "assessments.closed.round";
            case DRAFT ->
                    round.state() == Round.State.OPEN
                            ? "assessments.closed.draft"
                            : "assessments.closed.round";
            case INTERNAL_REVIEW -> "assessments.closed.internal_review";
            case WITHDRAWN -> "assessments.closed.withdrawn";
            case FINISHED -> "assessments.closed.finished";
            case SUBMITTED,
                    ACCEPTANCE_CHECK,
                    SUPPLEMENT,
                    EXPERT_REVIEW,
                    ON_SITE,
                    CONSENSUS,
                    LEVEL_RECOMMENDED,
                    COMPLIANCE_REVIEW,
                    PANEL,
                    PUBLIC_NOTICE,
                    OBJECTION,
                    CERTIFIED,
                    SURVEILLANCE,
                    EXPIRED,
                    REJECTED,
                    REVOKED ->
                    "assessments.closed.submitted";
        };
    }
}
