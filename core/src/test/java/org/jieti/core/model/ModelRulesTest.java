package org.jieti.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.equal;
import static org.jieti.core.fixture.Tree.indicator;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.metric;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;
import static org.jieti.core.fixture.Tree.state;
import static org.jieti.core.fixture.Tree.stated;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.fixture.Tree.Branch;
import org.jieti.core.fixture.Tree.Leaf;
import org.jieti.core.model.Band.Credit;
import org.jieti.core.model.Limit.Side;
import org.junit.jupiter.api.Test;

/// Each rule that a model must keep, broken once.
class ModelRulesTest {
    private static final Text TEXT = new Text("文", "text");

    private static List<String> onLadder(Leaf... criteria) {
        return TestModel.of(domain("d", 1, ladder("x", 1, criteria))).brokenRules();
    }

    @Test
    void a_sound_model_breaks_no_rule() {
        assertThat(TestModel.likeDgimm().brokenRules()).isEmpty();
        assertThat(
                        onLadder(
                                state(1),
                                requirement(2).mandatory(),
                                requirement(2),
                                requirement(4).veto(3, Scope.OVERALL)))
                .isEmpty();
        assertThat(
                        TestModel.withoutLevels(domain("d", 1, equal("x", 1, requirements(0, 0))))
                                .brokenRules())
                .isEmpty();
    }

    @Test
    void model_node_duplicate() {
        assertThat(
                        TestModel.of(
                                        domain(
                                                "d",
                                                1,
                                                ladder("x", 0.5, requirement(1)),
                                                ladder("x", 0.5, requirement(2))))
                                .brokenRules())
                .containsExactly("model.node.duplicate");
    }

    @Test
    void model_node_parent() {
        Indicator stray = indicatorOf(ladder("x", 1, requirement(1)), "e");

        assertThat(violations(holding(stray)))
                .containsExactly(
                        new Violation(
                                "model.node.parent",
                                "e.x",
                                List.of(new NodeId("e.x"), new NodeId("d"))));
    }

    @Test
    void a_node_may_not_carry_the_id_of_its_parent() {
        Indicator inner =
                new Indicator(
                        new NodeId("d"),
                        TEXT,
                        TEXT,
                        Standing.STATED,
                        null,
                        null,
                        List.of(indicatorOf(ladder("x", 1, requirement(1)), "d")));

        assertThat(rules(holding(inner)))
                .containsExactlyInAnyOrder("model.node.parent", "model.node.duplicate");
    }

    private static Indicator indicatorOf(Branch branch, String domain) {
        return (Indicator)
                TestModel.of(domain(domain, 1, branch))
                        .model()
                        .domains()
                        .getFirst()
                        .children()
                        .getFirst();
    }

    /// A model whose one domain `d` holds the indicator.
    private static MaturityModel holding(Indicator indicator) {
        MaturityModel model = TestModel.of(domain("d", 1, ladder("x", 1, requirement(1)))).model();
        return new MaturityModel(
                model.id(),
                TEXT,
                TEXT,
                TEXT,
                model.levels(),
                model.ratings(),
                List.of(),
                List.of(
                        new Domain(
                                new NodeId("d"), TEXT, null, TEXT, Map.of(), List.of(indicator))),
                model.grading(),
                model.notApplicableCap(),
                model.effortCost());
    }

    private static List<Violation> violations(MaturityModel model) {
        return ModelRules.check(model);
    }

    private static List<String> rules(MaturityModel model) {
        return violations(model).stream().map(Violation::rule).toList();
    }

    @Test
    void model_points_missing() {
        assertThat(
                        TestModel.of(
                                        domain(
                                                "d",
                                                1,
                                                stated(
                                                        "x",
                                                        1,
                                                        requirement(1).points(100),
                                                        requirement(2))))
                                .brokenRules())
                .containsExactly("model.points.missing");
    }

    @Test
    void model_points_sum() {
        assertThat(statedPoints(60, 39.999)).containsExactly("model.points.sum");
        assertThat(statedPoints(60, 40)).isEmpty();
        // a third three times is 100 but for binary fractions
        assertThat(statedPoints(100 / 3.0, 100 / 3.0, 100 / 3.0)).isEmpty();
    }

    @Test
    void model_points_range() {
        assertThat(statedPoints(120, -20)).containsExactly("model.points.range");
        assertThat(statedPoints(100, 0)).containsExactly("model.points.range");
        assertThat(onLadder(requirement(1).points(0), requirement(1).points(1)))
                .containsExactly("model.points.range");
    }

    private static List<String> statedPoints(double... points) {
        Leaf[] criteria =
                Arrays.stream(points).mapToObj(p -> requirement(1).points(p)).toArray(Leaf[]::new);
        return TestModel.of(domain("d", 1, stated("x", 1, criteria))).brokenRules();
    }

    @Test
    void model_points_ladder() {
        // without levels a ladder has no rungs to climb, and its points would be 0/0
        assertThat(
                        TestModel.withoutLevels(domain("d", 1, ladder("x", 1, requirements(0, 0))))
                                .brokenRules())
                .containsExactly("model.points.ladder");
    }

    @Test
    void model_ladder_order() {
        assertThat(onLadder(requirement(2), requirement(1))).containsExactly("model.ladder.order");
    }

    @Test
    void model_ladder_state_on_top() {
        assertThat(onLadder(requirement(1), state(2))).containsExactly("model.ladder.state-on-top");
        assertThat(onLadder(state(1))).containsExactly("model.ladder.state-on-top");
    }

    @Test
    void model_criterion_id() {
        Indicator ladder = indicatorOf(ladder("x", 1, requirement(1)), "d");
        Criterion criterion = ladder.criteria().getFirst();

        assertThat(named(ladder, criterion, "d.x.2")).containsExactly("model.criterion.id");
        assertThat(named(ladder, criterion, "d.x.1.a")).containsExactly("model.criterion.id");
        assertThat(named(ladder, criterion, "d.x.1.2.3")).containsExactly("model.criterion.id");
        assertThat(named(ladder, criterion, "d.x.1.12")).isEmpty();
        assertThat(named(ladder, criterion, "d.x.1")).isEmpty();
    }

    private static List<String> named(Indicator ladder, Criterion criterion, String id) {
        return rules(
                holding(
                        new Indicator(
                                ladder.id(),
                                TEXT,
                                TEXT,
                                Standing.STATED,
                                PointsRule.LADDER,
                                null,
                                List.of(
                                        new Criterion(
                                                new NodeId(id),
                                                TEXT,
                                                criterion.level(),
                                                criterion.kind(),
                                                Effort.S,
                                                List.of(),
                                                Standing.STATED,
                                                true,
                                                false,
                                                null,
                                                null,
                                                null)))));
    }

    @Test
    void model_criterion_level() {
        assertThat(onLadder(requirement(6))).containsExactly("model.criterion.level");
        assertThat(TestModel.of(domain("d", 1, equal("x", 1, requirement(0)))).brokenRules())
                .containsExactly("model.criterion.level");
        assertThat(
                        TestModel.withoutLevels(domain("d", 1, equal("x", 1, requirement(1))))
                                .brokenRules())
                .containsExactly("model.criterion.level");
    }

    @Test
    void model_veto_cap() {
        assertThat(onLadder(requirement(3).veto(0, Scope.DOMAIN)))
                .containsExactly("model.veto.cap");
        assertThat(onLadder(requirement(3).veto(6, Scope.OVERALL)))
                .containsExactly("model.veto.cap");
        assertThat(onLadder(requirement(3).veto(1, Scope.DOMAIN))).isEmpty();
    }

    @Test
    void model_measure_unknown() {
        assertThat(onLadder(metric(4, "pue", "iv"))).containsExactly("model.measure.unknown");
    }

    @Test
    void model_band_unknown() {
        TestModel model =
                TestModel.of(domain("d", 1, ladder("x", 1, metric(4, "pue", "v"))))
                        .measuring(
                                pue(band(Side.BELOW, 1.5, new Credit(2, 0), new Credit(1.5, 0.7))));

        assertThat(model.brokenRules()).containsExactly("model.band.unknown");
    }

    @Test
    void model_band_side() {
        assertThat(bandRules(Side.ABOVE, 2, new Credit(1, 0), new Credit(2, 0.7)))
                .containsExactly("model.band.side");
        assertThat(bandRules(Side.AT_MOST, 1.5, new Credit(2, 0), new Credit(1.5, 0.7))).isEmpty();
    }

    @Test
    void model_band_order() {
        assertThat(
                        bandRules(
                                Side.BELOW,
                                1.2,
                                new Credit(1.5, 0),
                                new Credit(2, 0.5),
                                new Credit(1.4, 0.7)))
                .containsExactly("model.band.order");
    }

    @Test
    void model_band_beyond() {
        // credit that goes on beyond the limit would never be read
        assertThat(bandRules(Side.BELOW, 1.5, new Credit(2, 0), new Credit(1.4, 0.7)))
                .containsExactly("model.band.beyond");
    }

    @Test
    void model_band_reach() {
        // the measure starts at 1: nothing is below 1, and 1 itself is at most 1
        assertThat(bandRules(Side.BELOW, 1, new Credit(2, 0), new Credit(1, 0.7)))
                .containsExactly("model.band.reach");
        assertThat(bandRules(Side.AT_MOST, 1, new Credit(2, 0), new Credit(1, 0.7))).isEmpty();
    }

    @Test
    void model_band_credit() {
        assertThat(bandRules(Side.BELOW, 1.5, new Credit(2, 0), new Credit(1.5, 0.8)))
                .containsExactly("model.band.credit");
        assertThat(bandRules(Side.BELOW, 1.5, new Credit(2, 0), new Credit(1.5, 0.79))).isEmpty();
    }

    private static List<String> bandRules(Side side, double limit, Credit... credit) {
        return TestModel.of(domain("d", 1, indicator("i", 1, ladder("x", 1, requirement(1)))))
                .measuring(pue(band(side, limit, credit)))
                .brokenRules();
    }

    private static Band band(Side side, double limit, Credit... credit) {
        return new Band(new Limit(side, limit), List.of(credit), Standing.STATED);
    }

    private static Measure pue(Band iv) {
        return new Measure(
                new MeasureId("pue"), TEXT, TEXT, "", Direction.LOWER, 1, 5, Map.of("iv", iv));
    }

    @Test
    void bands_are_reported_by_name() {
        Band broken = band(Side.BELOW, 1.5, new Credit(2, 0), new Credit(1.4, 0.7));
        Measure measure =
                new Measure(
                        new MeasureId("pue"),
                        TEXT,
                        TEXT,
                        "",
                        Direction.LOWER,
                        1,
                        5,
                        Map.of("e", broken, "c", broken, "a", broken, "d", broken, "b", broken));
        MaturityModel model =
                TestModel.of(domain("d", 1, ladder("x", 1, requirement(1))))
                        .measuring(measure)
                        .model();

        assertThat(violations(model))
                .extracting(violation -> violation.arguments().get(1))
                .containsExactly("a", "b", "c", "d", "e");
    }
}
