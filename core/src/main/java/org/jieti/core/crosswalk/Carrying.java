package org.jieti.core.crosswalk;

import java.util.ArrayList;
import java.util.Collection;
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
import org.jspecify.annotations.Nullable;

/// Carries answers over to another model, link by link.
///
/// Only a criterion's own answer counts, a metric's with its fulfilment: that a higher rung has
/// settled a state holds within its model, and shows nothing in another.
///
/// By an [Equivalence] an answer carries over when every linked criterion is answered. Criteria
/// that do not apply are left out, and only if none is left does "not applicable" carry over.
/// Insufficient evidence for one of them is insufficient evidence. Otherwise the lowest fulfilment
/// counts, taken down to the nearest rating of the other model's scale, so that nothing is rated
/// better for being looked at through another model.
///
/// By an [Implication] the lowest fulfilment of the demanding criteria gives the rating that the
/// link states for it, as a lower bound unless it is the best. What does not apply there, or is
/// not evidenced, or falls short, says nothing here, where less is asked. Of several implications
/// the one that shows most counts.
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
        return assessment(carried.values());
    }

    /// Without lower bounds.
    Assessment exactly() {
        return assessment(
                carried.values().stream()
                        .filter(each -> each.bound() == Carried.Bound.EXACT)
                        .toList());
    }

    private Assessment assessment(Collection<Carried> entered) {
        Map<NodeId, Answer> answers = new HashMap<>();
        entered.forEach(each -> answers.put(each.criterion().id(), each.answer()));
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
        List<Link> links = crosswalk.links(model.id(), criterion.id(), source.model().id());
        List<CriterionScore> all =
                links.stream().flatMap(link -> from(link, criterion).stream()).distinct().toList();
        if (criterion.kind() == CriterionKind.METRIC) {
            leave(criterion, Open.Reason.MEASURE, all);
            return;
        }
        Carried best = null;
        Open.Reason reason = Open.Reason.NOT_LINKED;
        for (Link link : links) {
            switch (followed(criterion, link)) {
                case Followed.So(Carried found) -> best = better(best, found);
                case Followed.Not(Open.Reason why) -> {
                    if (reason != Open.Reason.UNANSWERED_THERE) {
                        reason = why;
                    }
                }
            }
        }
        if (best == null) {
            leave(criterion, reason, all);
        } else {
            carried.put(criterion.id(), best);
        }
    }

    /// What follows for a criterion by one link.
    private sealed interface Followed {
        record So(Carried carried) implements Followed {}

        record Not(Open.Reason reason) implements Followed {}
    }

    private Followed followed(Criterion criterion, Link link) {
        List<CriterionScore> from = from(link, criterion);
        if (has(from, AnswerState.UNANSWERED)) {
            return new Followed.Not(Open.Reason.UNANSWERED_THERE);
        }
        return switch (link) {
            case Equivalence same -> same(criterion, same, from);
            case Implication implication -> shown(criterion, implication, from);
        };
    }

    private Followed same(Criterion criterion, Equivalence link, List<CriterionScore> from) {
        Answer answer = answer(from);
        return answer instanceof Answer.NotApplicable && !criterion.mayBeNotApplicable()
                ? new Followed.Not(Open.Reason.NOT_APPLICABLE_REFUSED)
                : new Followed.So(new Carried(criterion, answer, Carried.Bound.EXACT, link, from));
    }

    private Followed shown(Criterion criterion, Implication link, List<CriterionScore> from) {
        boolean all = from.stream().allMatch(score -> score.ownState() == AnswerState.RATED);
        Rating rating =
                all ? link.shown(lowest(from), source.model().ratings(), model.ratings()) : null;
        if (rating == null) {
            return new Followed.Not(Open.Reason.NOT_SHOWN);
        }
        Carried.Bound bound =
                rating.equals(model.ratings().best())
                        ? Carried.Bound.EXACT
                        : Carried.Bound.AT_LEAST;
        return new Followed.So(
                new Carried(criterion, new Answer.Rated(rating, ""), bound, link, from));
    }

    /// Only implications compete, and all of them give ratings.
    private static Carried better(@Nullable Carried one, Carried other) {
        return one == null || fulfilment(other) > fulfilment(one) ? other : one;
    }

    private static double fulfilment(Carried carried) {
        return carried.answer() instanceof Answer.Rated rated ? rated.rating().fulfilment() : 0;
    }

    private List<CriterionScore> from(Link link, Criterion criterion) {
        List<CriterionScore> from = new ArrayList<>();
        for (NodeId id : link.answering(model.id(), criterion.id(), source.model().id())) {
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
        return from.stream().anyMatch(score -> score.ownState() == state);
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
        return new Answer.Rated(takenDown(lowest(applicable), model.ratings()), "");
    }

    private static double lowest(List<CriterionScore> scores) {
        double lowest = 1;
        for (CriterionScore score : scores) {
            lowest = Math.min(lowest, score.fulfilment().own());
        }
        return lowest;
    }

    /// The reasons as the assessor gave them, each once.
    private static String reasons(List<CriterionScore> from, AnswerState state) {
        return from.stream()
                .filter(score -> score.ownState() == state)
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
    static Rating takenDown(double fulfilment, RatingScale scale) {
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
