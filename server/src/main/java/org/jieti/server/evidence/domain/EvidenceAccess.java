package org.jieti.server.evidence.domain;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Target;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.Parts;
import org.jieti.server.assessments.WhoAnswers;
import org.jieti.server.assessments.WhoAnswers.Verdict;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// Who may do what to evidence: the unit's own people read it always and change it while they
/// answer; the people of the organiser of the round read it once it has been handed in. Nobody else
/// learns of it, not by name and not by number.
@Service
public class EvidenceAccess {
    private final AssessmentAccess access;
    private final Assessments assessments;
    private final Parts parts;
    private final Rights rights;

    EvidenceAccess(AssessmentAccess access, Assessments assessments, Parts parts, Rights rights) {
        this.access = access;
        this.assessments = assessments;
        this.parts = parts;
        this.rights = rights;
    }

    /// An assessment whose evidence a person may read.
    ///
    /// @throws AccessDeniedException if it is not for them to read
    public AssessmentCase readable(SignedIn me, UUID assessment) {
        AssessmentCase of = access.readable(me, assessment);
        if (!mayRead(me, of)) {
            throw new AccessDeniedException("evidence of " + assessment);
        }
        return of;
    }

    /// Whether a person may read the evidence of an assessment.
    public boolean mayRead(SignedIn me, AssessmentCase of) {
        return access.isOwnUnits(me, of)
                || (of.state().isHandedIn()
                        && access.mayRead(me, of)
                        && rights.may(
                                me,
                                Action.READ_ROUNDS,
                                Target.unit(of.round().organiser(), of.round().id())));
    }

    /// Whether a person may add and change evidence of an assessment, or why not: wherever they may
    /// answer anything.
    public Verdict adding(SignedIn me, AssessmentCase of) {
        WhoAnswers who = parts.answering(me, of);
        Verdict best = Verdict.NO_RIGHT;
        for (Criterion criterion : assessments.model(of).model().criteria()) {
            Verdict verdict = who.at(criterion.id());
            if (verdict == Verdict.ALLOWED) {
                return verdict;
            }
            best = verdict == Verdict.CLOSED || best == Verdict.NO_RIGHT ? verdict : best;
        }
        return best;
    }

    /// Whether a person may link evidence to a criterion, or why not: where they may answer it.
    public Verdict linking(SignedIn me, AssessmentCase of, NodeId criterion) {
        return assessments.model(of).model().find(criterion) instanceof Criterion
                ? parts.answering(me, of).at(criterion)
                : Verdict.NO_RIGHT;
    }

    /// The criteria that a person may link evidence to, here and now, in the order of the model.
    public Set<NodeId> linkable(SignedIn me, AssessmentCase of) {
        WhoAnswers who = parts.answering(me, of);
        Set<NodeId> linkable = new LinkedHashSet<>();
        for (Criterion criterion : assessments.model(of).model().criteria()) {
            if (who.at(criterion.id()) == Verdict.ALLOWED) {
                linkable.add(criterion.id());
            }
        }
        return linkable;
    }

    /// Refuses whom it is not for, whether or not anything is taken just now.
    ///
    /// @throws AccessDeniedException if it is not for them
    public static void require(Verdict verdict) {
        switch (verdict) {
            case ALLOWED, CLOSED -> {}
            case NO_RIGHT, NOT_ASSIGNED -> throw new AccessDeniedException("evidence");
        }
    }

    /// Whether something is taken just now, for somebody whom it is for.
    ///
    /// @throws AccessDeniedException if it is not for them
    static boolean isOpen(Verdict verdict) {
        require(verdict);
        return verdict == Verdict.ALLOWED;
    }
}
