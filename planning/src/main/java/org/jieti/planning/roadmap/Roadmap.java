package org.jieti.planning.roadmap;

import java.util.List;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jspecify.annotations.Nullable;

/// What comes of a request: a plan, or why there is none.
public sealed interface Roadmap {
    RoadmapRequest request();

    /// The result before any step.
    Result now();

    /// Steps that reach what was asked for; the engine scored what they come to.
    ///
    /// @param periods one for each of the request, in order
    /// @param cost of all steps
    /// @param schedule whether no better order of the same steps over the periods exists
    /// @param alternatives cheapest first
    record Planned(
            RoadmapRequest request,
            Result now,
            List<Period> periods,
            long cost,
            Proof proof,
            Proof schedule,
            List<Alternative> alternatives)
            implements Roadmap {
        public Planned {
            periods = List.copyOf(periods);
            alternatives = List.copyOf(alternatives);
        }

        /// The result after the last period.
        public Result reached() {
            return periods.getLast().after();
        }

        /// All actions, in the order of periods.
        public List<Action> actions() {
            return periods.stream().flatMap(period -> period.actions().stream()).toList();
        }
    }

    /// Why nothing can be planned.
    ///
    /// @param obstacles not empty
    record Infeasible(RoadmapRequest request, Result now, List<Obstacle> obstacles)
            implements Roadmap {
        public Infeasible {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// How sure it is that nothing better exists.
    ///
    /// @param found the objective of what was found
    /// @param bound that no plan passes: a cost, or in a plan for a budget a score
    record Proof(boolean proven, double found, double bound) {
        /// What may be missing to the best, as a share of what was found; 0 when proven.
        public double gap() {
            return proven || found == 0 ? 0 : Math.abs(found - bound) / Math.abs(found);
        }
    }

    /// What is done in one period, and where that leads.
    ///
    /// @param number from 1
    /// @param budget null for any amount
    /// @param actions in the order of the model
    /// @param after the engine's result with all actions so far
    record Period(
            int number,
            List<Action> actions,
            long cost,
            @Nullable Integer budget,
            Result after,
            Opened opened) {
        public Period {
            actions = List.copyOf(actions);
        }
    }

    /// One criterion or measure raised within a period: its steps, lowest first.
    ///
    /// @param steps not empty
    /// @param pinned whether a wish asked for it
    /// @param opens the gates that it passes
    record Action(List<Step> steps, boolean pinned, List<GateVerdict> opens) {
        public Action {
            steps = List.copyOf(steps);
            opens = List.copyOf(opens);
        }

        public NodeId criterion() {
            return steps.getFirst().criterion();
        }

        public long cost() {
            return steps.stream().mapToLong(Step::cost).sum();
        }
    }

    /// What a period changes.
    ///
    /// @param from the overall level before, from 1; 0 where there is none
    /// @param to the overall level after
    /// @param rises the domains that reach a higher level, in the order of the model
    /// @param settled the states that a higher rung now replaces
    record Opened(int from, int to, List<Rise> rises, List<NodeId> settled) {
        public Opened {
            rises = List.copyOf(rises);
            settled = List.copyOf(settled);
        }
    }

    /// A domain that reaches a higher level.
    record Rise(NodeId domain, int from, int to) {}

    /// Another plan that reaches the same.
    ///
    /// @param without the actions of the plan that it does not need
    /// @param instead the actions that it takes and the plan does not
    record Alternative(long cost, List<Action> without, List<Action> instead, Result reached) {
        public Alternative {
            without = List.copyOf(without);
            instead = List.copyOf(instead);
        }
    }
}
