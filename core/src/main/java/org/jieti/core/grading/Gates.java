package org.jieti.core.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jieti.core.grading.GateVerdict.Kind;
import org.jieti.core.grading.GateVerdict.Verdict;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Scope;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Threshold;

/// The gates of a scope. A mandatory criterion at level l that is not satisfied keeps its domain
/// below l; a veto criterion caps the level and scope that it names. A gate never raises a level.
final class Gates {
    private Gates() {}

    static List<GateVerdict> of(
            BranchScore domain,
            Scope scope,
            double satisfied,
            ToDoubleFunction<CriterionScore> fulfilment) {
        List<GateVerdict> gates = new ArrayList<>();
        for (CriterionScore scored : domain.criteria()) {
            Criterion criterion = scored.criterion();
            if (criterion.mandatory() && scope == Scope.DOMAIN) {
                int cap = Math.max(1, criterion.level() - 1);
                Verdict verdict = verdict(scored, satisfied, fulfilment);
                gates.add(
                        new GateVerdict(Kind.MANDATORY, scope, domain.id(), scored, cap, verdict));
            }
            if (criterion.veto() != null && criterion.veto().scope() == scope) {
                int cap = criterion.veto().cap();
                Verdict verdict = verdict(scored, satisfied, fulfilment);
                gates.add(new GateVerdict(Kind.VETO, scope, domain.id(), scored, cap, verdict));
            }
        }
        return gates;
    }

    private static Verdict verdict(
            CriterionScore scored, double satisfied, ToDoubleFunction<CriterionScore> fulfilment) {
        if (scored.isExcluded()) {
            return Verdict.NOT_APPLICABLE;
        }
        if (Threshold.isAtLeast(fulfilment.applyAsDouble(scored), satisfied)) {
            return Verdict.PASSED;
        }
        return scored.state().isMissing() ? Verdict.OPEN : Verdict.FAILED;
    }

    /// The closed gates as limits, lowest cap first.
    static List<LevelLimit> limits(List<GateVerdict> gates) {
        List<LevelLimit> limits = new ArrayList<>();
        for (GateVerdict gate : gates) {
            if (gate.isClosed()) {
                LevelLimit.Rule rule =
                        switch (gate.kind()) {
                            case MANDATORY -> LevelLimit.Rule.MANDATORY;
                            case VETO -> LevelLimit.Rule.VETO;
                        };
                limits.add(new LevelLimit(rule, gate.cap(), List.of(gate.criterion().id())));
            }
        }
        limits.sort(LevelLimit.BY_CAP);
        return limits;
    }
}
