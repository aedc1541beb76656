package org.jieti.core.scoring;

import org.jieti.core.assessment.Answer;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// The derivation of one criterion: `s_ijk = points_ijk × fulfilment_ijk`.
///
/// @param fulfilment what counts now
/// @param bestFulfilment what counts if every missing answer is rated best, in [0, 1]
/// @param statedPoints its points if everything were applicable, in [0, 100]
/// @param points its points after exclusions, in [0, 100]; 0 when excluded
public record CriterionScore(
        Criterion criterion,
        Answer answer,
        Fulfilment fulfilment,
        double bestFulfilment,
        double statedPoints,
        double points,
        double weightInDomain,
        double effectiveWeight)
        implements ScoreNode {

    @Override
    public Criterion node() {
        return criterion;
    }

    public NodeId id() {
        return criterion.id();
    }

    public int level() {
        return criterion.level();
    }

    public AnswerState state() {
        return fulfilment.state();
    }

    /// How its own answer counts, whatever a higher rung has settled.
    public AnswerState ownState() {
        if (state() != AnswerState.SETTLED) {
            return state();
        }
        return switch (answer) {
            case Answer.Rated _ -> AnswerState.RATED;
            case Answer.NotApplicable _ -> AnswerState.NOT_APPLICABLE;
            case Answer.InsufficientEvidence _ -> AnswerState.INSUFFICIENT;
            case Answer.Unanswered _ -> AnswerState.UNANSWERED;
        };
    }

    /// What counts now, in [0, 1].
    public double currentFulfilment() {
        return fulfilment.value();
    }

    /// `s_ijk`: the points earned, in [0, 100].
    public double earned() {
        return points * fulfilment.value();
    }

    @Override
    public @Nullable Exclusion exclusion() {
        return state() == AnswerState.NOT_APPLICABLE ? Exclusion.NOT_APPLICABLE : null;
    }

    @Override
    public double contributionToDomain() {
        return weightInDomain * 100 * fulfilment.value();
    }

    @Override
    public double contribution() {
        return effectiveWeight * 100 * fulfilment.value();
    }

    @Override
    public Coverage coverage() {
        return Coverage.of(state());
    }
}
