package org.jieti.planning.roadmap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jieti.core.result.Result;
import org.jieti.planning.program.Answer;
import org.jieti.planning.program.LinearSum;
import org.jieti.planning.roadmap.Roadmap.Proof;
import org.jieti.planning.roadmap.RoadmapRequest.Budget;
import org.jspecify.annotations.Nullable;

/// Puts chosen steps into periods: within the budgets or, where none is set, as evenly as
/// possible; then so that levels come early, overall before those of domains, and at last points.
/// What is raised is raised in one period, unless that does not fit.
final class Schedule {
    private static final double OVERALL_WORTH = 10;

    private final RoadmapRequest request;
    private final Chains chains;
    private final Duration time;

    Schedule(RoadmapRequest request, Chains chains, Duration most) {
        this.request = request;
        this.chains = chains;
        this.time = request.time().compareTo(most) < 0 ? request.time() : most;
    }

    /// Null where the steps do not fit.
    ///
    /// @param counts `[chain]`: steps to take
    @Nullable Order order(int[] counts) {
        int periods = request.periods().size();
        boolean bounded = request.periods().stream().anyMatch(each -> each.most() != null);
        boolean timed = request.pinned().stream().anyMatch(wish -> wish.by() > 0);
        if (periods == 1 && !timed) {
            Budget only = request.periods().getFirst();
            return only.most() != null && only.most() < chains.cost(counts)
                    ? null
                    : new Order(new int[][] {counts}, new Proof(true, 0, 0));
        }
        if (chains.cost(counts) == 0) {
            return new Order(new int[periods][counts.length], new Proof(true, 0, 0));
        }
        Chains chosen = chains.upTo(counts);
        Result reached = chains.result(counts);
        for (Splitting splitting : List.of(Splitting.NEVER, Splitting.ALLOWED)) {
            List<Budget> budgets = bounded ? request.periods() : even(chosen, splitting);
            Order order = budgets == null ? null : order(chosen, reached, budgets, splitting);
            if (order != null) {
                return order;
            }
        }
        return null;
    }

    /// Whether the steps of one criterion may lie in several periods.
    private enum Splitting {
        NEVER,
        ALLOWED
    }

    private @Nullable Order order(
            Chains chosen, Result reached, List<Budget> budgets, Splitting splitting) {
        int periods = request.periods().size();
        try (Formulation program = new Formulation(chosen, periods)) {
            prepare(program, chosen, splitting);
            budget(program, budgets);
            LinearSum early = new LinearSum();
            double ofScore = 1.0 / (periods + 1);
            for (int period = 0; period < periods - 1; period++) {
                LevelDemands demands = new LevelDemands(program, chains.now(), period, 0);
                if (chains.now().model().grading() != null) {
                    early.plus(demands.gained(reached, OVERALL_WORTH, 1), 1);
                }
                early.plus(demands.total(), ofScore);
            }
            Answer answer = program.program().maximise(early, time, 1e-3);
            if (!answer.hasSolution()) {
                return null;
            }
            int[][] byPeriod = new int[periods][];
            for (int period = 0; period < periods; period++) {
                byPeriod[period] = program.counts(answer, period);
            }
            Proof proof = new Proof(answer.isProven(), answer.objective(), answer.bound());
            return new Order(byPeriod, proof);
        }
    }

    /// The lowest budget, the same for every period, that the steps fit into.
    private @Nullable List<Budget> even(Chains chosen, Splitting splitting) {
        int periods = request.periods().size();
        long all = chosen.cost(chosen.all());
        try (Formulation program = new Formulation(chosen, periods)) {
            prepare(program, chosen, splitting);
            int peak = program.program().whole((double) Math.ceilDiv(all, periods), (double) all);
            for (int period = 0; period < periods; period++) {
                program.program().atLeast(LinearSum.of(peak, 1).plus(program.spent(period), -1), 0);
            }
            Answer answer = program.program().minimise(LinearSum.of(peak, 1), time, 0.02);
            if (!answer.hasSolution()) {
                return null;
            }
            int most = (int) Math.round(answer.objective());
            List<Budget> budgets = new ArrayList<>();
            for (int period = 0; period < periods; period++) {
                budgets.add(new Budget(most));
            }
            return budgets;
        }
    }

    /// All chosen steps are taken in the end, and pinned ones in time.
    private void prepare(Formulation program, Chains chosen, Splitting splitting) {
        for (int chain = 0; chain < chosen.list().size(); chain++) {
            switch (splitting) {
                case NEVER -> program.keepWhole(chain);
                case ALLOWED -> {}
            }
            for (int step = 0; step < chosen.list().get(chain).length(); step++) {
                program.program().fix(program.taken(program.lastPeriod(), chain, step), 1);
            }
            for (Wish wish : request.pinned()) {
                pin(program, chosen, wish, chain);
            }
        }
    }

    static void budget(Formulation program, List<Budget> budgets) {
        for (int period = 0; period <= program.lastPeriod(); period++) {
            Integer most = budgets.get(period).most();
            if (most != null) {
                program.program().atMost(program.spent(period), most);
            }
        }
    }

    /// Takes the steps of a chain that a wish names; of several, the lowest.
    static void pin(Formulation program, Chains chains, Wish wish, int chain) {
        List<Step> steps = chains.list().get(chain).steps();
        int by =
                wish.by() == 0
                        ? program.lastPeriod()
                        : Math.min(program.lastPeriod(), wish.by() - 1);
        for (int step = 0; step < steps.size(); step++) {
            if (wish.names(steps.get(step))) {
                program.program().fix(program.taken(by, chain, step), 1);
                return;
            }
        }
    }
}
