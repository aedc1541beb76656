package org.jieti.planning.roadmap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.Threshold;
import org.jieti.planning.program.Answer;
import org.jieti.planning.program.LinearSum;
import org.jieti.planning.roadmap.Roadmap.Proof;
import org.jspecify.annotations.Nullable;

/// Plans roadmaps.
///
/// Which steps are taken is decided over all periods at once, with all budgets added up; then they
/// are put into periods so that levels come early. If they do not fit the single budgets, both are
/// decided together. Either way the choice of steps is the best there is: the first program asks
/// for less. Every plan is scored by the engine; one that does not reach what it claims, by a
/// thousandth of the tolerance, is cut off and the program solved again.
public final class Planner {
    /// What a plan for a budget may miss of the best score, as a share.
    private static final double SCORE_GAP = 1e-4;

    private static final Duration MOST_FOR_ORDER = Duration.ofSeconds(5);
    private static final int MOST_CUTS = 50;

    private final RoadmapRequest request;
    private final Result now;

    private Planner(RoadmapRequest request) {
        this.request = request;
        this.now = Scoring.score(request.input());
    }

    public static Roadmap plan(RoadmapRequest request) {
        return new Planner(request).plan();
    }

    private Roadmap plan() {
        Chains all = Chains.of(now, request.costs(), request.ladders());
        Chains chains = all.without(request.forbidden());
        Result most = chains.result(chains.all());
        List<Obstacle> obstacles = new ArrayList<>(Obstacles.ofPins(request, all, chains));
        if (request.goal() instanceof Goal.Reach(Target target) && !target.isReachedBy(most)) {
            obstacles.addAll(Obstacles.of(most, target));
        }
        if (!obstacles.isEmpty()) {
            return new Roadmap.Infeasible(request, now, obstacles);
        }
        return switch (request.goal()) {
            case Goal.Reach(Target target) -> reach(chains, target);
            case Goal.Best _ -> best(chains, most);
        };
    }

    private Roadmap.Infeasible infeasible(Obstacle obstacle) {
        return new Roadmap.Infeasible(request, now, List.of(obstacle));
    }

    private Roadmap reach(Chains chains, Target target) {
        try (Formulation program = new Formulation(chains, 1)) {
            new LevelDemands(program, now, 0, request.margin()).demand(target);
            pin(program, chains);
            Choice cheapest = cheapest(program, chains, target);
            if (cheapest == null) {
                boolean wide = request.margin() > 0 && !isPossible(program);
                return infeasible(
                        wide ? new Obstacle.NoMargin(request.margin()) : new Obstacle.OutOfTime());
            }
            Long budget = request.budget();
            if (budget != null && budget < cheapest.proof().found()) {
                return infeasible(
                        new Obstacle.TooDear(
                                budget,
                                Math.round(cheapest.proof().found()),
                                cheapest.proof().proven()));
            }
            Schedule schedule = new Schedule(request, chains, MOST_FOR_ORDER);
            Order order = schedule.order(cheapest.counts());
            Choice choice = cheapest;
            if (order == null) {
                choice = together(chains, target);
                order = choice == null ? null : schedule.order(choice.counts());
                if (choice == null || order == null) {
                    return infeasible(
                            new Obstacle.NoOrder(
                                    Math.round(cheapest.proof().found()),
                                    dearest(chains, cheapest.counts())));
                }
            }
            List<Choice> others = new Alternatives(request, chains, program, target).to(choice);
            return new Assembly(request, chains).planned(choice, order, others);
        }
    }

    private boolean isPossible(Formulation program) {
        return program.program().minimise(new LinearSum(), request.time(), 0).status()
                != Answer.Status.IMPOSSIBLE;
    }

    private static int dearest(Chains chains, int[] counts) {
        int dearest = 0;
        for (int chain = 0; chain < counts.length; chain++) {
            for (Step step : chains.list().get(chain).steps().subList(0, counts[chain])) {
                dearest = Math.max(dearest, step.cost());
            }
        }
        return dearest;
    }

    /// Steps and periods decided in one program.
    private @Nullable Choice together(Chains chains, Target target) {
        try (Formulation program = new Formulation(chains, request.periods().size())) {
            new LevelDemands(program, now, program.lastPeriod(), request.margin()).demand(target);
            pin(program, chains);
            Schedule.budget(program, request.periods());
            return cheapest(program, chains, target);
        }
    }

    private void pin(Formulation program, Chains chains) {
        for (Wish wish : request.pinned()) {
            for (int chain = 0; chain < chains.list().size(); chain++) {
                Schedule.pin(program, chains, wish, chain);
            }
        }
    }

    private @Nullable Choice cheapest(Formulation program, Chains chains, Target target) {
        return solved(
                program,
                chains,
                time -> program.program().minimise(program.total(program.lastPeriod()), time, 0),
                target::isReachedBy,
                request.time());
    }

    /// What a claim says about a result.
    interface Claim {
        boolean holds(Result result);
    }

    /// Solves until the engine agrees. Null where nothing was found.
    static @Nullable Choice solved(
            Formulation program,
            Chains chains,
            Function<Duration, Answer> solver,
            Claim claim,
            Duration time) {
        for (int cut = 0; cut < MOST_CUTS; cut++) {
            Answer answer = solver.apply(time);
            if (!answer.hasSolution()) {
                return null;
            }
            int[] counts = program.counts(answer, program.lastPeriod());
            if (claim.holds(chains.result(counts))) {
                long cost = chains.cost(counts);
                boolean proven = answer.isProven();
                double bound =
                        proven ? (double) cost : Math.ceil(answer.bound() - Threshold.TOLERANCE);
                return new Choice(counts, new Proof(proven || bound >= cost, (double) cost, bound));
            }
            program.demandMoreThan(counts);
        }
        return null;
    }

    private Roadmap best(Chains chains, Result most) {
        Long budget = request.budget();
        if (budget == null) {
            throw new IllegalStateException("The best for a budget needs a budget.");
        }
        Choice choice;
        try (Formulation program = new Formulation(chains, 1)) {
            program.program().atMost(program.total(0), budget.doubleValue());
            choice = best(program, chains, most);
        }
        if (choice == null) {
            return infeasible(pinsTooDear(chains, budget));
        }
        Schedule schedule = new Schedule(request, chains, MOST_FOR_ORDER);
        Order order = schedule.order(choice.counts());
        if (order == null) {
            try (Formulation program = new Formulation(chains, request.periods().size())) {
                Schedule.budget(program, request.periods());
                Choice together = best(program, chains, most);
                order = together == null ? null : schedule.order(together.counts());
                if (together == null || order == null) {
                    return infeasible(
                            new Obstacle.NoOrder(
                                    chains.cost(choice.counts()),
                                    dearest(chains, choice.counts())));
                }
                choice = together;
            }
        }
        return new Assembly(request, chains).planned(choice, order, List.of());
    }

    private Obstacle pinsTooDear(Chains chains, long budget) {
        try (Formulation program = new Formulation(chains, 1)) {
            pin(program, chains);
            Answer least = program.program().minimise(program.total(0), request.time(), 0);
            return least.hasSolution()
                    ? new Obstacle.TooDear(budget, Math.round(least.objective()), true)
                    : new Obstacle.OutOfTime();
        }
    }

    /// First the highest level, then at that level the highest score.
    private @Nullable Choice best(Formulation program, Chains chains, Result most) {
        LevelDemands demands =
                new LevelDemands(program, now, program.lastPeriod(), request.margin());
        pin(program, chains);
        boolean levelProven = true;
        if (now.model().grading() != null) {
            boolean overall = now.overall() != null;
            LinearSum gained = demands.gained(most, 1, overall ? 0 : 1);
            if (!gained.isConstant()) {
                Answer levels = program.program().maximise(gained, request.time(), 0);
                if (!levels.hasSolution()) {
                    return null;
                }
                levelProven = levels.isProven();
                program.program().atLeast(gained, Math.rint(levels.objective()));
            }
        }
        LinearSum total = demands.total();
        Answer score = program.program().maximise(total, request.time(), SCORE_GAP);
        if (!score.hasSolution()) {
            return null;
        }
        int[] counts = pruned(chains, program.counts(score, program.lastPeriod()));
        double found = total(chains.result(counts));
        boolean proven = levelProven && score.isProven();
        double bound = Math.max(found, 100 * score.bound());
        return new Choice(counts, new Proof(proven, found, bound));
    }

    /// The total over domains, in [0, 100], also where the model makes none of it.
    private static double total(Result result) {
        double total = 0;
        for (BranchScore domain : result.tree().applicableDomains()) {
            total += domain.contribution();
        }
        return total;
    }

    private static int levels(Result result) {
        int levels = Target.levelOf(result.overall());
        for (DomainResult domain : result.domains()) {
            levels += Target.levelOf(domain.grade());
        }
        return levels;
    }

    /// Without steps that change nothing.
    private int[] pruned(Chains chains, int[] counts) {
        int[] pruned = counts.clone();
        Result best = chains.result(pruned);
        for (int chain = 0; chain < pruned.length; chain++) {
            while (pruned[chain] > 0 && !isPinned(chains, chain, pruned[chain] - 1)) {
                pruned[chain]--;
                Result without = chains.result(pruned);
                boolean needed =
                        total(without) < total(best) - Threshold.TOLERANCE
                                || levels(without) < levels(best)
                                || isNeeded(chains, chain, pruned);
                if (needed) {
                    pruned[chain]++;
                    break;
                }
            }
        }
        return pruned;
    }

    private boolean isPinned(Chains chains, int chain, int step) {
        return request.pinned().stream()
                .anyMatch(wish -> wish.names(chains.list().get(chain).steps().get(step)));
    }

    /// Whether another chain rests on it.
    private static boolean isNeeded(Chains chains, int chain, int[] counts) {
        Result result = chains.result(counts);
        for (int other = 0; other < counts.length; other++) {
            for (int step = 0; step < counts[other] && other != chain; step++) {
                if (!chains.areMet(chains.list().get(other).needs().get(step), result)) {
                    return true;
                }
            }
        }
        return false;
    }
}
