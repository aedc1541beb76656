package org.jieti.server.assessments;

import static org.jieti.server.database.schema.Tables.REMARK;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.database.schema.tables.records.RemarkRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What internal review says, and whether it has been dealt with. Reviewers write while they
/// review; those who answer deal with it once the assessment is theirs again.
@Service
@Transactional(readOnly = true)
public class Remarks {
    private final DSLContext database;
    private final Clock clock;
    private final Assessments assessments;
    private final Parts parts;
    private final Rights rights;
    private final AuditTrail trail;

    Remarks(
            DSLContext database,
            Clock clock,
            Assessments assessments,
            Parts parts,
            Rights rights,
            AuditTrail trail) {
        this.database = database;
        this.clock = clock;
        this.assessments = assessments;
        this.parts = parts;
        this.rights = rights;
        this.trail = trail;
    }

    /// All remarks on an assessment, the first first.
    public List<Remark> of(UUID assessment) {
        return database.selectFrom(REMARK)
                .where(REMARK.ASSESSMENT.eq(assessment))
                .orderBy(REMARK.WRITTEN_AT, REMARK.ID)
                .fetch(Remarks::remark);
    }

    /// How many wait to be dealt with.
    public int waiting(UUID assessment) {
        return database.fetchCount(
                REMARK, REMARK.ASSESSMENT.eq(assessment).and(REMARK.SETTLED_AT.isNull()));
    }

    /// Writes a remark.
    ///
    /// @param criterion null for the whole
    /// @return false, and nothing is kept, where the assessment is not under internal review
    /// @throws AccessDeniedException if it is not for this person to review
    @Transactional
    public boolean write(SignedIn me, UUID assessment, @Nullable NodeId criterion, String text) {
        AssessmentCase of = assessments.locked(assessment);
        rights.require(me, Action.REVIEW_INTERNALLY, of.whole());
        if (of.state() != AssessmentState.INTERNAL_REVIEW) {
            return false;
        }
        RemarkRecord row = new RemarkRecord();
        row.setId(UUID.randomUUID());
        row.setAssessment(assessment);
        row.setCriterion(criterion == null ? null : criterion.value());
        row.setText(text.strip());
        row.setWrittenBy(me.id());
        row.setWrittenAt(clock.instant());
        database.insertInto(REMARK).set(row).execute();
        record(me, of, "assessments.remark.written", remark(row));
        return true;
    }

    /// Marks a remark as dealt with; nothing happens where it is already, or where there is none.
    ///
    /// @throws AccessDeniedException if the person may neither review nor answer there
    @Transactional
    public void settle(SignedIn me, UUID assessment, UUID remark) {
        AssessmentCase of = assessments.locked(assessment);
        RemarkRecord row =
                database.selectFrom(REMARK)
                        .where(REMARK.ID.eq(remark))
                        .and(REMARK.ASSESSMENT.eq(assessment))
                        .fetchOne();
        if (row == null) {
            return;
        }
        if (!maySettle(me, of, remark(row))) {
            throw new AccessDeniedException("settle " + remark);
        }
        if (row.getSettledAt() != null) {
            return;
        }
        row.setSettledBy(me.id());
        row.setSettledAt(clock.instant());
        row.update();
        record(me, of, "assessments.remark.settled", remark(row));
    }

    /// Whether a person can mark a remark as dealt with now.
    public boolean maySettle(SignedIn me, AssessmentCase of, Remark remark) {
        NodeId criterion = remark.criterion();
        return switch (of.state()) {
            case INTERNAL_REVIEW -> rights.may(me, Action.REVIEW_INTERNALLY, of.whole());
            case SELF_ASSESSMENT ->
                    criterion == null
                            ? rights.may(me, Action.ANSWER, of.whole())
                            : parts.answering(me, of).at(criterion) == WhoAnswers.Verdict.ALLOWED;
            case DRAFT,
                    SUBMITTED,
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
                    false;
        };
    }

    private void record(SignedIn me, AssessmentCase of, String action, Remark remark) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("remark", remark.id().toString());
        detail.put("text", remark.text());
        if (remark.criterion() != null) {
            detail.put("criterion", remark.criterion().value());
        }
        trail.record(me, action, of.unit().organisation(), "assessment", of.id(), detail);
    }

    private static Remark remark(RemarkRecord row) {
        return new Remark(
                row.getId(),
                row.getAssessment(),
                row.getCriterion() == null ? null : new NodeId(row.getCriterion()),
                row.getText(),
                row.getWrittenBy(),
                row.getWrittenAt(),
                row.getSettledBy(),
                row.getSettledAt());
    }
}
