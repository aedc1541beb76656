package org.jieti.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.equal;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.metric;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;
import static org.jieti.core.fixture.Tree.state;

import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Reading;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.Band;
import org.jieti.core.model.Band.Credit;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Limit;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Scope;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Text;
import org.jieti.core.result.Gap.Item;
import org.jieti.core.result.Gap.ShareGain;
import org.junit.jupiter.api.Test;

/// What stands between a result and a target, and what each step gains.
class GapTest {
    private static final Text TEXT = new Text("文", "text");
    private static final MeasureId PUE = new MeasureId("pue");

    private static final TestModel MODEL =
            TestModel.of(
                    domain(
                            "d",
                            0.6,
                            ladder("x", 0.75, requirements(1, 2, 3)),
                            ladder("y", 0.25, requirements(1, 2, 2, 3))),
                    domain("e", 0.4, ladder("z", 1, requirements(1, 2))));

    private static Gap gap(Answers answers, int target) {
        return Gap.analyse(
                answers.scored().result(), TargetProfile.uniform(answers.test().model(), target));
    }

    private static List<String> ids(Gap gap) {
        return gap.items().stream().map(item -> item.criterion().id().value()).toList();
    }

    private static Item item(Gap gap, String id) {
        return gap.items().stream()
                .filter(item -> item.criterion().id().equals(new NodeId(id)))
                .findFirst()
                .orElseThrow();
    }

    private static void assertShareGain(ShareGain gain, int level, double expected) {
        assertThat(gain.level()).isEqualTo(level);
        assertThat(gain.gain()).isCloseTo(expected, EXACT);
    }

    @Test
    void each_criterion_is_given_with_what_it_gains_alone() {
        Gap gap = gap(MODEL.answers().all(1).rated(0.5, "d.y.2.1").rated(0, "d.x.2"), 2);

        assertThat(ids(gap)).containsExactly("d.x.2", "d.y.2.1");
        // y.2.1 has 100/3/2 points: 0.25 · 16.67 · (1 − 0.5); 0.6 of that in the total
        assertThat(item(gap, "d.y.2.1").scoreGain()).isCloseTo(0.25 * 100 / 6 * 0.5, EXACT);
        assertThat(item(gap, "d.y.2.1").totalGain()).isCloseTo(0.6 * 0.25 * 100 / 6 * 0.5, EXACT);
        // II: 0.25 · ½ · 0.5
        assertThat(item(gap, "d.y.2.1").shareGains()).hasSize(1);
        assertShareGain(item(gap, "d.y.2.1").shareGains().getFirst(), 2, 0.0625);
        assertThat(item(gap, "d.x.2").scoreGain()).isCloseTo(0.75 * 100 / 3, EXACT);
        assertShareGain(item(gap, "d.x.2").shareGains().getFirst(), 2, 0.75);
        assertThat(item(gap, "d.x.2").domain()).isEqualTo(new NodeId("d"));
        assertThat(item(gap, "d.x.2").opens()).isEmpty();
    }

    @Test
    void criteria_above_the_target_are_left_out() {
        assertThat(ids(gap(MODEL.answers().all(0), 1))).containsExactly("d.x.1", "d.y.1", "e.z.1");
        assertThat(ids(gap(MODEL.answers().all(0), 0))).isEmpty();
    }

    @Test
    void what_is_satisfied_or_not_applicable_is_left_out() {
        Answers answers =
                MODEL.notApplicableUpTo(1).answers().all(0.8).notApplicable("d.y.2").rated(0, "e");

        assertThat(ids(gap(answers, 2))).containsExactly("e.z.1", "e.z.2");
    }

    @Test
    void what_is_missing_is_below_target() {
        assertThat(ids(gap(MODEL.answers().all(1).unanswered("e.z.1").insufficient("d.x.2"), 2)))
                .containsExactly("d.x.2", "e.z.1");
    }

    @Test
    void a_domain_without_target_is_left_out() {
        Scored scored = MODEL.answers().all(0).scored();
        Gap gap = Gap.analyse(scored.result(), new TargetProfile(Map.of(new NodeId("e"), 1)));

        assertThat(ids(gap)).containsExactly("e.z.1");
        assertThat(gap.target().level(new NodeId("d"))).isZero();
    }

    @Test
    void criteria_come_by_domain_then_level_then_largest_gain() {
        Answers answers = MODEL.answers().all(0).rated(0.5, "d.x.2");

        // gains in T per point of weight at II: x 0.75·33.3·0.5 = 12.5, y 0.25·16.7 = 4.2 each
        assertThat(ids(gap(answers, 2)))
                .containsExactly("d.x.1", "d.y.1", "d.x.2", "d.y.2.1", "d.y.2.2", "e.z.1", "e.z.2");
        assertThat(ids(gap(answers.rated(1, "d.x").rated(0.5, "d.y.2.1"), 2)))
                .containsExactly("d.y.1", "d.y.2.2", "d.y.2.1", "e.z.1", "e.z.2");
    }

    @Test
    void the_joint_gain_of_requirements_is_the_sum_of_their_gains() {
        Gap gap = gap(MODEL.answers().all(0.5), 3);

        assertThat(gap.items().stream().mapToDouble(Item::totalGain).sum()).isCloseTo(50, EXACT);
        assertThat(new Scored(gap.joint()).total()).isCloseTo(100, EXACT);
    }

    @Test
    void the_joint_result_is_at_the_target() {
        Gap gap = gap(MODEL.answers().all(0).upTo(1, 1), 3);
        Scored joint = new Scored(gap.joint());

        assertThat(new Scored(gap.now()).level()).isEqualTo(1);
        assertThat(joint.level("d")).isGreaterThanOrEqualTo(3);
        assertThat(joint.level("e")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_rung_that_settles_a_state_gains_for_both() {
        TestModel model = TestModel.of(domain("d", 1, ladder("x", 1, state(1), requirement(2))));
        Gap gap = gap(model.answers().all(0), 2);

        // II alone: 50 for itself and 50 for the state; together no more than that
        assertThat(item(gap, "d.x.2").scoreGain()).isCloseTo(100, EXACT);
        assertThat(item(gap, "d.x.2").shareGains())
                .extracting(ShareGain::level)
                .containsExactly(1, 2);
        assertThat(item(gap, "d.x.1").scoreGain()).isCloseTo(50, EXACT);
        assertThat(new Scored(gap.joint()).total()).isCloseTo(100, EXACT);
    }

    @Test
    void a_settled_state_is_not_below_target() {
        TestModel model = TestModel.of(domain("d", 1, ladder("x", 1, state(1), requirement(2))));

        assertThat(ids(gap(model.answers().climb("d.x", 0, 0.8), 2))).isEmpty();
    }

    private static Answers metrics() {
        Measure measure =
                new Measure(
                        PUE,
                        TEXT,
                        TEXT,
                        "",
                        Direction.LOWER,
                        1,
                        5,
                        Map.of("iv", below(1.5, 2.0), "v", below(1.2, 1.6)));
        return TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder(
                                        "x",
                                        1,
                                        requirement(1),
                                        metric(4, "pue", "iv"),
                                        metric(5, "pue", "v"))))
                .measuring(measure)
                .answers()
                .rated(1, "d.x.1");
    }

    /// No credit at `from`, 0.4 at the limit.
    private static Band below(double limit, double from) {
        return new Band(
                new Limit(Limit.Side.BELOW, limit),
                List.of(new Credit(from, 0), new Credit(limit, 0.4)),
                Standing.STATED);
    }

    @Test
    void a_measure_raised_for_one_rung_counts_for_every_rung_that_reads_it() {
        Gap gap = gap(metrics().measured("pue", 2), 5);

        // just below 1.5: IV 0 → 1 on 60 points; V earns 0.4 · (1.6 − 1.5)/(1.6 − 1.2) on 20
        assertThat(item(gap, "d.x.4").scoreGain()).isCloseTo(60 + 20 * 0.1, EXACT);
        assertThat(item(gap, "d.x.4").shareGains())
                .extracting(ShareGain::level)
                .containsExactly(4, 5);
        // just below 1.2 is below 1.5 too
        assertThat(item(gap, "d.x.5").scoreGain()).isCloseTo(80, EXACT);
        assertThat(new Scored(gap.joint()).total()).isCloseTo(100, EXACT);
        assertThat(gap.joint().assessment().measures())
                .containsExactly(Map.entry(PUE, new Reading(Math.nextDown(1.2), "")));
    }

    @Test
    void a_reading_good_enough_is_kept_when_only_evidence_is_missing() {
        Gap gap = gap(metrics().measured("pue", 1.1).insufficient("d.x.4"), 5);

        assertThat(ids(gap)).containsExactly("d.x.4");
        assertThat(item(gap, "d.x.4").scoreGain()).isCloseTo(60, EXACT);
        assertThat(gap.joint().assessment().measures().get(PUE)).isEqualTo(new Reading(1.1, ""));
        assertThat(gap.joint().assessment().answer(new NodeId("d.x.4")))
                .isEqualTo(new Answer.Unanswered());
    }

    @Test
    void a_measure_never_reported_is_raised_like_any_other() {
        Gap gap = gap(metrics(), 4);

        assertThat(ids(gap)).containsExactly("d.x.4");
        assertThat(new Scored(gap.joint()).fulfilment("d.x.4")).isEqualTo(1);
    }

    @Test
    void the_gates_that_a_criterion_opens_are_named() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder(
                                        "x",
                                        1,
                                        requirement(1),
                                        requirement(2).mandatory(),
                                        requirement(3).veto(1, Scope.OVERALL))));
        Gap gap = gap(model.answers().climb("d.x", 0, 0.5, 0), 3);

        assertThat(item(gap, "d.x.1").opens()).isEmpty();
        assertThat(item(gap, "d.x.2").opens())
                .singleElement()
                .satisfies(gate -> assertThat(gate.scope()).isEqualTo(Scope.DOMAIN));
        assertThat(item(gap, "d.x.3").opens())
                .singleElement()
                .satisfies(gate -> assertThat(gate.scope()).isEqualTo(Scope.OVERALL));
        assertThat(new Scored(gap.joint()).level()).isEqualTo(5);
    }

    @Test
    void a_gap_keeps_the_preset_of_the_result() {
        Result staged = MODEL.answers().all(0).scored("staged").result();

        assertThat(Gap.analyse(staged, TargetProfile.uniform(MODEL.model(), 2)).joint().preset())
                .isEqualTo(TestModel.STAGED);
    }

    @Test
    void a_model_without_levels_has_no_gap() {
        TestModel model =
                TestModel.withoutLevels(domain("d", 1, equal("x", 1, requirements(0, 0))));

        assertThatThrownBy(() -> gap(model.answers().all(0), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no levels");
    }
}
