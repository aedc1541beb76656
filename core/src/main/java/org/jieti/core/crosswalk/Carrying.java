package org.jieti.core.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.RatingScale;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.AssessmentRules;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Threshold;

/// Carries answers over to another model, link by link.
///
/// An answer carries over when every linked criterion is answered; a state that a higher rung has
/// settled is, and a metric counts with its fulfilment. Criteria that do not apply are left out,
/// and only if none is left does "not applicable" carry over. Insufficient evidence for one of
/// them is insufficient evidence. Otherwise the lowest fulfilment counts, taken down to the
/// nearest rating of the other model's scale, so that nothing is rated better for being looked at
/// through another model.
final class Carrying {
    private final Crosswalk crosswalk;
    private final Result source;
    private final MaturityModel model;
    private final Map<NodeId, CriterionScore> scores;
    private final Map<NodeId, Carried> carried = new LinkedHashMap<>();
    private final Map<NodeId, Open> open = new HashMap<>();

    Carrying(Crosswalk crosswalk, Result source, MaturityModel model, WeightSet weights) {
        this.crosswalk = crosswalk;
        this.source = source;
        this.model = model;
        this.scores =
                source.tree().criteria().stream()
                        .collect(Collectors.toMap(CriterionScore::id, Function.identity()));
        model.criteria().forEach(this::carry);
        withdrawBeyondCap(weights);
    }

    /// In the order of the other model.
    List<Carried> carried() {
        return List.copyOf(carried.values());
    }

    Assessment assessment() {
        Map<NodeId, Answer> answers = new HashMap<>();
        carried.forEach((id, each) -> answers.put(id, each.answer()));
        return new Assessment(
                model.id(),
                source.assessment().unit(),
                source.assessment().asOf(),
                answers,
                Map.of());
    }

    /// What is unanswered in the result of [#assessment].
    List<Open> open(Result result) {
        List<Open> unanswered = new ArrayList<>();
        for (CriterionScore score : result.tree().criteria()) {
            Open each = open.get(score.id());
            if (each != null && score.state() == AnswerState.UNANSWERED) {
                unanswered.add(each);
            }
        }
        return unanswered;
    }

    private void carry(Criterion criterion) {
        Link link = crosswalk.link(model.id(), criterion.id(), source.model().id());
        List<CriterionScore> from = link == null ? List.of() : from(link);
        if (criterion.kind() == CriterionKind.METRIC) {
            leave(criterion, Open.Reason.MEASURE, from);
        } else if (link == null) {
            leave(criterion, Open.Reason.NOT_LINKED, from);
        } else if (has(from, AnswerState.UNANSWERED)) {
            leave(criterion, Open.Reason.UNANSWERED_THERE, from);
        } else {
            Answer answer = answer(from);
            if (answer instanceof Answer.NotApplicable && !criterion.mayBeNotApplicable()) {
                leave(criterion, Open.Reason.NOT_APPLICABLE_REFUSED, from);
            } else {
                carried.put(criterion.id(), new Carried(criterion, answer, link, from));
            }
        }
    }

    private List<CriterionScore> from(Link link) {
        List<CriterionScore> from = new ArrayList<>();
        for (NodeId id : link.of(source.model().id())) {
            CriterionScore score = scores.get(id);
            if (score == null) {
                throw new IllegalArgumentException(
                        "Link %s names %s, which %s does not have."
                                .formatted(link.id(), id, source.model().id()));
            }
            from.add(score);
        }
        return from;
    }

    private void leave(Criterion criterion, Open.Reason reason, List<CriterionScore> from) {
        open.put(criterion.id(), new Open(criterion, reason, from));
    }

    private static boolean has(List<CriterionScore> from, AnswerState state) {
        return from.stream().anyMatch(score -> score.state() == state);
    }

    private Answer answer(List<CriterionScore> from) {
        if (has(from, AnswerState.INSUFFICIENT)) {
            return new Answer.InsufficientEvidence(reasons(from, AnswerState.INSUFFICIENT));
        }
        List<CriterionScore> applicable =
                from.stream().filter(score -> !score.isExcluded()).toList();
        if (applicable.isEmpty()) {
            return new Answer.NotApplicable(reasons(from, AnswerState.NOT_APPLICABLE));
        }
        double lowest = 1;
        for (CriterionScore score : applicable) {
            lowest = Math.min(lowest, score.currentFulfilment());
        }
        return new Answer.Rated(takenDown(lowest, model.ratings()), "");
    }

    /// The reasons as the assessor gave them, each once.
    private static String reasons(List<CriterionScore> from, AnswerState state) {
        return from.stream()
                .filter(score -> score.state() == state)
                .map(CriterionScore::answer)
                .map(
                        answer ->
                                switch (answer) {
                                    case Answer.NotApplicable(String reason) -> reason;
                                    case Answer.InsufficientEvidence(String reason) -> reason;
                                    case Answer.Rated _, Answer.Unanswered _ -> "";
                                })
                .filter(reason -> !reason.isBlank())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /// The best rating that stands for no more than a fulfilment.
    private static Rating takenDown(double fulfilment, RatingScale scale) {
        for (Rating rating : scale.ratings()) {
            if (Threshold.isAtLeast(fulfilment, rating.fulfilment())) {
                return rating;
            }
        }
        return scale.worst();
    }

    /// A domain of which more is not applicable than its model allows is left to be answered
    /// there.
    private void withdrawBeyondCap(WeightSet weights) {
        for (Violation violation : AssessmentRules.check(model, weights, assessment())) {
            if (violation.rule().equals("assessment.na.cap")) {
                NodeId domain = new NodeId(violation.subject());
                List<Carried> beyond =
                        carried.values().stream()
                                .filter(each -> domain.contains(each.criterion().id()))
                                .filter(each -> each.answer() instanceof Answer.NotApplicable)
                                .toList();
                for (Carried each : beyond) {
                    carried.remove(each.criterion().id());
                    leave(each.criterion(), Open.Reason.NOT_APPLICABLE_REFUSED, each.from());
                }
            }
        }
    }
}
