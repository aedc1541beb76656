package org.jieti.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.equal;
import static org.jieti.core.fixture.Tree.indicator;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;
import static org.jieti.core.fixture.Tree.stated;

import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ListAssert;
import org.assertj.core.util.DoubleComparator;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.fixture.Tree.Branch;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.NodeId;
import org.junit.jupiter.api.Test;

/// How 100 points are shared: a rung is worth the step in levels that it climbs.
class PointsTest {

    @Test
    void a_ladder_without_gaps_gives_each_rung_the_same() {
        assertPoints(ladder("x", 1, requirements(1, 2, 3, 4, 5)))
                .containsExactly(20.0, 20.0, 20.0, 20.0, 20.0);
    }

    @Test
    void the_lowest_rung_of_a_late_ladder_climbs_from_the_ground() {
        // 100·3/5, 100·1/5, 100·1/5
        assertPoints(ladder("x", 1, requirements(3, 4, 5))).containsExactly(60.0, 20.0, 20.0);
    }

    @Test
    void a_single_rung_is_worth_everything() {
        assertPoints(ladder("x", 1, requirements(2))).containsExactly(100.0);
        assertPoints(ladder("x", 1, requirements(5))).containsExactly(100.0);
    }

    @Test
    void a_ladder_that_ends_early_ends_at_100() {
        // 100·2/4, 100·2/4
        assertPoints(ladder("x", 1, requirements(2, 4))).containsExactly(50.0, 50.0);
        // 100·1/3, 100·2/3
        assertPoints(ladder("x", 1, requirements(1, 3))).containsExactly(100 / 3.0, 200 / 3.0);
    }

    @Test
    void criteria_on_one_rung_share_it_equally() {
        assertPoints(ladder("x", 1, requirements(1, 1, 2, 2, 2, 3, 4, 5)))
                .containsExactly(10.0, 10.0, 20 / 3.0, 20 / 3.0, 20 / 3.0, 20.0, 20.0, 20.0);
    }

    @Test
    void stated_points_share_a_rung_of_a_ladder_in_proportion() {
        // the rung is worth 50: 50·3/4 and 50·1/4
        assertPoints(
                        ladder(
                                "x",
                                1,
                                requirement(1).points(3),
                                requirement(1).points(1),
                                requirement(2)))
                .containsExactly(37.5, 12.5, 50.0);
    }

    @Test
    void stated_points_stand_as_stated() {
        assertPoints(
                        stated(
                                "x",
                                1,
                                requirement(1).points(50),
                                requirement(2).points(30),
                                requirement(2).points(20)))
                .containsExactly(50.0, 30.0, 20.0);
    }

    @Test
    void equal_points_do_not_look_at_levels() {
        assertPoints(equal("x", 1, requirements(1, 1, 1, 5)))
                .containsExactly(25.0, 25.0, 25.0, 25.0);
        assertPoints(equal("x", 1, requirements(0, 0, 0)))
                .containsExactly(100 / 3.0, 100 / 3.0, 100 / 3.0);
    }

    @Test
    void what_is_not_applicable_gives_its_points_to_its_rung() {
        assertPoints(ladder("x", 1, requirements(1, 2, 2, 2)), "d.x.2.2")
                .containsExactly(50.0, 25.0, 0.0, 25.0);
    }

    @Test
    void a_rung_wholly_not_applicable_is_no_rung() {
        // {I..V} without III is {I, II, IV, V}: IV climbs two levels
        assertPoints(ladder("x", 1, requirements(1, 2, 3, 4, 5)), "d.x.3")
                .containsExactly(20.0, 20.0, 0.0, 40.0, 20.0);
        // without V it is {I..IV}: 25 each
        assertPoints(ladder("x", 1, requirements(1, 2, 3, 4, 5)), "d.x.5")
                .containsExactly(25.0, 25.0, 25.0, 25.0, 0.0);
        // {III, IV, V} without III is {IV, V}: 80, 20
        assertPoints(ladder("x", 1, requirements(3, 4, 5)), "d.x.3")
                .containsExactly(0.0, 80.0, 20.0);
    }

    @Test
    void stated_points_go_to_the_rung_in_proportion_and_then_to_the_ladder() {
        Branch stated =
                stated(
                        "x",
                        1,
                        requirement(1).points(40),
                        requirement(2).points(30),
                        requirement(2).points(20),
                        requirement(2).points(10));

        // 60 points of rung II as 20 : 10
        assertPoints(stated, "d.x.2.1").containsExactly(40.0, 0.0, 40.0, 20.0);
        // 100 as 30 : 20 : 10
        assertPoints(stated, "d.x.1").containsExactly(0.0, 50.0, 100 / 3.0, 50 / 3.0);
    }

    @Test
    void equal_points_stay_equal_when_something_is_not_applicable() {
        assertPoints(equal("x", 1, requirements(0, 0, 0, 0, 0)), "d.x.0.2")
                .containsExactly(25.0, 0.0, 25.0, 25.0, 25.0);
    }

    @Test
    void nothing_applicable_has_no_points() {
        assertPoints(ladder("x", 1, requirements(1, 2)), "d.x.1", "d.x.2")
                .containsExactly(0.0, 0.0);
    }

    @Test
    void an_indicator_of_indicators_has_no_points() {
        Indicator outer = indicatorOf(indicator("x", 1, ladder("y", 1, requirement(1))));

        assertThatThrownBy(() -> Points.of(outer, _ -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("d.x");
    }

    /// The points in the order of the model, 0 for what has none.
    private static ListAssert<Double> assertPoints(Branch branch, String... notApplicable) {
        Indicator indicator = indicatorOf(branch);
        Set<String> excluded = Set.of(notApplicable);
        Map<NodeId, Double> points =
                Points.of(indicator, criterion -> !excluded.contains(criterion.id().value()));
        return assertThat(
                        indicator.criteria().stream()
                                .map(criterion -> points.getOrDefault(criterion.id(), 0.0))
                                .toList())
                .usingElementComparator(new DoubleComparator(1e-9));
    }

    private static Indicator indicatorOf(Branch branch) {
        return (Indicator)
                TestModel.of(domain("d", 1, branch))
                        .model()
                        .domains()
                        .getFirst()
                        .children()
                        .getFirst();
    }
}
