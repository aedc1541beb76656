package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirements;

import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.junit.jupiter.api.Test;

/// `band`: the score is compared with that of a unit that meets all demands up to a level.
class BandOfScoreTest {
    private static final TestModel ONE_LADDER =
            TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));

    @Test
    void without_gaps_the_thresholds_are_steps_of_20() {
        assertThresholds(ONE_LADDER.answers().all(0), 20, 40, 60, 80, 100);
    }

    @Test
    void gaps_move_the_thresholds() {
        assertThresholds(
                TestModel.of(domain("d", 1, ladder("x", 1, requirements(3, 4, 5))))
                        .answers()
                        .all(0),
                0,
                0,
                60,
                80,
                100);
        // x: 20 a step; y: 50 at II, 100 at IV
        assertThresholds(
                TestModel.of(
                                domain(
                                        "d",
                                        1,
                                        ladder("x", 0.6, requirements(1, 2, 3, 4, 5)),
                                        ladder("y", 0.4, requirements(2, 4))))
                        .answers()
                        .all(0),
                0.6 * 20,
                0.6 * 40 + 0.4 * 50,
                0.6 * 60 + 0.4 * 50,
                0.6 * 80 + 0.4 * 100,
                100);
    }

    @Test
    void thresholds_are_computed_after_what_is_not_applicable() {
        // {I, II, III, IV}: 25 each, and V asks nothing
        assertThresholds(ONE_LADDER.answers().all(0).notApplicable("d.x.5"), 25, 50, 75, 100, 100);
    }

    private void assertThresholds(Answers answers, double... expected) {
        Scored scored = answers.scored("band");
        for (int level = 1; level <= 5; level++) {
            assertThat(scored.grade("d").verdict(level).scoreFrom())
                    .as("A_%d", level)
                    .isCloseTo(expected[level - 1], EXACT);
        }
    }

    @Test
    void a_level_is_reached_at_exactly_its_threshold() {
        // 20 · (5 · 0.8) = 80 = A_IV
        assertThat(ONE_LADDER.answers().all(0.8).scored("band").level("d")).isEqualTo(4);
        // 20 · (4 · 0.8 + 0.5) = 74
        assertThat(ONE_LADDER.answers().all(0.8).at(5, 0.5).scored("band").level("d")).isEqualTo(3);
    }

    @Test
    void what_is_higher_makes_up_for_what_is_missing_below() {
        // 20 · (0 + 1 + 1 + 1 + 0) = 60
        Answers answers = ONE_LADDER.answers().climb("d.x", 0, 1, 1, 1, 0);

        assertThat(answers.scored("band").level("d")).isEqualTo(3);
        assertThat(answers.scored("share-80").level("d")).isEqualTo(1);
    }

    @Test
    void overall_the_total_is_judged_against_the_weighted_thresholds() {
        TestModel model =
                TestModel.of(
                        domain("d", 0.5, ladder("x", 1, requirements(1, 2, 3, 4, 5))),
                        domain("e", 0.5, ladder("x", 1, requirements(2, 4))));
        Scored scored =
                model.answers().climb("d.x", 1, 1, 1, 1, 0).climb("e.x", 1, 0).scored("band");

        // A: 0.5·(20 + 0), (40 + 50), (60 + 50), (80 + 100), (100 + 100); T = 0.5·(80 + 50)
        assertThat(scored.overall().levels())
                .extracting(verdict -> Math.round(verdict.scoreFrom()))
                .containsExactly(10L, 45L, 55L, 90L, 100L);
        assertThat(scored.total()).isCloseTo(65, EXACT);
        assertThat(scored.level()).isEqualTo(3);
    }
}
