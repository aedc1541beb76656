package org.jieti.planning.roadmap;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jieti.core.effort.StepCosts;
import org.jieti.core.result.ScoringInput;
import org.jspecify.annotations.Nullable;

/// What a roadmap is asked for. The same request gives the same roadmap wherever time does not run
/// out; solving again with other wishes is another request.
///
/// @param input what is assessed, and how it is scored
/// @param costs of steps, and what must come before what
/// @param periods one for each period, in order; at least one
/// @param pinned steps that must be taken
/// @param forbidden steps that must not be taken
/// @param ladders whether a rung may be climbed before those beneath it
/// @param margin by how much shares of levels, and scores as a share of 100, must stand above what
///     is asked, in [0, 0.2]: a plan that only just reaches its target falls with the first doubt
/// @param alternatives how many other roadmaps are looked for, from 0
/// @param tolerance by how much an alternative may cost more, as a share
/// @param time after which the best plan found is taken, each time that the solver is asked
public record RoadmapRequest(
        ScoringInput input,
        Goal goal,
        StepCosts costs,
        List<Budget> periods,
        List<Wish> pinned,
        List<Wish> forbidden,
        LadderOrder ladders,
        double margin,
        int alternatives,
        double tolerance,
        Duration time) {
    /// The largest margin.
    public static final double MOST_MARGIN = 0.2;

    /// The most periods that a roadmap may have.
    public static final int MOST_PERIODS = 10;

    /// The most alternatives that are looked for.
    public static final int MOST_ALTERNATIVES = 5;

    private static final Duration CUSTOMARY_TIME = Duration.ofSeconds(20);
    private static final double CUSTOMARY_TOLERANCE = 0.05;

    /// What may be spent in one period.
    ///
    /// @param most null for any amount
    public record Budget(@Nullable Integer most) {
        public static final Budget ANY = new Budget(null);

        public Budget {
            if (most != null && most < 0) {
                throw new IllegalArgumentException(
                        "A budget is not negative, but got %d.".formatted(most));
            }
        }
    }

    /// Whether the rungs of a ladder are climbed in order.
    public enum LadderOrder {
        /// A criterion is raised only if what the lower rungs of its ladder require is satisfied
        /// at the latest in the same period. States are left out: a higher rung replaces them.
        KEPT,
        /// Any rung may be climbed first.
        FREE
    }

    public RoadmapRequest {
        periods = List.copyOf(periods);
        pinned = List.copyOf(pinned);
        forbidden = List.copyOf(forbidden);
        if (periods.isEmpty() || periods.size() > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "A roadmap has 1 to %d periods, but got %d."
                            .formatted(MOST_PERIODS, periods.size()));
        }
        if (!(margin >= 0 && margin <= MOST_MARGIN)) {
            throw new IllegalArgumentException(
                    "A margin lies in 0..%s, but got %s. Maybe it was given in percent."
                            .formatted(MOST_MARGIN, margin));
        }
        if (alternatives < 0 || alternatives > MOST_ALTERNATIVES) {
            throw new IllegalArgumentException(
                    "Alternatives are 0 to %d, but got %d."
                            .formatted(MOST_ALTERNATIVES, alternatives));
        }
        if (!(tolerance >= 0 && tolerance <= 1)) {
            throw new IllegalArgumentException(
                    "A tolerance lies in 0..1, but got %s. Maybe it was given in percent."
                            .formatted(tolerance));
        }
        if (goal instanceof Goal.Best && periods.stream().anyMatch(each -> each.most() == null)) {
            throw new IllegalArgumentException("The best for a budget needs a budget.");
        }
    }

    /// A request with the model's own costs, one period, and nothing special.
    public static RoadmapRequest of(ScoringInput input, Goal goal, List<Budget> periods) {
        return new RoadmapRequest(
                input,
                goal,
                StepCosts.of(input.model()),
                periods,
                List.of(),
                List.of(),
                LadderOrder.KEPT,
                0,
                0,
                CUSTOMARY_TOLERANCE,
                CUSTOMARY_TIME);
    }

    /// The cheapest way to a target, in one period without a limit.
    public static RoadmapRequest to(ScoringInput input, Target target) {
        return of(input, new Goal.Reach(target), List.of(Budget.ANY));
    }

    /// Periods without a limit.
    public static List<Budget> unlimited(int periods) {
        return Collections.nCopies(periods, Budget.ANY);
    }

    /// The same with other costs.
    public RoadmapRequest with(StepCosts other) {
        return new RoadmapRequest(
                input,
                goal,
                other,
                periods,
                pinned,
                forbidden,
                ladders,
                margin,
                alternatives,
                tolerance,
                time);
    }

    /// The same with the ladders climbed otherwise.
    public RoadmapRequest with(LadderOrder other) {
        return new RoadmapRequest(
                input,
                goal,
                costs,
                periods,
                pinned,
                forbidden,
                other,
                margin,
                alternatives,
                tolerance,
                time);
    }

    /// The same with other steps pinned and forbidden.
    public RoadmapRequest with(List<Wish> pinnedNow, List<Wish> forbiddenNow) {
        return new RoadmapRequest(
                input,
                goal,
                costs,
                periods,
                pinnedNow,
                forbiddenNow,
                ladders,
                margin,
                alternatives,
                tolerance,
                time);
    }

    /// The same with other alternatives looked for.
    public RoadmapRequest withAlternatives(int count, double within) {
        return new RoadmapRequest(
                input, goal, costs, periods, pinned, forbidden, ladders, margin, count, within,
                time);
    }

    /// The same with another margin.
    public RoadmapRequest withMargin(double other) {
        return new RoadmapRequest(
                input,
                goal,
                costs,
                periods,
                pinned,
                forbidden,
                ladders,
                other,
                alternatives,
                tolerance,
                time);
    }

    /// What all periods together may cost; null where one has no limit.
    @Nullable Long budget() {
        long sum = 0;
        for (Budget each : periods) {
            if (each.most() == null) {
                return null;
            }
            sum += each.most();
        }
        return sum;
    }
}
