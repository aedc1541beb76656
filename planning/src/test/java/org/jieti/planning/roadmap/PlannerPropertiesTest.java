package org.jieti.planning.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.core.result.TargetProfile;
import org.jieti.planning.fixture.SmallTree;
import org.jieti.planning.roadmap.EveryPlan.Way;
import org.jieti.planning.roadmap.RoadmapRequest.Budget;
import org.jieti.planning.roadmap.RoadmapRequest.LadderOrder;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Assertions;

/// Planning agrees with trying everything, on trees small enough for that.
class PlannerPropertiesTest {
    private static final long MOST_WAYS = 4000;

    private static SmallTree tree(RandomGenerator random) {
        SmallTree tree = SmallTree.random(random);
        while (new EveryPlan(tree, LadderOrder.KEPT).count() > MOST_WAYS) {
            tree = SmallTree.random(random);
        }
        return tree;
    }

    private static LadderOrder order(RandomGenerator random) {
        return random.nextInt(3) == 0 ? LadderOrder.FREE : LadderOrder.KEPT;
    }

    private static Target target(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 ->
                    Target.profile(
                            new TargetProfile(
                                    Map.of(
                                            new NodeId("d1"),
                                            1 + random.nextInt(3),
                                            new NodeId("d2"),
                                            1 + random.nextInt(3))));
            case 1 ->
                    Target.scores(
                            20 + random.nextInt(80),
                            Map.of(new NodeId("d1"), 10.0 * random.nextInt(10)));
            default -> Target.level(2 + random.nextInt(2));
        };
    }

    @Seeds(150)
    void nothing_reaches_a_target_cheaper(RandomGenerator random) {
        SmallTree tree = tree(random);
        LadderOrder order = order(random);
        Target target = target(random);
        List<Way> reaching =
                new EveryPlan(tree, order)
                        .ways().stream().filter(way -> target.isReachedBy(way.result())).toList();

        Roadmap roadmap =
                Planner.plan(
                        RoadmapRequest.to(tree.input(), target).with(tree.costs()).with(order));

        switch (roadmap) {
            case Roadmap.Infeasible infeasible -> {
                assertThat(reaching).isEmpty();
                assertThat(infeasible.obstacles()).isNotEmpty();
            }
            case Roadmap.Planned planned -> {
                assertThat(planned.cost())
                        .isEqualTo(reaching.stream().mapToInt(Way::cost).min().orElse(-1));
                assertThat(planned.proof().proven()).isTrue();
                assertThat(target.isReachedBy(planned.reached())).isTrue();
            }
        }
    }

    @Seeds(100)
    void nothing_within_a_budget_reaches_more(RandomGenerator random) {
        SmallTree tree = tree(random);
        LadderOrder order = order(random);
        int budget = random.nextInt(60);
        Comparator<Way> better =
                Comparator.comparingInt((Way way) -> Target.levelOf(way.result().overall()))
                        .thenComparingDouble(way -> total(way.result()));
        Way best =
                new EveryPlan(tree, order)
                        .ways().stream()
                                .filter(way -> way.cost() <= budget)
                                .max(better)
                                .orElseThrow();

        Roadmap roadmap =
                Planner.plan(
                        RoadmapRequest.of(
                                        tree.input(), new Goal.Best(), List.of(new Budget(budget)))
                                .with(tree.costs())
                                .with(order));

        if (!(roadmap instanceof Roadmap.Planned planned)) {
            Assertions.fail("No plan: " + roadmap);
            return;
        }
        assertThat(planned.cost()).isLessThanOrEqualTo(budget);
        assertThat(Target.levelOf(planned.reached().overall()))
                .isEqualTo(Target.levelOf(best.result().overall()));
        assertThat(total(planned.reached()))
                .isBetween(total(best.result()) * (1 - 2e-4), total(best.result()) + 1e-9);
    }

    private static double total(Result result) {
        return result.tree().total() == null ? 0 : result.tree().total().lowest();
    }

    @Seeds(60)
    void periods_keep_their_budgets_and_reach_the_same(RandomGenerator random) {
        SmallTree tree = tree(random);
        Target target = Target.level(2 + random.nextInt(2));
        RoadmapRequest whole = RoadmapRequest.to(tree.input(), target).with(tree.costs());
        if (!(Planner.plan(whole) instanceof Roadmap.Planned cheapest)) {
            return;
        }
        int budget = (int) (cheapest.cost() / 2 + random.nextInt(20));

        Roadmap roadmap =
                Planner.plan(
                        RoadmapRequest.of(
                                        tree.input(),
                                        new Goal.Reach(target),
                                        List.of(
                                                new Budget(budget),
                                                new Budget(budget),
                                                new Budget(budget)))
                                .with(tree.costs()));

        switch (roadmap) {
            case Roadmap.Infeasible infeasible ->
                    assertThat(infeasible.obstacles())
                            .singleElement()
                            .isInstanceOfAny(Obstacle.NoOrder.class, Obstacle.TooDear.class);
            case Roadmap.Planned planned -> {
                assertThat(planned.cost()).isGreaterThanOrEqualTo(cheapest.cost());
                assertThat(planned.periods())
                        .allSatisfy(
                                period -> assertThat(period.cost()).isLessThanOrEqualTo(budget));
                assertThat(target.isReachedBy(planned.reached())).isTrue();
                assertThat(planned.periods().stream().mapToLong(Roadmap.Period::cost).sum())
                        .isEqualTo(planned.cost());
            }
        }
    }
}
