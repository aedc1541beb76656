package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;

import java.util.List;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.junit.jupiter.api.Test;

/// What common answers come to on a tree of the size and shape that the engine is made for.
class DgimmLikeTest {
    private static final TestModel MODEL = TestModel.likeDgimm();
    private static final List<String> PRESETS = List.of("share-80", "staged", "band");

    @Test
    void basically_met_up_to_three_and_nothing_above_is_level_three() {
        Answers answers = MODEL.answers().all(0).upTo(3, 0.8);

        for (String preset : List.of("share-80", "staged")) {
            assertLevelEverywhere(answers.scored(preset), 3, preset);
        }
        // 3 · 20 · 0.8 = 48, which compensating bands put at II
        assertThat(answers.scored("band").total()).isCloseTo(48, EXACT);
        assertLevelEverywhere(answers.scored("band"), 2, "band");
    }

    @Test
    void everything_from_three_on_with_nothing_at_two_is_level_one() {
        Answers answers = MODEL.answers().all(1).at(2, 0);

        for (String preset : List.of("share-80", "staged")) {
            assertLevelEverywhere(answers.scored(preset), 1, preset);
        }
        // 4 · 20 = 80
        assertLevelEverywhere(answers.scored("band"), 4, "band");
    }

    @Test
    void everything_met_up_to_a_level_is_exactly_that_level() {
        for (String preset : PRESETS) {
            for (int level = 1; level <= 5; level++) {
                Scored scored = MODEL.answers().all(0).upTo(level, 1).scored(preset);

                assertThat(scored.total()).isCloseTo(20 * level, EXACT);
                assertLevelEverywhere(scored, level, preset);
                assertThat(scored.attained().beforeLimits()).isEqualTo(level);
                assertThat(scored.attained().limits()).isEmpty();
            }
        }
    }

    @Test
    void everything_met_up_to_a_level_and_unanswered_above_may_still_be_the_top() {
        for (String preset : PRESETS) {
            for (int level = 1; level <= 4; level++) {
                Scored scored = MODEL.answers().upTo(level, 1).scored(preset);

                assertLevelEverywhere(scored, level, preset);
                assertThat(scored.overall().possible()).isEqualTo(new LevelRange(level, 5));
                assertThat(scored.result().tree().coverage().answeredShare())
                        .isCloseTo(level / 5.0, EXACT);
                assertThat(scored.result().tree().coverage().missing()).isEqualTo(14 * (5 - level));
            }
        }
    }

    @Test
    void the_seven_domains_are_worth_the_same() {
        Scored scored = MODEL.answers().all(0).rated(1, "d4").scored();

        assertThat(scored.total()).isCloseTo(100 / 7.0, EXACT);
        assertThat(scored.criterion("d4.i.a.1").effectiveWeight())
                .isCloseTo(1 / 7.0 * 0.5 * 0.2, EXACT);
    }

    private static void assertLevelEverywhere(Scored scored, int level, String preset) {
        for (int n = 1; n <= 7; n++) {
            assertThat(scored.level("d" + n)).as("%s, domain %d", preset, n).isEqualTo(level);
        }
        assertThat(scored.level()).as("%s, overall", preset).isEqualTo(level);
    }
}
