package org.jieti.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;

import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.grading.LevelRange;
import org.junit.jupiter.api.Test;

/// Unanswered and insufficient evidence earn nothing now, and are never "0 points for doing badly".
class MissingAnswersTest {
    private static final Answers ANSWERS =
            TestModel.of(
                            domain(
                                    "d",
                                    0.75,
                                    ladder("x", 0.6, requirements(1, 2, 3, 4, 5)),
                                    ladder("y", 0.4, requirements(1, 2, 2, 3, 4, 5))),
                            domain("e", 0.25, ladder("z", 1, requirements(1, 2))))
                    .answers();

    @Test
    void a_missing_answer_lowers_coverage_not_score() {
        Answers rated = ANSWERS.all(0.5).rated(0, "d.x.3");
        Scored unmet = rated.scored();
        Scored missing = rated.unanswered("d.x.3").scored();

        assertThat(missing.score("d")).isEqualTo(unmet.score("d"));
        assertThat(missing.total()).isEqualTo(unmet.total());
        // 1 − 0.6·0.2, and 1 − 0.75·0.6·0.2 of the whole
        assertThat(unmet.branch("d").coverage().answeredShare()).isCloseTo(1, EXACT);
        assertThat(missing.branch("d").coverage().answeredShare()).isCloseTo(0.88, EXACT);
        assertThat(missing.result().tree().coverage().answeredShare()).isCloseTo(0.91, EXACT);
    }

    @Test
    void coverage_is_by_points_at_effective_weight_and_counts_the_kinds_apart() {
        Coverage coverage =
                ANSWERS.rated(1, "d.x.1", "d.y.2.1")
                        .insufficient("d.x.2", "d.y.2.2")
                        .scored()
                        .branch("d")
                        .coverage();

        // answered 0.6·0.2 + 0.4·0.1, insufficient the same
        assertThat(coverage.answeredShare()).isCloseTo(0.16, EXACT);
        assertThat(coverage.insufficientShare()).isCloseTo(0.16, EXACT);
        assertThat(coverage.unansweredShare()).isCloseTo(0.68, EXACT);
        assertThat(coverage.answered()).isEqualTo(2);
        assertThat(coverage.insufficient()).isEqualTo(2);
        assertThat(coverage.unanswered()).isEqualTo(7);
        assertThat(coverage.missing()).isEqualTo(9);
        assertThat(coverage.applicable()).isEqualTo(11);
        assertThat(coverage.notApplicable()).isZero();
    }

    @Test
    void every_score_comes_with_what_is_still_possible() {
        Scored scored = ANSWERS.rated(0.5, "d.x").rated(1, "d.y.1").insufficient("d.y.2").scored();

        // 0.6·50 + 0.4·20 now; y may still earn the other 80
        assertThat(scored.branch("d").score()).isEqualTo(new Score(38.0, 38, 38 + 0.4 * 80));
        // T: 0.75·38, to 0.75·70 + 0.25·100
        assertThat(scored.result().tree().total()).isEqualTo(new Score(28.5, 28.5, 77.5));
    }

    @Test
    void nothing_answered_has_no_score_and_no_level_but_possibilities() {
        Scored scored = ANSWERS.rated(1, "d").insufficient("e.z.1").scored();

        assertThat(scored.branch("e").score()).isEqualTo(new Score(null, 0, 100));
        assertThat(scored.branch("e").exclusion()).isNull();
        assertThat(scored.grade("e").attained()).isNull();
        assertThat(scored.grade("e").next()).isNull();
        assertThat(scored.grade("e").possible()).isEqualTo(new LevelRange(1, 5));
        assertThat(scored.branch("d").score()).isEqualTo(new Score(100.0, 100, 100));
    }

    @Test
    void no_answers_at_all_have_no_score_and_no_level() {
        Scored scored = ANSWERS.scored();

        assertThat(scored.result().tree().total()).isEqualTo(new Score(null, 0, 100));
        assertThat(scored.overall().attained()).isNull();
        assertThat(scored.overall().possible()).isEqualTo(new LevelRange(1, 5));
    }

    @Test
    void answers_without_weight_give_no_score() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 0, requirement(1)),
                                ladder("y", 1, requirement(1))));

        assertThat(model.answers().rated(1, "d.x").scored().branch("d").score())
                .isEqualTo(new Score(null, 0, 100));
    }

    @Test
    void a_domain_without_an_answer_counts_as_the_first_level_in_the_overall_one() {
        Scored scored = ANSWERS.rated(1, "d").scored();

        // V in d, nothing in e: never more than one above I
        assertThat(scored.level("d")).isEqualTo(5);
        assertThat(scored.level()).isLessThanOrEqualTo(2);
        assertThat(scored.overall().possible().highest()).isEqualTo(5);
    }

    @Test
    void the_level_is_three_so_far_and_up_to_four() {
        Scored scored =
                TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3, 4, 4, 5))))
                        .answers()
                        .upTo(3, 1)
                        .rated(0.8, "d.x.4.1")
                        .rated(0.5, "d.x.5")
                        .scored();

        // IV: 0.4 so far, up to 0.9; V: 0.5
        assertThat(scored.level("d")).isEqualTo(3);
        assertThat(scored.grade("d").possible()).isEqualTo(new LevelRange(3, 4));
        assertThat(scored.share("d", 4)).isCloseTo(0.4, EXACT);
        assertThat(scored.grade("d").verdict(4).highestShare()).isCloseTo(0.9, EXACT);
        assertThat(scored.level()).isEqualTo(3);
        assertThat(scored.overall().possible()).isEqualTo(new LevelRange(3, 4));
        assertThat(scored.result().tree().coverage().missing()).isEqualTo(1);
    }
}
