package org.jieti.planning.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.effort.Prerequisite;
import org.jieti.core.effort.StepCosts;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Limit;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.Yardstick;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// All that a unit can raise. What is missing counts as nothing, and is raised from there; what
/// does not apply, and a state that a higher rung has replaced, is never raised.
final class Chains {
    private static final double CUSTOMARY_SATISFIED = 0.8;

    private final Result now;
    private final Yardstick yardstick;
    private final List<Chain> list;
    private final Map<NodeId, Integer> byCriterion = new HashMap<>();
    private final Map<NodeId, CriterionScore> scores = new LinkedHashMap<>();

    private Chains(Result now, List<Chain> list) {
        this.now = now;
        this.yardstick = Yardstick.of(now.model(), now.weights(), now.preset());
        this.list = List.copyOf(list);
        for (int i = 0; i < list.size(); i++) {
            for (NodeId criterion : list.get(i).fulfilments().keySet()) {
                byCriterion.put(criterion, i);
            }
        }
        for (BranchScore domain : now.tree().applicableDomains()) {
            for (CriterionScore criterion : domain.criteria()) {
                scores.put(criterion.id(), criterion);
            }
        }
    }

    static Chains of(Result now, StepCosts costs, RoadmapRequest.LadderOrder order) {
        return new Chains(now, new Maker(now, costs, order).chains());
    }

    Result now() {
        return now;
    }

    List<Chain> list() {
        return list;
    }

    /// The fulfilment from which a criterion counts as satisfied.
    double satisfied() {
        return satisfied(now.model());
    }

    private static double satisfied(MaturityModel model) {
        return model.grading() == null ? CUSTOMARY_SATISFIED : model.grading().satisfied();
    }

    /// The place of the chain that sets a criterion's own fulfilment; −1 for none.
    int placeOf(NodeId criterion) {
        return byCriterion.getOrDefault(criterion, -1);
    }

    /// How a criterion stands now; null where it does not take part.
    @Nullable CriterionScore score(NodeId criterion) {
        CriterionScore score = scores.get(criterion);
        return score == null || score.isExcluded() ? null : score;
    }

    /// The same chains, each only so far.
    Chains upTo(int[] counts) {
        List<Chain> cut = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            cut.add(list.get(i).upTo(counts[i]));
        }
        return new Chains(now, cut);
    }

    /// Without the steps that are ruled out, and those that rest on them.
    Chains without(List<Wish> forbidden) {
        int[] counts = all();
        for (int i = 0; i < list.size(); i++) {
            for (Wish wish : forbidden) {
                for (int step = 0; step < counts[i]; step++) {
                    if (wish.names(list.get(i).steps().get(step))) {
                        counts[i] = step;
                    }
                }
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<NodeId, CriterionScore> best = scoresOf(result(counts));
            for (int i = 0; i < list.size(); i++) {
                for (int step = 0; step < counts[i]; step++) {
                    if (!list.get(i).needs().get(step).stream()
                            .allMatch(each -> isSatisfied(best.get(each)))) {
                        counts[i] = step;
                        changed = true;
                    }
                }
            }
        }
        return upTo(counts);
    }

    private boolean isSatisfied(@Nullable CriterionScore score) {
        return score == null
                || score.isExcluded()
                || Threshold.isAtLeast(score.currentFulfilment(), satisfied());
    }

    /// Whether all that is needed is satisfied in a result.
    boolean areMet(List<NodeId> needed, Result result) {
        Map<NodeId, CriterionScore> found = scoresOf(result);
        return needed.stream().allMatch(each -> isSatisfied(found.get(each)));
    }

    private static Map<NodeId, CriterionScore> scoresOf(Result result) {
        Map<NodeId, CriterionScore> scores = new HashMap<>();
        for (BranchScore domain : result.tree().applicableDomains()) {
            for (CriterionScore criterion : domain.criteria()) {
                scores.put(criterion.id(), criterion);
            }
        }
        return scores;
    }

    /// Every step of every chain.
    int[] all() {
        int[] counts = new int[list.size()];
        Arrays.setAll(counts, i -> list.get(i).length());
        return counts;
    }

    long cost(int[] counts) {
        long cost = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int step = 0; step < counts[i]; step++) {
                cost += list.get(i).steps().get(step).cost();
            }
        }
        return cost;
    }

    /// What the engine says after so many steps of each chain.
    Result result(int[] counts) {
        Map<NodeId, Answer> answers = new HashMap<>(now.assessment().answers());
        Map<MeasureId, Reading> measures = new HashMap<>(now.assessment().measures());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                switch (list.get(i).steps().get(counts[i] - 1)) {
                    case Step(NodeId criterion, Step.Rated rated, _, _) ->
                            answers.put(criterion, new Answer.Rated(rated.to(), ""));
                    case Step(_, Step.Measured measured, _, _) -> {
                        measures.put(measured.measure(), reading(measured));
                        answers.keySet().removeAll(list.get(i).fulfilments().keySet());
                    }
                }
            }
        }
        Assessment assessment = now.assessment();
        return Scoring.score(
                yardstick,
                new Assessment(
                        assessment.model(),
                        assessment.unit(),
                        assessment.asOf(),
                        answers,
                        measures));
    }

    private Reading reading(Step.Measured measured) {
        Measure measure = now.model().findMeasure(measured.measure());
        if (measure == null) {
            throw new IllegalStateException("The model has no measure " + measured.measure());
        }
        Reading reading = now.assessment().measures().get(measured.measure());
        return reading != null && measured.to().passes(reading.value())
                ? reading
                : new Reading(measured.to().firstPassing(), measure.unit());
    }

    private static final class Maker {
        private final Result now;
        private final MaturityModel model;
        private final StepCosts costs;
        private final Map<NodeId, List<NodeId>> needs = new HashMap<>();
        private final List<Chain> chains = new ArrayList<>();

        Maker(Result now, StepCosts costs, RoadmapRequest.LadderOrder order) {
            this.now = now;
            this.model = now.model();
            this.costs = costs;
            for (Prerequisite each : costs.prerequisites()) {
                needs(each.criterion()).add(each.needs());
            }
            if (order == RoadmapRequest.LadderOrder.KEPT) {
                for (BranchScore domain : now.tree().applicableDomains()) {
                    domain.ladders().forEach(this::order);
                }
            }
        }

        private List<NodeId> needs(NodeId criterion) {
            return needs.computeIfAbsent(criterion, _ -> new ArrayList<>());
        }

        /// What the lower rungs of a ladder require.
        private void order(BranchScore ladder) {
            List<CriterionScore> criteria = ladder.criteria();
            for (CriterionScore upper : criteria) {
                for (CriterionScore lower : criteria) {
                    if (lower.level() < upper.level()
                            && lower.criterion().kind() != CriterionKind.STATE) {
                        needs(upper.id()).add(lower.id());
                    }
                }
            }
        }

        List<Chain> chains() {
            Map<MeasureId, List<CriterionScore>> readers = new LinkedHashMap<>();
            for (BranchScore domain : now.tree().applicableDomains()) {
                for (CriterionScore criterion : domain.criteria()) {
                    if (criterion.isExcluded() || criterion.state() == AnswerState.SETTLED) {
                        continue;
                    }
                    if (criterion.criterion().reading() != null) {
                        readers.computeIfAbsent(
                                        criterion.criterion().reading().measure(),
                                        _ -> new ArrayList<>())
                                .add(criterion);
                    } else {
                        rated(criterion);
                    }
                }
            }
            readers.forEach(this::measured);
            return chains;
        }

        private void rated(CriterionScore score) {
            Criterion criterion = score.criterion();
            double own = score.fulfilment().own();
            Rating from = score.answer() instanceof Answer.Rated(Rating rating, _) ? rating : null;
            List<Step> steps = new ArrayList<>();
            List<Double> fulfilments = new ArrayList<>(List.of(own));
            for (Rating to : model.ratings().ratings().reversed()) {
                if (to.fulfilment() > own + Threshold.TOLERANCE) {
                    steps.add(
                            new Step(
                                    criterion.id(),
                                    new Step.Rated(from, to),
                                    criterion.effort(),
                                    costs.cost(criterion, to.id())));
                    fulfilments.add(to.fulfilment());
                    from = to;
                }
            }
            List<NodeId> needed = needs.getOrDefault(criterion.id(), List.of());
            add(
                    steps,
                    Map.of(
                            criterion.id(),
                            fulfilments.stream().mapToDouble(Double::doubleValue).toArray()),
                    steps.stream().map(_ -> needed).toList());
        }

        private void add(
                List<Step> steps, Map<NodeId, double[]> fulfilments, List<List<NodeId>> needed) {
            if (!steps.isEmpty()) {
                chains.add(new Chain(steps, fulfilments, needed));
            }
        }

        /// A measure is raised limit by limit, to the worst value that still passes. What its value
        /// passes already, but without sufficient evidence, is shown in one step.
        private void measured(MeasureId id, List<CriterionScore> readers) {
            Measure measure = model.findMeasure(id);
            if (measure == null) {
                throw new IllegalStateException("The model has no measure " + id);
            }
            Reading reading = now.assessment().measures().get(id);
            Double from = reading == null ? null : reading.value();
            Comparator<Limit> order = Comparator.comparingDouble(Limit::firstPassing);
            if (measure.direction() == Direction.LOWER) {
                order = order.reversed();
            }
            NavigableMap<Limit, List<CriterionScore>> byLimit = new TreeMap<>(order);
            NavigableMap<Limit, List<CriterionScore>> toShow = new TreeMap<>(order);
            for (CriterionScore reader : readers) {
                Limit limit = band(measure, reader).limit();
                boolean passes = from != null && limit.passes(from);
                if (!passes) {
                    byLimit.computeIfAbsent(limit, _ -> new ArrayList<>()).add(reader);
                } else if (reader.answer() instanceof Answer.InsufficientEvidence) {
                    toShow.computeIfAbsent(limit, _ -> new ArrayList<>()).add(reader);
                }
            }
            if (!toShow.isEmpty()) {
                byLimit.put(
                        toShow.lastKey(), toShow.values().stream().flatMap(List::stream).toList());
            }
            List<Limit> limits = List.copyOf(byLimit.keySet());
            Map<NodeId, double[]> fulfilments = new HashMap<>();
            for (CriterionScore reader : readers) {
                double[] values = new double[limits.size() + 1];
                values[0] = reader.fulfilment().own();
                for (int i = 0; i < limits.size(); i++) {
                    boolean passes = from != null && limits.get(i).passes(from);
                    double value = passes ? from : limits.get(i).firstPassing();
                    values[i + 1] = band(measure, reader).fulfilment(value);
                }
                fulfilments.put(reader.id(), values);
            }
            List<Step> steps = new ArrayList<>();
            List<List<NodeId>> needed = new ArrayList<>();
            for (Limit limit : limits) {
                List<CriterionScore> passing = byLimit.getOrDefault(limit, List.of());
                List<NodeId> before = new ArrayList<>();
                for (CriterionScore each : passing) {
                    before.addAll(needs.getOrDefault(each.id(), List.of()));
                }
                before.removeIf(fulfilments::containsKey);
                needed.add(List.copyOf(before));
                steps.add(measured(id, from, limit, passing));
                from = limit.firstPassing();
            }
            add(steps, fulfilments, needed);
        }

        private Step measured(
                MeasureId id, @Nullable Double from, Limit limit, List<CriterionScore> passing) {
            int cost = 1;
            Effort effort = Effort.S;
            for (CriterionScore each : passing) {
                cost = Math.max(cost, costs.cost(each.criterion(), "limit"));
                if (each.criterion().effort().compareTo(effort) > 0) {
                    effort = each.criterion().effort();
                }
            }
            List<NodeId> ids = passing.stream().map(CriterionScore::id).toList();
            return new Step(ids.getFirst(), new Step.Measured(id, from, limit, ids), effort, cost);
        }

        private static Band band(Measure measure, ScoreNode reader) {
            if (reader.node() instanceof Criterion criterion && criterion.reading() != null) {
                Band band = measure.band(criterion.reading().band());
                if (band != null) {
                    return band;
                }
            }
            throw new IllegalStateException("No band of " + measure.id());
        }
    }
}
