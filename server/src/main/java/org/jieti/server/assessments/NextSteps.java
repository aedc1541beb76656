package org.jieti.server.assessments;

import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.NextStep.Way;
import org.jieti.server.campaigns.Round;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what a person can do next to an assessment.
@Component
public class NextSteps {
    private final Course course;

    NextSteps(Course course) {
        this.course = course;
    }

    /// The step that is this person's to make now; null where others are waited for, or nobody is.
    public @Nullable NextStep of(SignedIn me, AssessmentCase of) {
        if (of.round().state() != Round.State.OPEN) {
            return null;
        }
        return switch (of.state()) {
            case DRAFT -> step(me, of, Move.START, "/start", Way.FORM);
            case SELF_ASSESSMENT ->
                    of.round().track() == Round.Track.FULL
                            ? step(me, of, Move.SEND, "/review", Way.PAGE)
                            : step(me, of, Move.FINISH, "/review", Way.PAGE);
            case INTERNAL_REVIEW ->
                    of.reviewPassedAt() == null
                            ? step(me, of, Move.PASS, "/review", Way.PAGE)
                            : step(me, of, Move.SIGN, "/submit", Way.PAGE);
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
                    null;
        };
    }

    private @Nullable NextStep step(
            SignedIn me, AssessmentCase of, Move move, String path, Way way) {
        if (!move.tracks().contains(of.round().track()) || !course.mayMove(me, of, move)) {
            return null;
        }
        String key = move == Move.PASS ? "assessments.next.review" : move.messageKey();
        return new NextStep(key, "/assessments/" + of.id() + path, way);
    }
}
