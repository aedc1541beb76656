package org.jieti.core.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.model.NodeId;

/// Turns answers and measures into fulfilments, ladder by ladder.
///
/// A *state* is replaced by a better one. Its fulfilment is the larger of its own and the best
/// mean of a higher rung of its ladder; once such a mean is satisfied, the state counts as
/// fulfilled and answered. Rungs are worked from the top, so a state that is itself settled
/// carries the states below it.
final class Fulfilments {
    private final MaturityModel model;
    private final Assessment assessment;
    private final MissingAs missingAs;
    private final Map<NodeId, Fulfilment> byCriterion = new HashMap<>();

    /// What a missing answer is taken for.
    enum MissingAs {
        NOTHING,
        BEST
    }

    private Fulfilments(MaturityModel model, Assessment assessment, MissingAs missingAs) {
        this.model = model;
        this.assessment = assessment;
        this.missingAs = missingAs;
    }

    static Map<NodeId, Fulfilment> of(
            MaturityModel model, Assessment assessment, MissingAs missingAs) {
        Fulfilments fulfilments = new Fulfilments(model, assessment, missingAs);
        model.forEachNode(
                node -> {
                    if (node instanceof Indicator indicator && indicator.bearsCriteria()) {
                        fulfilments.resolve(indicator.criteria());
                    }
                });
        return fulfilments.byCriterion;
    }

    private void resolve(List<Criterion> criteria) {
        double bestHigherMean = 0;
        for (Rungs.Rung rung : Rungs.of(criteria).rungs().reversed()) {
            double sum = 0;
            int applicable = 0;
            for (Criterion criterion : rung.criteria()) {
                Fulfilment fulfilment = resolve(criterion, bestHigherMean);
                byCriterion.put(criterion.id(), fulfilment);
                if (fulfilment.state() != AnswerState.NOT_APPLICABLE) {
                    sum += fulfilment.value();
                    applicable++;
                }
            }
            if (applicable > 0) {
                bestHigherMean = Math.max(bestHigherMean, sum / applicable);
            }
        }
    }

    private Fulfilment resolve(Criterion criterion, double bestHigherMean) {
        Fulfilment own = own(criterion);
        if (criterion.kind() != CriterionKind.STATE || own.state() == AnswerState.NOT_APPLICABLE) {
            return own;
        }
        return isSatisfied(bestHigherMean)
                ? new Fulfilment(AnswerState.SETTLED, own.own(), 1)
                : new Fulfilment(own.state(), own.own(), Math.max(own.own(), bestHigherMean));
    }

    private boolean isSatisfied(double fulfilment) {
        return model.grading() != null
                && Threshold.isAtLeast(fulfilment, model.grading().satisfied());
    }

    private Fulfilment own(Criterion criterion) {
        return switch (assessment.answer(criterion.id())) {
            case Answer.Rated rated -> rated(rated.rating().fulfilment());
            case Answer.NotApplicable _ -> new Fulfilment(AnswerState.NOT_APPLICABLE, 0, 0);
            case Answer.InsufficientEvidence _ -> missing(AnswerState.INSUFFICIENT);
            case Answer.Unanswered _ -> measured(criterion);
        };
    }

    private Fulfilment measured(Criterion criterion) {
        MeasureBand reads = criterion.reading();
        if (reads == null) {
            return missing(AnswerState.UNANSWERED);
        }
        Reading reading = assessment.measures().get(reads.measure());
        return reading == null
                ? missing(AnswerState.UNANSWERED)
                : rated(band(reads).fulfilment(reading.value()));
    }

    private Band band(MeasureBand reads) {
        Measure measure = model.findMeasure(reads.measure());
        Band band = measure == null ? null : measure.band(reads.band());
        if (band == null) {
            throw new IllegalArgumentException("The model has no band %s.".formatted(reads));
        }
        return band;
    }

    private static Fulfilment rated(double fulfilment) {
        return new Fulfilment(AnswerState.RATED, fulfilment, fulfilment);
    }

    private Fulfilment missing(AnswerState state) {
        double assumed =
                switch (missingAs) {
                    case NOTHING -> 0;
                    case BEST -> 1;
                };
        return new Fulfilment(state, assumed, assumed);
    }
}
