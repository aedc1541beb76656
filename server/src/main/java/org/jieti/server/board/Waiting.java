package org.jieti.server.board;

import java.util.List;
import java.util.Locale;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.campaigns.Round;
import org.springframework.stereotype.Component;

/// Who is waited for in an assessment.
@Component
public class Waiting {
    private final Directory directory;

    Waiting(Directory directory) {
        this.directory = directory;
    }

    /// What is waited for.
    public enum For {
        ANSWERS(Action.ANSWER),
        /// 内部审核.
        REVIEW(Action.REVIEW_INTERNALLY),
        NOTHING(Action.ANSWER);

        private final Action action;

        For(Action action) {
            this.action = action;
        }

        /// The message that names it.
        public String messageKey() {
            return "board.waiting." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// What an assessment waits for.
    public static For of(AssessmentCase assessment) {
        if (assessment.round().state() != Round.State.OPEN) {
            return For.NOTHING;
        }
        return switch (assessment.state()) {
            case DRAFT, SELF_ASSESSMENT -> For.ANSWERS;
            case INTERNAL_REVIEW -> For.REVIEW;
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
                    WITHDRAWN,
                    REJECTED,
                    REVOKED,
                    FINISHED ->
                    For.NOTHING;
        };
    }

    /// The people who are waited for, by name; nobody where nothing is, or nobody has the role.
    public List<PersonFace> people(AssessmentCase assessment) {
        For what = of(assessment);
        return what == For.NOTHING
                ? List.of()
                : directory.whoMay(
                        what.action, assessment.unit().organisation(), assessment.whole());
    }
}
