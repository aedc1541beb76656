package org.jieti.server.assessments;

import static org.jieti.server.database.schema.Tables.ASSESSMENT;
import static org.jieti.server.database.schema.Tables.MOVE;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.report.view.CompletenessView;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Target;
import org.jieti.server.assessments.Move.Kept;
import org.jieti.server.assessments.MoveOutcome.Moved;
import org.jieti.server.assessments.MoveOutcome.Refused;
import org.jieti.server.assessments.Refusal.Unmet;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.database.schema.tables.records.AssessmentRecord;
import org.jieti.server.database.schema.tables.records.MoveRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves assessments along their course, as the table of [Move] allows. Every move leaves a row of
/// its own, which is never changed, and one in the audit, in the same transaction.
@Service
@Transactional
public class Course {
    private final DSLContext database;
    private final Clock clock;
    private final Assessments assessments;
    private final Remarks remarks;
    private final Rights rights;
    private final AuditTrail trail;
    private final AnswersHash hash;
    private final ApplicationEventPublisher events;

    Course(
            DSLContext database,
            Clock clock,
            Assessments assessments,
            Remarks remarks,
            Rights rights,
            AuditTrail trail,
            AnswersHash hash,
            ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.assessments = assessments;
        this.remarks = remarks;
        this.rights = rights;
        this.trail = trail;
        this.hash = hash;
        this.events = events;
    }

    /// Makes a move, or says all that stands against it.
    ///
    /// @throws IllegalArgumentException if there is no such assessment
    /// @throws AccessDeniedException if the move is not for this person to make
    public MoveOutcome move(SignedIn me, UUID assessment, Move move, Said said) {
        AssessmentCase of = assessments.locked(assessment);
        if (!mayMove(me, of, move)) {
            throw new AccessDeniedException(move + " of " + assessment);
        }
        List<Refusal> refusals = refusals(of, move, said);
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        put(of, move);
        record(me, of, move, said);
        AssessmentCase now = Objects.requireNonNull(assessments.find(assessment));
        events.publishEvent(new AssessmentMoved(now, move, me, said));
        return new Moved(now);
    }

    private void put(AssessmentCase of, Move move) {
        AssessmentRecord row = new AssessmentRecord();
        row.setState(move.to().name());
        row.setVersion(of.version() + 1);
        row.setReviewPassedAt(move == Move.PASS ? clock.instant() : null);
        if (move == Move.SIGN) {
            row.setSubmittedAt(clock.instant());
        }
        database.update(ASSESSMENT).set(row).where(ASSESSMENT.ID.eq(of.id())).execute();
    }

    /// Whether a move is for a person to make, if it can be made at all.
    @Transactional(readOnly = true)
    public boolean mayMove(SignedIn me, AssessmentCase of, Move move) {
        Action right = move.right();
        return right != null && rights.may(me, right, target(of, move));
    }

    /// Whoever answers any part of an assessment may begin it; all else is done to the whole.
    private Target target(AssessmentCase of, Move move) {
        return switch (move.side()) {
            case UNIT ->
                    move.right() == Action.ANSWER
                            ? of.anyPart(Nodes.all(assessments.model(of).model()))
                            : of.whole();
            case ASSESSING, CLOCK -> Rounds.target(of.round());
        };
    }

    /// All that stands against a move, whoever would make it; nothing where it can be made.
    @Transactional(readOnly = true)
    public List<Refusal> refusals(AssessmentCase of, Move move, Said said) {
        if (move.since() == Move.Since.LATER) {
            return List.of(new Refusal.NotOpenYet(move));
        }
        if (!move.tracks().contains(of.round().track())) {
            return List.of(new Refusal.OtherTrack(move, of.round().track()));
        }
        if (!move.from().contains(of.state())) {
            return List.of(new Refusal.OtherState(move, of.state()));
        }
        List<Refusal> unmet = new ArrayList<>();
        for (Requirement requirement : move.requires()) {
            Unmet missing = missing(of, requirement, said);
            if (missing != null) {
                unmet.add(missing);
            }
        }
        return unmet;
    }

    private @Nullable Unmet missing(AssessmentCase of, Requirement requirement, Said said) {
        return switch (requirement) {
            case ROUND_OPEN -> unless(of.round().state() == Round.State.OPEN, requirement);
            case ANSWERED_OR_LEFT_OPEN -> {
                List<NodeId> open = new ArrayList<>(unanswered(of));
                open.removeAll(said.leftOpen());
                yield open.isEmpty() ? null : new Unmet(requirement, open, open.size());
            }
            case REMARKS_SETTLED -> {
                int waiting = remarks.waiting(of.id());
                yield waiting == 0 ? null : new Unmet(requirement, List.of(), waiting);
            }
            case REMARKS_WAITING -> unless(remarks.waiting(of.id()) > 0, requirement);
            case REVIEW_PASSED -> unless(of.reviewPassedAt() != null, requirement);
            case REASON_GIVEN -> unless(!said.reason().isEmpty(), requirement);
            case TRUTH_DECLARED -> unless(!said.statement().isEmpty(), requirement);
            case DATA_LOADED,
                    COMPLETE,
                    THREE_EXPERTS,
                    VISIT_REPORTED,
                    EXPERTS_SCORED,
                    EXPERTS_AGREED,
                    PANEL_NEEDED,
                    NO_PANEL_NEEDED,
                    PANEL_DECIDED,
                    NOT_IN_THE_CASE,
                    NOTICE_OVER,
                    VALIDITY_OVER ->
                    throw new IllegalStateException("Only moves of later need " + requirement);
        };
    }

    private static @Nullable Unmet unless(boolean met, Requirement requirement) {
        return met ? null : new Unmet(requirement, List.of(), 0);
    }

    /// The criteria that nobody has answered and no higher rung has settled.
    @Transactional(readOnly = true)
    public List<NodeId> unanswered(AssessmentCase of) {
        return CompletenessView.of(
                        assessments.result(of, assessments.sheet(of)), Map.of(), Language.ZH)
                .open()
                .stream()
                .map(open -> new NodeId(open.id()))
                .toList();
    }

    /// All moves that an assessment has made, the first first.
    @Transactional(readOnly = true)
    public List<MoveMade> history(UUID assessment) {
        return database.selectFrom(MOVE)
                .where(MOVE.ASSESSMENT.eq(assessment))
                .orderBy(MOVE.ID)
                .fetch(Course::made);
    }

    private void record(SignedIn me, AssessmentCase of, Move move, Said said) {
        MoveRecord row = new MoveRecord();
        row.setAssessment(of.id());
        row.setFromState(of.state().name());
        row.setAction(move.name());
        row.setToState(move.to().name());
        row.setPerson(me.id());
        row.setPersonName(me.name());
        row.setMovedAt(clock.instant());
        Map<String, Object> detail = new HashMap<>();
        detail.put("move", move.name());
        detail.put("from", of.state().name());
        detail.put("to", move.to().name());
        detail.put("unit", of.unit().name());
        detail.put("round", of.round().title());
        if (move.keeps().contains(Kept.REASON)) {
            row.setReason(said.reason());
            detail.put("reason", said.reason());
        }
        if (move.keeps().contains(Kept.STATEMENT)) {
            row.setStatement(said.statement());
            detail.put("statement", said.statement());
        }
        if (move.keeps().contains(Kept.LEFT_OPEN)) {
            Set<NodeId> left = new HashSet<>(unanswered(of));
            left.retainAll(said.leftOpen());
            String[] ids = left.stream().map(NodeId::value).sorted().toArray(String[]::new);
            row.setLeftOpen(ids);
            detail.put("leftOpen", List.of(ids));
        }
        if (move.keeps().contains(Kept.ANSWERS_HASH)) {
            String sha256 = hash.of(of, assessments.sheet(of));
            row.setAnswersSha256(sha256);
            detail.put("answersSha256", sha256);
        }
        database.insertInto(MOVE).set(row).execute();
        trail.record(
                me,
                "assessments.course.moved",
                of.unit().organisation(),
                "assessment",
                of.id(),
                detail);
    }

    private static MoveMade made(MoveRecord row) {
        return new MoveMade(
                Move.valueOf(row.getAction()),
                AssessmentState.valueOf(row.getFromState()),
                AssessmentState.valueOf(row.getToState()),
                row.getPerson(),
                row.getPersonName(),
                row.getReason(),
                row.getStatement(),
                List.of(row.getLeftOpen()).stream().map(NodeId::new).toList(),
                row.getAnswersSha256(),
                row.getMovedAt());
    }
}
