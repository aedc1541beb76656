package org.jieti.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.indicator;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;

import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.junit.jupiter.api.Test;

/// What is not applicable gives its points and its weight to what is nearest.
class NotApplicableTest {
    private static final TestModel TREE =
            TestModel.of(
                            domain(
                                    "d",
                                    0.4,
                                    indicator(
                                            "i",
                                            0.5,
                                            ladder("x", 0.2, requirements(1, 1, 2, 3, 4, 5)),
                                            ladder("y", 0.3, requirements(1, 2, 3, 4, 5)),
                                            ladder("z", 0.5, requirements(1, 2, 3, 4, 5))),
                                    indicator("k", 0.3, ladder("u", 1, requirements(2, 4))),
                                    indicator("l", 0.2, ladder("v", 1, requirements(3)))),
                            domain("e", 0.5, ladder("w", 1, requirements(1))),
                            domain("f", 0.1, ladder("w", 1, requirements(1))))
                    .notApplicableUpTo(1);

    @Test
    void a_criterion_gives_its_points_to_its_rung() {
        Scored scored = TREE.answers().all(1).notApplicable("d.i.x.1.1").scored();

        assertThat(scored.criterion("d.i.x.1.1").points()).isZero();
        assertThat(scored.criterion("d.i.x.1.1").statedPoints()).isCloseTo(10, EXACT);
        assertThat(scored.criterion("d.i.x.1.1").exclusion()).isEqualTo(Exclusion.NOT_APPLICABLE);
        assertThat(scored.criterion("d.i.x.1.2").points()).isCloseTo(20, EXACT);
        assertThat(scored.criterion("d.i.x.2").points()).isCloseTo(20, EXACT);
        assertThat(scored.score("d.i.x")).isCloseTo(100, EXACT);
    }

    @Test
    void a_rung_gives_its_points_to_its_ladder() {
        Scored scored = TREE.answers().all(0).rated(1, "d.i.y.4").notApplicable("d.i.y.3").scored();

        // {I, II, IV, V}: IV climbs two levels of five
        assertThat(scored.score("d.i.y")).isCloseTo(40, EXACT);
    }

    @Test
    void a_ladder_gives_its_weight_to_its_siblings_in_proportion() {
        Scored scored = TREE.answers().all(0).rated(1, "d.i.y").notApplicable("d.i.x").scored();

        // w = 0.3/0.8 and 0.5/0.8: C = 0.5 · 0.375 · 100
        assertThat(scored.branch("d.i.y").appliedWeight()).isCloseTo(0.3 / 0.8, EXACT);
        assertThat(scored.branch("d.i.z").appliedWeight()).isCloseTo(0.5 / 0.8, EXACT);
        assertThat(scored.branch("d.k").appliedWeight()).isEqualTo(0.3);
        assertThat(scored.score("d")).isCloseTo(0.5 * (0.3 / 0.8) * 100, EXACT);
        assertThat(scored.branch("d.i.x").appliedWeight()).isZero();
        assertThat(scored.branch("d.i.x").weight()).isEqualTo(0.2);
        assertThat(scored.branch("d.i.x").score()).isNull();
        assertThat(scored.branch("d.i.x").exclusion()).isEqualTo(Exclusion.NOTHING_APPLICABLE);
    }

    @Test
    void an_indicator_gives_its_weight_to_its_siblings_in_proportion() {
        Scored scored = TREE.answers().all(0).rated(1, "d.k").notApplicable("d.i").scored();

        // w = 0.3/0.5 and 0.2/0.5
        assertThat(scored.score("d")).isCloseTo(0.3 / 0.5 * 100, EXACT);
        assertThat(scored.branch("d.i").exclusion()).isEqualTo(Exclusion.NOTHING_APPLICABLE);
    }

    @Test
    void a_domain_gives_its_weight_to_its_siblings_and_has_no_score_and_no_level() {
        Scored scored =
                TREE.answers().all(0).rated(1, "e").rated(0.5, "f").notApplicable("d").scored();

        // W = 0.5/0.6 and 0.1/0.6
        assertThat(scored.total()).isCloseTo((0.5 * 100 + 0.1 * 50) / 0.6, EXACT);
        assertThat(scored.branch("d").score()).isNull();
        assertThat(scored.result().domains().getFirst().grade()).isNull();
        assertThat(scored.branch("d").coverage().notApplicable()).isEqualTo(19);
        assertThat(scored.branch("d").coverage().applicable()).isZero();
    }

    @Test
    void a_domain_wholly_not_applicable_is_left_out_of_the_overall_level() {
        Answers answers = TREE.answers().all(1).notApplicable("f");
        Scored scored = answers.scored();

        assertThat(scored.level()).isEqualTo(5);
        assertThat(scored.total()).isCloseTo(100, EXACT);
        for (String preset : new String[] {"staged", "band"}) {
            assertThat(answers.scored(preset).level()).as(preset).isEqualTo(5);
        }
    }

    @Test
    void a_unit_to_which_nothing_applies_has_no_score_and_no_level() {
        Scored scored = TREE.answers().notApplicable("d", "e", "f").scored();

        assertThat(scored.result().tree().total()).isNull();
        assertThat(scored.result().overall()).isNull();
        assertThat(scored.result().tree().applicableDomains()).isEmpty();
    }

    @Test
    void a_sibling_without_weight_cannot_take_over() {
        TestModel model =
                TestModel.of(
                                domain(
                                        "d",
                                        0.5,
                                        ladder("x", 1, requirement(1)),
                                        ladder("y", 0, requirement(1))),
                                domain("e", 0.5, ladder("x", 1, requirement(1))))
                        .notApplicableUpTo(1);
        Scored scored = model.answers().all(0.5).notApplicable("d.x").scored();

        assertThat(scored.branch("d").exclusion()).isEqualTo(Exclusion.NOTHING_APPLICABLE);
        assertThat(scored.total()).isCloseTo(50, EXACT);
    }

    @Test
    void shares_leave_out_what_is_not_applicable() {
        Scored scored =
                TREE.answers()
                        .all(0)
                        .rated(1, "d.i.x.1.1", "d.i.y.1")
                        .notApplicable("d.i.x.1.2", "d.i.z.1")
                        .scored();

        // x counts 1 (not 0.5), z is left out: (0.2·1 + 0.3·1) / (0.2 + 0.3)
        assertThat(scored.share("d", 1)).isCloseTo(1, EXACT);
    }

    @Test
    void shares_use_the_weights_that_apply() {
        Scored scored = TREE.answers().all(0).rated(1, "d.i.y.2").notApplicable("d.i.x").scored();

        // rung II stands in y, z and u: 0.5·0.3/0.8 of 0.5·0.3/0.8 + 0.5·0.5/0.8 + 0.3
        assertThat(scored.share("d", 2)).isCloseTo(0.1875 / (0.5 + 0.3), EXACT);
    }

    @Test
    void a_level_at_which_nothing_applies_is_met_by_itself() {
        TestModel model = TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));
        Scored scored = model.answers().upTo(4, 1).notApplicable("d.x.5").scored();

        assertThat(scored.share("d", 5)).isEqualTo(1);
        assertThat(scored.grade("d").verdict(5).asked()).isZero();
        assertThat(scored.level("d")).isEqualTo(5);
    }

    @Test
    void coverage_is_over_what_applies() {
        TestModel model = TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));
        Coverage coverage =
                model.answers()
                        .rated(1, "d.x.1")
                        .notApplicable("d.x.5")
                        .scored()
                        .branch("d")
                        .coverage();

        // {I..IV} are 25 each, one of four is answered
        assertThat(coverage).isEqualTo(new Coverage(0.25, 0, 0.75, 1, 0, 3, 1));
    }

    @Test
    void the_cap_is_kept_at_exactly_its_share_and_broken_just_above() {
        // each of these is x + y + z of the domain's points before anything is redistributed
        assertThat(withLadders(0.1, 0.06, 0.04).notApplicable("d.x", "d.y", "d.z").brokenRules())
                .isEmpty();
        assertThat(
                        withLadders(0.1, 0.06, 0.040001)
                                .notApplicable("d.x", "d.y", "d.z")
                                .brokenRules())
                .containsExactly("assessment.na.cap");
    }

    private static Answers withLadders(double x, double y, double z) {
        return TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", x, requirement(1)),
                                ladder("y", y, requirement(1)),
                                ladder("z", z, requirement(1)),
                                ladder("u", 1 - x - y - z, requirement(1))))
                .answers()
                .rated(1, "d.u");
    }

    @Test
    void the_cap_counts_points_before_they_are_redistributed() {
        TestModel model =
                TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3, 4, 4, 5))));

        // V is worth 20, and one of two at IV 10 more
        assertThat(model.answers().notApplicable("d.x.5").brokenRules()).isEmpty();
        assertThat(model.answers().notApplicable("d.x.5", "d.x.4.1").violations())
                .singleElement()
                .satisfies(
                        violation -> {
                            assertThat(violation.rule()).isEqualTo("assessment.na.cap");
                            assertThat(violation.subject()).isEqualTo("d");
                            assertThat((Double) violation.arguments().get(1)).isCloseTo(0.3, EXACT);
                        });
    }

    @Test
    void the_cap_is_judged_domain_by_domain() {
        TestModel model =
                TestModel.of(
                        domain("d", 0.01, ladder("x", 1, requirements(1, 2))),
                        domain("e", 0.99, ladder("x", 1, requirements(1, 2))));

        // half of a domain that is itself 1 % of the whole
        assertThat(model.answers().notApplicable("d.x.1").brokenRules())
                .containsExactly("assessment.na.cap");
    }
}
