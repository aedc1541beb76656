package org.jieti.planning.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.TargetProfile;
import org.jieti.core.uncertainty.EvidenceStrengths;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.planning.fixture.Samples;
import org.jieti.planning.roadmap.RoadmapRequest.Budget;
import org.jieti.robustness.montecarlo.Watcher;
import org.jieti.robustness.ranking.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Roadmaps of the shipped samples.
class PlannerTest {
    private static final ScoringInput GROWING = Samples.sample("dgimm/growing-city", null);

    private static Roadmap.Planned planned(RoadmapRequest request) {
        Roadmap roadmap = Planner.plan(request);
        assertThat(roadmap).isInstanceOf(Roadmap.Planned.class);
        return (Roadmap.Planned) roadmap;
    }

    private static List<Obstacle> obstacles(RoadmapRequest request) {
        Roadmap roadmap = Planner.plan(request);
        assertThat(roadmap).isInstanceOf(Roadmap.Infeasible.class);
        return ((Roadmap.Infeasible) roadmap).obstacles();
    }

    @ParameterizedTest
    @CsvSource({
        "dgimm/starting-county, share-80, 3",
        "dgimm/growing-city, share-80, 5",
        "dgimm/growing-city, staged, 4",
        "dgimm/growing-city, band, 4",
        "dgimm/leading-city, share-80, 5",
    })
    void a_plan_reaches_its_level_and_no_plan_is_cheaper(String sample, String preset, int level) {
        Roadmap.Planned plan =
                planned(RoadmapRequest.to(Samples.sample(sample, preset), Target.level(level)));

        assertThat(plan.proof().proven()).isTrue();
        assertThat(Target.levelOf(plan.reached().overall())).isGreaterThanOrEqualTo(level);
    }

    @Test
    void a_unit_that_is_there_needs_nothing() {
        Roadmap.Planned plan = planned(RoadmapRequest.to(GROWING, Target.level(3)));

        assertThat(plan.cost()).isZero();
        assertThat(plan.actions()).isEmpty();
    }

    @Test
    void a_model_without_overall_level_has_a_profile() {
        ScoringInput bay = Samples.sample("gartner/bay-city", null);

        Roadmap.Planned plan =
                planned(
                        RoadmapRequest.to(
                                bay, Target.profile(TargetProfile.uniform(bay.model(), 3))));

        assertThat(plan.cost()).isPositive();
        assertThat(plan.reached().domains())
                .allSatisfy(
                        domain ->
                                assertThat(Target.levelOf(domain.grade()))
                                        .isGreaterThanOrEqualTo(3));
    }

    @Test
    void half_years_are_even_and_levels_come_early() {
        Roadmap.Planned whole = planned(RoadmapRequest.to(GROWING, Target.level(4)));

        Roadmap.Planned plan =
                planned(
                        RoadmapRequest.of(
                                GROWING,
                                new Goal.Reach(Target.level(4)),
                                RoadmapRequest.unlimited(4)));

        assertThat(plan.cost()).isEqualTo(whole.cost());
        assertThat(plan.periods()).hasSize(4);
        assertThat(plan.periods())
                .allSatisfy(
                        period ->
                                assertThat(period.cost())
                                        .isLessThanOrEqualTo(Math.ceilDiv(whole.cost(), 4) + 20));
        assertThat(plan.periods().getLast().opened().to()).isEqualTo(4);
        assertThat(plan.periods().stream().map(each -> each.opened().rises().size()))
                .anyMatch(rises -> rises > 0);
    }

    @Test
    void a_budget_that_is_too_small_says_what_the_cheapest_plan_costs() {
        long least = planned(RoadmapRequest.to(GROWING, Target.level(4))).cost();

        assertThat(
                        obstacles(
                                RoadmapRequest.of(
                                        GROWING,
                                        new Goal.Reach(Target.level(4)),
                                        List.of(new Budget(100), new Budget(50)))))
                .containsExactly(new Obstacle.TooDear(150, least, true));
    }

    @Test
    void the_best_for_a_budget_stays_within_it() {
        Roadmap.Planned plan =
                planned(
                        RoadmapRequest.of(
                                GROWING, new Goal.Best(), List.of(new Budget(60), new Budget(60))));

        assertThat(plan.periods())
                .allSatisfy(period -> assertThat(period.cost()).isLessThanOrEqualTo(60));
        assertThat(plan.proof().found()).isGreaterThan(0);
    }

    @Test
    void a_forbidden_gate_is_named_as_what_cannot_be_met() {
        NodeId gate = new NodeId("construction.deployment.form.4.1");
        RoadmapRequest free = RoadmapRequest.to(GROWING, Target.level(4));
        Roadmap.Planned plan = planned(free);
        List<NodeId> gates =
                plan.actions().stream()
                        .filter(action -> !action.opens().isEmpty())
                        .map(Roadmap.Action::criterion)
                        .toList();
        NodeId forbidden = gates.isEmpty() ? gate : gates.getFirst();

        List<Obstacle> obstacles =
                obstacles(free.with(List.of(), List.of(new Wish(forbidden, null, 0))));

        assertThat(obstacles)
                .anyMatch(
                        each ->
                                each instanceof Obstacle.Gate(var verdict)
                                        && verdict.criterion().id().equals(forbidden));
    }

    @Test
    void a_pinned_step_is_taken_in_its_period_and_a_forbidden_one_never() {
        RoadmapRequest free =
                RoadmapRequest.of(
                        GROWING, new Goal.Reach(Target.level(4)), RoadmapRequest.unlimited(3));
        Roadmap.Planned plan = planned(free);
        NodeId last = plan.periods().getLast().actions().getFirst().criterion();
        NodeId first =
                plan.periods().getFirst().actions().stream()
                        .filter(action -> action.opens().isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .criterion();

        Roadmap.Planned other =
                planned(
                        free.with(
                                List.of(new Wish(last, null, 1)),
                                List.of(new Wish(first, null, 0))));

        assertThat(other.periods().getFirst().actions())
                .anyMatch(action -> action.criterion().equals(last) && action.pinned());
        assertThat(other.actions()).noneMatch(action -> action.criterion().equals(first));
        assertThat(other.cost()).isGreaterThanOrEqualTo(plan.cost());
    }

    @Test
    void a_pin_that_is_forbidden_too_is_refused() {
        Wish wish = new Wish(new NodeId("vision.policy.guidance.3"), null, 0);

        assertThat(
                        obstacles(
                                RoadmapRequest.to(GROWING, Target.level(4))
                                        .with(List.of(wish), List.of(wish))))
                .contains(new Obstacle.Pin(wish, Obstacle.Reason.FORBIDDEN));
    }

    @Test
    void alternatives_differ_and_cost_little_more() {
        Roadmap.Planned plan =
                planned(RoadmapRequest.to(GROWING, Target.level(4)).withAlternatives(2, 0.05));

        assertThat(plan.alternatives()).hasSize(2);
        assertThat(plan.alternatives())
                .allSatisfy(
                        other -> {
                            assertThat(other.cost())
                                    .isBetween(plan.cost(), (long) (plan.cost() * 1.05));
                            assertThat(other.without().size())
                                    .isGreaterThanOrEqualTo(plan.actions().size() / 10);
                            assertThat(Target.levelOf(other.reached().overall())).isEqualTo(4);
                        });
    }

    @Test
    void the_same_request_gives_the_same_plan() {
        RoadmapRequest request =
                RoadmapRequest.of(
                        GROWING, new Goal.Reach(Target.level(4)), RoadmapRequest.unlimited(2));

        assertThat(planned(request).periods().stream().map(Roadmap.Period::actions).toList())
                .isEqualTo(
                        planned(request).periods().stream().map(Roadmap.Period::actions).toList());
    }

    @Test
    void without_doubt_a_plan_is_sure_and_with_doubt_it_is_not() {
        Roadmap.Planned plan = planned(RoadmapRequest.to(GROWING, Target.level(4)));
        Uncertainty doubt =
                Uncertainty.NONE.with(
                        new EvidenceStrengths(
                                List.of(new EvidenceStrengths.Strength("weak", 0.05, 0.2, 0.1)),
                                List.of()));

        assertThat(chance(plan, Uncertainty.NONE)).isEqualTo(1);
        assertThat(chance(plan, doubt)).isLessThan(1);
    }

    @Test
    void a_margin_costs_more_and_is_surer() {
        RoadmapRequest request = RoadmapRequest.to(GROWING, Target.level(4));
        Uncertainty doubt =
                Uncertainty.NONE.with(
                        new EvidenceStrengths(
                                List.of(new EvidenceStrengths.Strength("some", 0.1, 0.1, 0.1)),
                                List.of()));
        Roadmap.Planned bare = planned(request);

        Roadmap.Planned spare = planned(request.withMargin(0.05));

        assertThat(spare.cost()).isGreaterThan(bare.cost());
        assertThat(chance(spare, doubt)).isGreaterThan(chance(bare, doubt));
    }

    @Test
    void a_margin_that_cannot_be_had_is_told() {
        RoadmapRequest request =
                RoadmapRequest.to(GROWING, Target.level(4))
                        .with(
                                List.of(),
                                List.of(
                                        new Wish(new NodeId("data.open.scope.4"), null, 0),
                                        new Wish(
                                                new NodeId("construction.deployment.native.4.1"),
                                                null,
                                                0)));

        assertThat(planned(request).cost()).isPositive();
        assertThat(obstacles(request.withMargin(0.2))).containsExactly(new Obstacle.NoMargin(0.2));
    }

    private static double chance(Roadmap.Planned plan, Uncertainty uncertainty) {
        Chance chance = Chance.of(plan, uncertainty, 1000, 1, 1, Watcher.NONE);
        Share share = chance == null ? null : chance.periods().getLast().overall();
        return share == null ? -1 : share.value();
    }

    @Test
    void many_units_are_planned_as_each_alone() {
        List<RoadmapRequest> requests =
                List.of(
                        RoadmapRequest.to(GROWING, Target.level(4)),
                        RoadmapRequest.to(
                                Samples.sample("dgimm/leading-city", null), Target.level(5)),
                        RoadmapRequest.to(
                                GROWING,
                                Target.profile(new TargetProfile(Map.of(new NodeId("data"), 5)))));

        ManyRoadmaps.Planned all = ManyRoadmaps.plan(requests, 2, Watcher.NONE);

        assertThat(all.complete()).isTrue();
        for (int i = 0; i < requests.size(); i++) {
            assertThat(((Roadmap.Planned) all.roadmaps().get(i)).cost())
                    .isEqualTo(planned(requests.get(i)).cost());
        }
    }
}
