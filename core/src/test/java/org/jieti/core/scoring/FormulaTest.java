package org.jieti.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.equal;
import static org.jieti.core.fixture.Tree.indicator;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;

import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.junit.jupiter.api.Test;

/// `C = Σ_i w_i · (Σ_j w_ij · Σ_k s_ijk)` and `T = Σ_d W_d · C_d`, by hand.
class FormulaTest {
    private static final TestModel MODEL =
            TestModel.of(
                    domain(
                            "d",
                            0.3,
                            indicator(
                                    "i",
                                    0.6,
                                    ladder("x", 0.25, requirements(1, 2, 3, 4, 5)),
                                    ladder("y", 0.75, requirements(1, 2, 3, 4, 5))),
                            indicator("k", 0.4, ladder("z", 1, requirements(1, 2, 3, 4, 5)))),
                    domain("e", 0.7, ladder("j", 1, requirements(1, 2, 3, 4, 5))));

    private static final Scored SCORED =
            MODEL.answers()
                    .climb("d.i.x", 1, 1, 0.8, 0.5, 0)
                    .climb("d.i.y", 1, 0.8, 0.5, 0, 0)
                    .climb("d.k.z", 1, 1, 1, 1, 0.8)
                    .climb("e.j", 1, 0.5, 0.5, 0, 0)
                    .scored();

    @Test
    void the_score_of_a_ladder_is_the_sum_of_points_times_fulfilment() {
        assertThat(SCORED.score("d.i.x")).isCloseTo(20 * (1 + 1 + 0.8 + 0.5), EXACT); // 66
        assertThat(SCORED.score("d.i.y")).isCloseTo(20 * (1 + 0.8 + 0.5), EXACT); // 46
        assertThat(SCORED.score("d.k.z")).isCloseTo(20 * (1 + 1 + 1 + 1 + 0.8), EXACT); // 96
    }

    @Test
    void the_score_of_a_first_level_indicator_weighs_its_ladders() {
        assertThat(SCORED.score("d.i")).isCloseTo(0.25 * 66 + 0.75 * 46, EXACT); // 51
    }

    @Test
    void the_score_of_a_domain_weighs_its_first_level_indicators() {
        assertThat(SCORED.score("d")).isCloseTo(0.6 * 51 + 0.4 * 96, EXACT); // 69
        assertThat(SCORED.score("e")).isCloseTo(20 * (1 + 0.5 + 0.5), EXACT); // 40
    }

    @Test
    void the_total_weighs_the_domains() {
        assertThat(SCORED.total()).isCloseTo(0.3 * 69 + 0.7 * 40, EXACT); // 48.7
    }

    @Test
    void everything_met_scores_100_and_nothing_met_scores_0() {
        assertThat(MODEL.answers().all(1).scored().total()).isCloseTo(100, EXACT);
        assertThat(MODEL.answers().all(0).scored().total()).isZero();
    }

    @Test
    void the_derivation_gives_each_criterion_its_points_weight_and_contribution() {
        CriterionScore criterion = SCORED.criterion("d.i.y.2");

        assertThat(criterion.points()).isCloseTo(20, EXACT);
        assertThat(criterion.statedPoints()).isCloseTo(20, EXACT);
        assertThat(criterion.earned()).isCloseTo(20 * 0.8, EXACT);
        assertThat(criterion.weightInDomain()).isCloseTo(0.6 * 0.75 * 0.2, EXACT);
        assertThat(criterion.effectiveWeight()).isCloseTo(0.3 * 0.6 * 0.75 * 0.2, EXACT);
        assertThat(criterion.contributionToDomain()).isCloseTo(0.6 * 0.75 * 16, EXACT);
        assertThat(criterion.contribution()).isCloseTo(0.3 * 0.6 * 0.75 * 16, EXACT);
    }

    @Test
    void the_derivation_gives_each_indicator_its_weights_and_contribution() {
        BranchScore ladder = SCORED.branch("d.i.y");

        assertThat(ladder.weight()).isEqualTo(0.75);
        assertThat(ladder.appliedWeight()).isEqualTo(0.75);
        assertThat(ladder.weightInDomain()).isCloseTo(0.6 * 0.75, EXACT);
        assertThat(ladder.effectiveWeight()).isCloseTo(0.3 * 0.6 * 0.75, EXACT);
        assertThat(ladder.contributionToDomain()).isCloseTo(0.6 * 0.75 * 46, EXACT);
        assertThat(ladder.contribution()).isCloseTo(0.3 * 0.6 * 0.75 * 46, EXACT);
        assertThat(SCORED.branch("e").contribution()).isCloseTo(0.7 * 40, EXACT);
    }

    @Test
    void a_deeper_tree_multiplies_the_weights_on_the_way() {
        TestModel deep =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                indicator(
                                        "a",
                                        0.5,
                                        indicator(
                                                "b",
                                                0.4,
                                                ladder("c", 0.3, requirement(1)),
                                                ladder("e", 0.7, requirement(1))),
                                        ladder("f", 0.6, requirement(1))),
                                ladder("g", 0.5, requirement(1))));

        // 0.5·0.4·0.3·100·1 + 0.5·100·0.5, nothing else
        assertThat(deep.answers().all(0).rated(1, "d.a.b.c").rated(0.5, "d.g").scored().score("d"))
                .isCloseTo(6 + 25, EXACT);
    }

    @Test
    void an_indicator_of_weight_zero_takes_part_and_adds_nothing() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 0, requirement(1)),
                                ladder("y", 1, requirement(1))));
        Scored scored = model.answers().rated(1, "d.x").rated(0.5, "d.y").scored();

        assertThat(scored.score("d")).isCloseTo(0 * 100 + 1 * 50, EXACT);
        assertThat(scored.score("d.x")).isCloseTo(100, EXACT);
        assertThat(scored.branch("d.x").isExcluded()).isFalse();
    }

    @Test
    void a_model_without_levels_is_scored_and_has_no_grades() {
        TestModel model =
                TestModel.withoutLevels(
                        domain(
                                "d",
                                1,
                                equal(
                                        "t",
                                        1,
                                        requirement(0),
                                        requirement(0),
                                        requirement(0),
                                        requirement(0))));
        Scored scored = model.answers().climb("d.t", 1, 0.8, 0.5, 0).scored();

        assertThat(scored.total()).isCloseTo(25 * (1 + 0.8 + 0.5), EXACT);
        assertThat(scored.result().overall()).isNull();
        assertThat(scored.result().preset()).isNull();
        assertThat(scored.result().domains()).allMatch(domain -> domain.grade() == null);
    }
}
