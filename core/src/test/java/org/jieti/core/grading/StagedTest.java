package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirements;

import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.junit.jupiter.api.Test;

/// `staged`: every criterion up to a level has to be satisfied.
class StagedTest {
    private static final TestModel ONE_LADDER =
            TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));

    @Test
    void one_criterion_below_satisfied_keeps_the_level_away() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 0.9, requirements(1, 2, 3)),
                                ladder("y", 0.1, requirements(1, 2, 3))));
        Answers answers = model.answers().all(1).rated(0.5, "d.y.3");

        // share of III: 0.9 + 0.1·0.5
        assertThat(answers.scored("share-80").level("d")).isEqualTo(5);
        assertThat(answers.scored("staged").level("d")).isEqualTo(2);
    }

    @Test
    void every_criterion_at_exactly_satisfied_is_enough() {
        assertThat(ONE_LADDER.answers().all(0.8).scored("staged").level("d")).isEqualTo(5);
    }

    @Test
    void a_missing_answer_is_not_satisfied() {
        Scored scored = ONE_LADDER.answers().all(1).unanswered("d.x.4").scored("staged");

        assertThat(scored.level("d")).isEqualTo(3);
        assertThat(scored.grade("d").possible()).isEqualTo(new LevelRange(3, 5));
    }

    @Test
    void a_criterion_of_a_ladder_without_weight_is_still_asked() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 1, requirements(1, 2)),
                                ladder("y", 0, requirements(2))));

        assertThat(model.answers().all(1).rated(0, "d.y").scored("staged").level("d")).isEqualTo(1);
    }

    @Test
    void overall_it_is_the_lowest_domain_level() {
        TestModel model =
                TestModel.of(
                        domain("d", 0.9, ladder("x", 1, requirements(1, 2, 3, 4, 5))),
                        domain("e", 0.1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));
        Answers answers = model.answers().all(1).rated(0.5, "e.x.3");

        assertThat(answers.scored("staged").level("e")).isEqualTo(2);
        assertThat(answers.scored("staged").level()).isEqualTo(2);
        assertThat(answers.scored("staged").attained().beforeLimits()).isEqualTo(2);
    }
}
