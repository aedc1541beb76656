package org.jieti.server.assessments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jieti.catalog.finding.Finding;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Scoring;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.assessments.SaveOutcome.Closed;
import org.jieti.server.assessments.SaveOutcome.Conflict;
import org.jieti.server.assessments.SaveOutcome.Refused;
import org.jieti.server.assessments.SaveOutcome.Saved;
import org.jieti.server.audit.Audit;
import org.jieti.server.audit.AuditEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes answers: each only from whom it is asked, only while the unit assesses itself, only if it
/// replaces what its writer had seen, and only if the whole then still keeps the rules of the
/// method. Each change leaves its row in the audit.
///
/// The assessment's own row is locked first, so saves of one assessment come one after another: a
/// cap over several answers holds, and nobody saves into an assessment that has just moved on.
@Service
@Transactional
public class Answering {
    private final Clock clock;
    private final Assessments assessments;
    private final AnswerRows rows;
    private final Parts parts;
    private final Audit audit;
    private final Visitors visitors;

    Answering(
            Clock clock,
            Assessments assessments,
            AnswerRows rows,
            Parts parts,
            Audit audit,
            Visitors visitors) {
        this.clock = clock;
        this.assessments = assessments;
        this.rows = rows;
        this.parts = parts;
        this.audit = audit;
        this.visitors = visitors;
    }

    /// Saves the answer to a criterion.
    ///
    /// @throws IllegalArgumentException if there is no such assessment, or the model has no such
    ///     criterion
    /// @throws AccessDeniedException if it is not for this person to answer
    public SaveOutcome<KeptAnswer> save(
            SignedIn me, UUID assessment, NodeId criterion, WrittenAnswer written, Save save) {
        AssessmentCase of = assessments.locked(assessment);
        MaturityModel model = assessments.model(of).model();
        if (!(model.find(criterion) instanceof Criterion)) {
            throw new IllegalArgumentException(model.id() + " has no criterion " + criterion);
        }
        if (!isOpen(me, of, List.of(criterion))) {
            return new Closed<>(Objects.requireNonNull(of.closedKey()));
        }
        AnswerSheet sheet = rows.of(assessment);
        KeptAnswer now = sheet.answers().get(criterion);
        if (now != null && isSavedAlready(save, now.savedAs())) {
            return new Saved<>(now);
        }
        if (isConflict(save, now == null ? 0 : now.version(), now == null ? null : now.savedAs())) {
            KeptAnswer theirs = Objects.requireNonNull(now);
            return theirs.origin() == Origin.OWN && theirs.written().equals(written)
                    ? new Saved<>(theirs)
                    : new Conflict<>(theirs);
        }
        KeptAnswer next =
                new KeptAnswer(
                        criterion,
                        written,
                        Origin.OWN,
                        now == null ? 1 : now.version() + 1,
                        save.name().isEmpty() ? null : save.name(),
                        me.id(),
                        clock.instant());
        List<Finding> findings = AnswerRules.of(model, next);
        if (findings.isEmpty()) {
            findings = broken(of, model, sheet.with(next));
        }
        if (!findings.isEmpty()) {
            return new Refused<>(findings);
        }
        put(me, of, now, next);
        return new Saved<>(next);
    }

    /// Saves the value of a measure.
    ///
    /// @throws IllegalArgumentException if there is no such assessment, or the model has no such
    ///     measure
    /// @throws AccessDeniedException if it is not for this person to answer
    public SaveOutcome<KeptReading> save(
            SignedIn me, UUID assessment, MeasureId measure, WrittenReading written, Save save) {
        AssessmentCase of = assessments.locked(assessment);
        MaturityModel model = assessments.model(of).model();
        if (model.findMeasure(measure) == null) {
            throw new IllegalArgumentException(model.id() + " has no measure " + measure);
        }
        if (!isOpen(me, of, readers(model, measure))) {
            return new Closed<>(Objects.requireNonNull(of.closedKey()));
        }
        AnswerSheet sheet = rows.of(assessment);
        KeptReading now = sheet.readings().get(measure);
        if (now != null && isSavedAlready(save, now.savedAs())) {
            return new Saved<>(now);
        }
        if (isConflict(save, now == null ? 0 : now.version(), now == null ? null : now.savedAs())) {
            KeptReading theirs = Objects.requireNonNull(now);
            return theirs.origin() == Origin.OWN && theirs.written().says(written)
                    ? new Saved<>(theirs)
                    : new Conflict<>(theirs);
        }
        KeptReading next =
                new KeptReading(
                        measure,
                        written,
                        Origin.OWN,
                        now == null ? 1 : now.version() + 1,
                        save.name().isEmpty() ? null : save.name(),
                        me.id(),
                        clock.instant());
        List<Finding> findings = broken(of, model, sheet.with(next));
        if (!findings.isEmpty()) {
            return new Refused<>(findings);
        }
        put(me, of, now, next);
        return new Saved<>(next);
    }

    /// Confirms all that is offered from the round before beneath a node: its answers, and the
    /// measures that its criteria read. All or nothing.
    ///
    /// @return how many were confirmed
    public SaveOutcome<Integer> confirm(SignedIn me, UUID assessment, NodeId node) {
        AssessmentCase of = assessments.locked(assessment);
        MaturityModel model = assessments.model(of).model();
        if (model.find(node) == null) {
            throw new IllegalArgumentException(model.id() + " has no node " + node);
        }
        if (!isOpen(me, of, List.of(node))) {
            return new Closed<>(Objects.requireNonNull(of.closedKey()));
        }
        AnswerSheet before = rows.of(assessment);
        AnswerSheet after = before;
        List<KeptAnswer> answers = new ArrayList<>();
        for (KeptAnswer kept : before.answers().values()) {
            if (kept.origin() == Origin.PREVIOUS && node.contains(kept.criterion())) {
                KeptAnswer own = confirmed(me, kept);
                answers.add(own);
                after = after.with(own);
            }
        }
        Set<MeasureId> read = measures(model, node);
        List<KeptReading> readings = new ArrayList<>();
        for (KeptReading kept : before.readings().values()) {
            if (kept.origin() == Origin.PREVIOUS && read.contains(kept.measure())) {
                KeptReading own = confirmed(me, kept);
                readings.add(own);
                after = after.with(own);
            }
        }
        List<Finding> findings = broken(of, model, after);
        if (!findings.isEmpty()) {
            return new Refused<>(findings);
        }
        answers.forEach(own -> put(me, of, before.answers().get(own.criterion()), own));
        readings.forEach(own -> put(me, of, before.readings().get(own.measure()), own));
        return new Saved<>(answers.size() + readings.size());
    }

    private KeptAnswer confirmed(SignedIn me, KeptAnswer kept) {
        return new KeptAnswer(
                kept.criterion(),
                kept.written(),
                Origin.OWN,
                kept.version() + 1,
                null,
                me.id(),
                clock.instant());
    }

    private KeptReading confirmed(SignedIn me, KeptReading kept) {
        return new KeptReading(
                kept.measure(),
                kept.written(),
                Origin.OWN,
                kept.version() + 1,
                null,
                me.id(),
                clock.instant());
    }

    /// Whether the person may answer at one of the nodes, and the assessment is being answered.
    private boolean isOpen(SignedIn me, AssessmentCase of, List<NodeId> nodes) {
        WhoAnswers who = parts.answering(me, of);
        List<WhoAnswers.Verdict> verdicts = nodes.stream().map(who::at).toList();
        if (verdicts.contains(WhoAnswers.Verdict.ALLOWED)) {
            return true;
        }
        if (verdicts.contains(WhoAnswers.Verdict.CLOSED)) {
            return false;
        }
        throw new AccessDeniedException(nodes + " of " + of.id());
    }

    private static boolean isSavedAlready(Save save, @Nullable String savedAs) {
        return !save.name().isEmpty() && save.name().equals(savedAs);
    }

    /// Whether what is kept is neither what the writer had before them, nor from an earlier save of
    /// theirs whose reply they never got.
    private static boolean isConflict(Save save, int version, @Nullable String savedAs) {
        return version != save.seen() && (savedAs == null || !save.before().contains(savedAs));
    }

    /// What the rules of the method find wrong with the whole.
    private List<Finding> broken(AssessmentCase of, MaturityModel model, AnswerSheet sheet) {
        return Scoring.check(model, assessments.weights(of), assessments.counted(of, sheet))
                .stream()
                .map(violation -> AnswerRules.finding(model, violation))
                .toList();
    }

    private static List<NodeId> readers(MaturityModel model, MeasureId measure) {
        return model.criteria().stream()
                .filter(each -> each.reading() != null && each.reading().measure().equals(measure))
                .map(Criterion::id)
                .toList();
    }

    private static Set<MeasureId> measures(MaturityModel model, NodeId node) {
        return model.criteria().stream()
                .filter(each -> node.contains(each.id()) && each.reading() != null)
                .map(each -> Objects.requireNonNull(each.reading()).measure())
                .collect(Collectors.toSet());
    }

    private void put(
            SignedIn me, AssessmentCase of, @Nullable KeptAnswer before, KeptAnswer after) {
        rows.put(of.id(), after);
        record(
                me,
                of,
                "assessments.answer.saved",
                "answer",
                after.criterion().value(),
                before == null ? null : said(before.written(), before.origin()),
                said(after.written(), after.origin()));
    }

    private void put(
            SignedIn me, AssessmentCase of, @Nullable KeptReading before, KeptReading after) {
        rows.put(of.id(), after);
        record(
                me,
                of,
                "assessments.reading.saved",
                "reading",
                after.measure().value(),
                before == null ? null : said(before.written(), before.origin()),
                said(after.written(), after.origin()));
    }

    private static Map<String, Object> said(WrittenAnswer written, Origin origin) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("state", written.state().name());
        if (written.rating() != null) {
            said.put("rating", written.rating());
        }
        said.put("note", written.note());
        said.put("origin", origin.name());
        return said;
    }

    private static Map<String, Object> said(WrittenReading written, Origin origin) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (written.value() != null) {
            said.put("value", written.value().toPlainString());
        }
        said.put("unit", written.unit());
        said.put("note", written.note());
        said.put("origin", origin.name());
        return said;
    }

    private void record(
            SignedIn me,
            AssessmentCase of,
            String action,
            String kind,
            String subject,
            @Nullable Map<String, Object> before,
            Map<String, Object> after) {
        Map<String, Object> detail = new LinkedHashMap<>();
        if (before != null) {
            detail.put("before", before);
        }
        detail.put("after", after);
        audit.record(
                new AuditEvent(
                        me.id(),
                        me.name(),
                        action,
                        of.unit().organisation(),
                        kind,
                        of.id() + "/" + subject,
                        detail,
                        visitors.address()));
    }
}
