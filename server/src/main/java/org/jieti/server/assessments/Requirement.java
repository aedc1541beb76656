package org.jieti.server.assessments;

import java.util.Locale;

/// What a [Move] needs, beside the right to it and the state from which it leads.
public enum Requirement {
    /// The round of the assessment is open.
    ROUND_OPEN,
    /// Every criterion is answered, or left open on purpose by whoever hands it on.
    ANSWERED_OR_LEFT_OPEN,
    /// No remark of internal review waits to be dealt with.
    REMARKS_SETTLED,
    /// At least one remark of internal review waits to be dealt with.
    REMARKS_WAITING,
    /// Internal review has passed it as it stands.
    REVIEW_PASSED,
    REASON_GIVEN,
    /// 真实性承诺 is confirmed.
    TRUTH_DECLARED,
    DATA_LOADED,
    /// Nothing that was asked for is missing.
    COMPLETE,
    /// At least three experts, none with a conflict of interest.
    THREE_EXPERTS,
    VISIT_REPORTED,
    EXPERTS_SCORED,
    EXPERTS_AGREED,
    /// Level IV or V is recommended.
    PANEL_NEEDED,
    /// Level III or lower is recommended.
    NO_PANEL_NEEDED,
    PANEL_DECIDED,
    /// Whoever decides had no part in the case.
    NOT_IN_THE_CASE,
    /// The working days of public notice are over, and no objection is open.
    NOTICE_OVER,
    VALIDITY_OVER;

    /// How messages write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
