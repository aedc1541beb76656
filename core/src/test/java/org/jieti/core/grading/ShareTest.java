package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.indicator;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.List;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Text;
import org.junit.jupiter.api.Test;

/// `share-80`: each level is judged on its own, by the fulfilment of its rungs.
class ShareTest {
    private static final TestModel ONE_LADDER =
            TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));

    @Test
    void the_share_of_a_level_weighs_the_ladders_that_have_it() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                indicator(
                                        "i",
                                        0.6,
                                        ladder("x", 0.25, requirements(1, 2)),
                                        ladder("y", 0.75, requirements(1, 3))),
                                indicator("k", 0.4, ladder("z", 1, requirements(2, 3)))));
        Scored scored =
                model.answers()
                        .climb("d.i.x", 1, 0.5)
                        .climb("d.i.y", 0.5, 0)
                        .climb("d.k.z", 0.8, 1)
                        .scored();

        // w: x 0.15, y 0.45, z 0.40
        assertThat(scored.share("d", 1)).isCloseTo((0.15 * 1 + 0.45 * 0.5) / (0.15 + 0.45), EXACT);
        assertThat(scored.share("d", 2))
                .isCloseTo((0.15 * 0.5 + 0.40 * 0.8) / (0.15 + 0.40), EXACT);
        assertThat(scored.share("d", 3)).isCloseTo((0.45 * 0 + 0.40 * 1) / (0.45 + 0.40), EXACT);
    }

    @Test
    void a_rung_counts_by_the_mean_of_its_criteria_whatever_their_points() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder(
                                        "x",
                                        0.5,
                                        requirement(1).points(9),
                                        requirement(1).points(1)),
                                ladder("y", 0.5, requirement(1))));

        // 0.5 · (1 + 0)/2 + 0.5 · 0.8
        assertThat(model.answers().climb("d", 1, 0, 0.8).scored().share("d", 1))
                .isCloseTo(0.65, EXACT);
    }

    @Test
    void a_short_or_late_ladder_does_not_dominate_a_level() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 0.9, requirements(1, 2, 3, 4, 5)),
                                ladder("y", 0.1, requirements(5))));

        // by points y would carry 10 of 28 at V; by share it carries 0.1
        assertThat(model.answers().all(1).rated(0, "d.y").scored().share("d", 5))
                .isCloseTo(0.9, EXACT);
    }

    @Test
    void a_level_is_reached_at_exactly_the_threshold() {
        Scored scored = ONE_LADDER.answers().upTo(3, 0.8).at(4, 0.5).at(5, 1).scored();

        assertThat(scored.level("d")).isEqualTo(3);
    }

    @Test
    void a_share_that_is_the_threshold_but_for_binary_fractions_reaches_it() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 0.1, requirements(1, 2)),
                                ladder("y", 0.7, requirements(1, 2)),
                                ladder("z", 0.2, requirements(1, 2))));
        Scored scored = model.answers().all(0.8).scored();

        assertThat(scored.share("d", 2)).isLessThan(0.8);
        assertThat(scored.grade("d").verdict(2).reached()).isTrue();
    }

    @Test
    void a_share_just_below_the_threshold_does_not() {
        Scored scored =
                ONE_LADDER.ratedBy(1, 0.79999999, 0).answers().all(1).at(2, 0.79999999).scored();

        assertThat(scored.grade("d").verdict(2).reached()).isFalse();
        assertThat(scored.level("d")).isEqualTo(1);
    }

    @Test
    void nothing_higher_makes_up_for_what_is_missing_below() {
        Scored scored = ONE_LADDER.answers().all(1).at(2, 0.5).scored();

        assertThat(scored.score("d")).isCloseTo(90, EXACT);
        assertThat(scored.level("d")).isEqualTo(1);
        assertThat(scored.grade("d").verdict(3).reached()).isTrue();
    }

    @Test
    void a_unit_that_does_nothing_is_at_the_first_level() {
        Scored scored = ONE_LADDER.answers().all(0).scored();

        assertThat(scored.attained("d").beforeLimits()).isZero();
        assertThat(scored.level("d")).isEqualTo(1);
        assertThat(scored.level()).isEqualTo(1);
    }

    @Test
    void a_level_at_which_nothing_is_asked_is_met_by_itself() {
        TestModel model = TestModel.of(domain("d", 1, ladder("x", 1, requirements(3, 5))));

        assertThat(model.answers().all(0).scored().level("d")).isEqualTo(2);
        assertThat(model.answers().climb("d.x", 0.8, 0).scored().level("d")).isEqualTo(4);
        assertThat(model.answers().all(0.8).scored().level("d")).isEqualTo(5);
    }

    @Test
    void the_overall_share_weighs_the_domains() {
        TestModel model =
                TestModel.of(
                        domain("d", 0.7, ladder("x", 1, requirements(1, 2, 3, 4, 5))),
                        domain("e", 0.3, ladder("x", 1, requirements(1, 2, 3))));
        Scored scored =
                model.answers().climb("d.x", 1, 1, 1, 1, 0).climb("e.x", 1, 0.8, 0.5).scored();

        assertThat(scored.overall().verdict(2).share()).isCloseTo(0.7 + 0.3 * 0.8, EXACT);
        assertThat(scored.overall().verdict(3).share()).isCloseTo(0.7 + 0.3 * 0.5, EXACT);
        assertThat(scored.overall().verdict(4).share()).isEqualTo(1);
        // 0.85 at III is enough; d is at IV, e at II, so spread stops at III
        assertThat(scored.level("d")).isEqualTo(4);
        assertThat(scored.level("e")).isEqualTo(2);
        assertThat(scored.attained().beforeLimits()).isEqualTo(4);
        assertThat(scored.level()).isEqualTo(3);
    }

    @Test
    void the_threshold_is_data() {
        Preset half = new Preset.Share("share-50", new Text("一半", "half"), 0.5);
        TestModel model = ONE_LADDER.graded(new Grading(List.of(half), 0.8, 1));

        assertThat(model.answers().upTo(4, 0.5).at(5, 0).scored().level("d")).isEqualTo(4);
    }

    @Test
    void the_number_of_levels_is_data() {
        TestModel model =
                TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3)))).levels(3);

        assertThat(model.answers().all(1).scored().level()).isEqualTo(3);
        assertThat(model.answers().all(1).scored().overall().levels()).hasSize(3);
    }
}
