package org.jieti.planning.roadmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.planning.roadmap.Roadmap.Action;
import org.jieti.planning.roadmap.Roadmap.Alternative;
import org.jieti.planning.roadmap.Roadmap.Opened;
import org.jieti.planning.roadmap.Roadmap.Period;
import org.jieti.planning.roadmap.Roadmap.Planned;
import org.jieti.planning.roadmap.Roadmap.Rise;
import org.jspecify.annotations.Nullable;

/// Puts a plan together from counts of steps; all that it says about levels is the engine's.
final class Assembly {
    private final RoadmapRequest request;
    private final Chains chains;

    Assembly(RoadmapRequest request, Chains chains) {
        this.request = request;
        this.chains = chains;
    }

    Planned planned(Choice choice, Order order, List<Choice> alternatives) {
        List<Period> periods = new ArrayList<>();
        int[] before = new int[choice.counts().length];
        Result resultBefore = chains.now();
        for (int period = 0; period < order.counts().length; period++) {
            int[] after = order.counts()[period];
            Result result = chains.result(after);
            List<Action> actions = actions(before, after, resultBefore, result);
            periods.add(
                    new Period(
                            period + 1,
                            actions,
                            actions.stream().mapToLong(Action::cost).sum(),
                            request.periods().get(period).most(),
                            result,
                            opened(resultBefore, result)));
            before = after;
            resultBefore = result;
        }
        List<Alternative> others = new ArrayList<>();
        for (Choice each : alternatives) {
            others.add(alternative(choice.counts(), each.counts()));
        }
        return new Planned(
                request,
                chains.now(),
                periods,
                chains.cost(choice.counts()),
                choice.proof(),
                order.proof(),
                others);
    }

    private List<Action> actions(int[] before, int[] after, Result from, Result to) {
        Map<NodeId, GateVerdict> opened = openedGates(from, to);
        List<Action> actions = new ArrayList<>();
        for (int chain = 0; chain < after.length; chain++) {
            if (after[chain] > before[chain]) {
                List<Step> steps =
                        chains.list().get(chain).steps().subList(before[chain], after[chain]);
                List<GateVerdict> opens = new ArrayList<>();
                for (NodeId criterion : chains.list().get(chain).fulfilments().keySet()) {
                    GateVerdict gate = opened.get(criterion);
                    if (gate != null) {
                        opens.add(gate);
                    }
                }
                actions.add(new Action(steps, isPinned(steps), opens));
            }
        }
        return actions;
    }

    private boolean isPinned(List<Step> steps) {
        return request.pinned().stream().anyMatch(wish -> steps.stream().anyMatch(wish::names));
    }

    private Alternative alternative(int[] plan, int[] other) {
        int[] none = new int[plan.length];
        Result reached = chains.result(other);
        List<Action> without = new ArrayList<>();
        List<Action> instead = new ArrayList<>();
        for (int chain = 0; chain < plan.length; chain++) {
            List<Step> steps = chains.list().get(chain).steps();
            if (other[chain] < plan[chain]) {
                without.add(action(steps.subList(other[chain], plan[chain])));
            } else if (other[chain] > plan[chain]) {
                instead.add(action(steps.subList(plan[chain], other[chain])));
            }
        }
        return new Alternative(chains.cost(other) - chains.cost(none), without, instead, reached);
    }

    private Action action(List<Step> steps) {
        return new Action(steps, isPinned(steps), List.of());
    }

    private static Map<NodeId, GateVerdict> openedGates(Result before, Result after) {
        Map<NodeId, GateVerdict> closed = closedGates(before);
        closed.keySet().removeAll(closedGates(after).keySet());
        return closed;
    }

    private static Map<NodeId, GateVerdict> closedGates(Result result) {
        Map<NodeId, GateVerdict> closed = new HashMap<>();
        result.domains().forEach(domain -> closedGates(domain.grade(), closed));
        closedGates(result.overall(), closed);
        return closed;
    }

    private static void closedGates(@Nullable Grade grade, Map<NodeId, GateVerdict> into) {
        if (grade != null) {
            for (GateVerdict gate : grade.gates()) {
                if (gate.isClosed()) {
                    into.put(gate.criterion().id(), gate);
                }
            }
        }
    }

    private static Opened opened(Result before, Result after) {
        List<Rise> rises = new ArrayList<>();
        for (DomainResult domain : before.domains()) {
            DomainResult then = after.domain(domain.domain().id());
            int from = Target.levelOf(domain.grade());
            int to = then == null ? from : Target.levelOf(then.grade());
            if (to > from) {
                rises.add(new Rise(domain.domain().id(), from, to));
            }
        }
        List<NodeId> settled = settled(after);
        settled.removeAll(settled(before));
        return new Opened(
                Target.levelOf(before.overall()), Target.levelOf(after.overall()), rises, settled);
    }

    private static List<NodeId> settled(Result result) {
        List<NodeId> settled = new ArrayList<>();
        for (BranchScore domain : result.tree().applicableDomains()) {
            for (CriterionScore criterion : domain.criteria()) {
                if (criterion.state() == AnswerState.SETTLED) {
                    settled.add(criterion.id());
                }
            }
        }
        return settled;
    }
}
