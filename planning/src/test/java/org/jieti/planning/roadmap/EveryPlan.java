package org.jieti.planning.roadmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.effort.Prerequisite;
import org.jieti.core.effort.StepCosts;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Threshold;
import org.jieti.planning.fixture.SmallTree;
import org.jieti.planning.roadmap.RoadmapRequest.LadderOrder;
import org.jspecify.annotations.Nullable;

/// Tries every way to raise a small unit, and asks the engine about each. It knows nothing of
/// chains and programs.
final class EveryPlan {
    private final SmallTree tree;
    private final LadderOrder order;
    private final Result now;
    private final Map<NodeId, CriterionScore> before;
    private final List<Raisable> raisables = new ArrayList<>();

    /// A way that keeps all rules.
    record Way(int cost, Result result) {}

    /// A criterion or measure, and the answers it may be given, the present one first.
    private record Raisable(
            List<NodeId> criteria, List<@Nullable Object> values, List<Integer> costs) {}

    EveryPlan(SmallTree tree, LadderOrder order) {
        this.tree = tree;
        this.order = order;
        this.now = Scoring.score(tree.input());
        this.before = scores(now);
        Map<MeasureId, List<CriterionScore>> readers = new HashMap<>();
        for (CriterionScore score : before.values()) {
            if (score.isExcluded() || score.state() == AnswerState.SETTLED) {
                continue;
            }
            if (score.criterion().reading() != null) {
                readers.computeIfAbsent(
                                score.criterion().reading().measure(), _ -> new ArrayList<>())
                        .add(score);
            } else {
                raisables.add(rated(score));
            }
        }
        readers.forEach((measure, criteria) -> raisables.add(measured(measure, criteria)));
    }

    private Raisable rated(CriterionScore score) {
        List<@Nullable Object> values = new ArrayList<>();
        List<Integer> costs = new ArrayList<>();
        values.add(null);
        costs.add(0);
        int sum = 0;
        for (Rating rating : now.model().ratings().ratings().reversed()) {
            if (rating.fulfilment() > score.fulfilment().own()) {
                sum += tree.costs().cost(score.criterion(), rating.id());
                values.add(rating);
                costs.add(sum);
            }
        }
        return new Raisable(List.of(score.id()), values, costs);
    }

    /// What passes already is shown first, then 1.5 is passed before 1.2.
    private Raisable measured(MeasureId id, List<CriterionScore> criteria) {
        List<@Nullable Object> values = new ArrayList<>();
        List<Integer> costs = new ArrayList<>();
        values.add(null);
        costs.add(0);
        int sum = 0;
        Measure measure = now.model().findMeasure(id);
        Reading reading = now.assessment().measures().get(id);
        int shown = 0;
        List<Reading> limits = new ArrayList<>();
        List<Integer> limitCosts = new ArrayList<>();
        for (String name : List.of("b1", "b2")) {
            Band band = measure == null ? null : measure.band(name);
            int cost = 0;
            for (CriterionScore each : criteria) {
                boolean evident = !(each.answer() instanceof Answer.InsufficientEvidence);
                if (each.criterion().reading() != null
                        && each.criterion().reading().band().equals(name)
                        && !(evident && passesNow(each.id()))) {
                    cost = Math.max(cost, tree.costs().cost(each.criterion(), "limit"));
                }
            }
            if (band == null || cost == 0) {
                continue;
            }
            if (reading != null && band.limit().passes(reading.value())) {
                shown = Math.max(shown, cost);
            } else {
                limits.add(new Reading(band.limit().firstPassing(), "1"));
                limitCosts.add(cost);
            }
        }
        if (shown > 0) {
            sum += shown;
            values.add(reading);
            costs.add(sum);
        }
        for (int i = 0; i < limits.size(); i++) {
            sum += limitCosts.get(i);
            values.add(limits.get(i));
            costs.add(sum);
        }
        return new Raisable(criteria.stream().map(CriterionScore::id).toList(), values, costs);
    }

    long count() {
        long count = 1;
        for (Raisable each : raisables) {
            count *= each.values().size();
        }
        return count;
    }

    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        int[] chosen = new int[raisables.size()];
        do {
            Result result = result(chosen);
            if (keepsOrder(chosen, result)) {
                int cost = 0;
                for (int i = 0; i < chosen.length; i++) {
                    cost += raisables.get(i).costs().get(chosen[i]);
                }
                ways.add(new Way(cost, result));
            }
        } while (next(chosen));
        return ways;
    }

    private boolean next(int[] chosen) {
        for (int i = 0; i < chosen.length; i++) {
            chosen[i]++;
            if (chosen[i] < raisables.get(i).values().size()) {
                return true;
            }
            chosen[i] = 0;
        }
        return false;
    }

    private Result result(int[] chosen) {
        Assessment assessment = now.assessment();
        for (int i = 0; i < chosen.length; i++) {
            Raisable raisable = raisables.get(i);
            Object value = raisable.values().get(chosen[i]);
            if (value instanceof Rating rating) {
                assessment =
                        assessment.with(
                                raisable.criteria().getFirst(), new Answer.Rated(rating, ""));
            } else if (value instanceof Reading reading) {
                assessment = assessment.with(new MeasureId("pue"), reading);
                for (NodeId reader : raisable.criteria()) {
                    assessment = assessment.with(reader, new Answer.Unanswered());
                }
            }
        }
        return Scoring.score(now.model(), now.weights(), now.preset(), assessment);
    }

    /// Whatever is raised has what it needs satisfied. Of a measure, what its passed limits need
    /// counts, but for the criteria that read it.
    private boolean keepsOrder(int[] chosen, Result result) {
        Map<NodeId, CriterionScore> after = scores(result);
        for (int i = 0; i < chosen.length; i++) {
            Raisable raisable = raisables.get(i);
            Object value = raisable.values().get(chosen[i]);
            for (NodeId id : raisable.criteria()) {
                boolean raised =
                        value instanceof Rating
                                || (value instanceof Reading reading
                                        && passes(id, reading)
                                        && !(isEvident(id) && passesNow(id)));
                if (raised && !needs(id, raisable.criteria(), after)) {
                    return false;
                }
            }
        }
        return true;
    }

    private CriterionScore before(NodeId id) {
        CriterionScore score = before.get(id);
        if (score == null) {
            throw new IllegalArgumentException("No criterion " + id);
        }
        return score;
    }

    private boolean isEvident(NodeId id) {
        return !(before(id).answer() instanceof Answer.InsufficientEvidence);
    }

    private boolean passesNow(NodeId id) {
        Reading reading = now.assessment().measures().get(new MeasureId("pue"));
        return reading != null && passes(id, reading);
    }

    private boolean passes(NodeId id, Reading reading) {
        Criterion criterion = before(id).criterion();
        Measure measure = now.model().findMeasure(new MeasureId("pue"));
        Band band =
                measure == null || criterion.reading() == null
                        ? null
                        : measure.band(criterion.reading().band());
        return band != null && band.limit().passes(reading.value());
    }

    private boolean needs(NodeId id, List<NodeId> together, Map<NodeId, CriterionScore> after) {
        for (Prerequisite each : tree.costs().prerequisites()) {
            if (each.criterion().equals(id)
                    && !together.contains(each.needs())
                    && !isSatisfied(after.get(each.needs()))) {
                return false;
            }
        }
        String ladder = ladder(id);
        for (CriterionScore other : after.values()) {
            if (order == LadderOrder.KEPT
                    && ladder(other.id()).equals(ladder)
                    && other.level() < before(id).level()
                    && other.criterion().kind() != CriterionKind.STATE
                    && !together.contains(other.id())
                    && !isSatisfied(other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSatisfied(@Nullable CriterionScore score) {
        return score == null
                || score.isExcluded()
                || Threshold.isAtLeast(score.currentFulfilment(), 0.8);
    }

    private static String ladder(NodeId criterion) {
        return criterion.value().substring(0, criterion.value().lastIndexOf('.'));
    }

    private static Map<NodeId, CriterionScore> scores(Result result) {
        Map<NodeId, CriterionScore> scores = new HashMap<>();
        for (BranchScore domain : result.tree().applicableDomains()) {
            domain.criteria().forEach(each -> scores.put(each.id(), each));
        }
        return scores;
    }

    /// The same costs, for those who plan.
    StepCosts costs() {
        return tree.costs();
    }
}
