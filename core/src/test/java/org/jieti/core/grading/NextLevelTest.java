package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.List;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.grading.LevelLimit.Rule;
import org.jieti.core.grading.NextLevel.Failing;
import org.jieti.core.grading.NextLevel.Quantity;
import org.jieti.core.grading.NextLevel.Shortfall;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Scope;
import org.junit.jupiter.api.Test;

/// What is missing to the next level.
class NextLevelTest {
    private static final TestModel MODEL =
            TestModel.of(
                    domain(
                            "d",
                            1,
                            ladder("x", 0.6, requirements(1, 2, 2, 3, 4, 5)),
                            ladder("y", 0.4, requirements(1, 2, 3))));
    private static final Answers ANSWERS =
            MODEL.answers().climb("d.x", 1, 1, 0.5, 1, 0, 0).climb("d.y", 1, 0, 0.8);

    private static void assertShortfall(
            Shortfall shortfall, int level, Quantity quantity, double have, double need) {
        assertThat(shortfall.level()).isEqualTo(level);
        assertThat(shortfall.quantity()).isEqualTo(quantity);
        assertThat(shortfall.have()).isCloseTo(have, EXACT);
        assertThat(shortfall.need()).isCloseTo(need, EXACT);
        assertThat(shortfall.missing()).isCloseTo(need - have, EXACT);
    }

    private static List<String> ids(NextLevel next) {
        return next.failing().stream().map(failing -> failing.criterion().id().value()).toList();
    }

    @Test
    void under_share_it_is_points_of_a_share_and_the_criteria_behind_it() {
        NextLevel next = ANSWERS.scored().next("d");

        assertThat(next.level()).isEqualTo(2);
        // II: 0.6·(1 + 0.5)/2 + 0.4·0
        assertThat(next.shortfalls()).hasSize(1);
        assertShortfall(next.shortfalls().getFirst(), 2, Quantity.SHARE, 0.45, 0.8);
        // y lacks 0.4·1, x lacks 0.6·½·0.5
        assertThat(ids(next)).containsExactly("d.y.2", "d.x.2.2");
        assertThat(next.failing())
                .extracting(Failing::gain)
                .satisfiesExactly(
                        gain -> assertThat(gain).isCloseTo(0.4, EXACT),
                        gain -> assertThat(gain).isCloseTo(0.15, EXACT));
        assertThat(next.gates()).isEmpty();
        assertThat(next.limits()).isEmpty();
    }

    @Test
    void a_first_level_that_is_only_granted_is_missing_too() {
        NextLevel next = ANSWERS.rated(0.5, "d.x.1", "d.y.1").scored().next("d");

        assertThat(next.level()).isEqualTo(2);
        assertThat(next.shortfalls()).extracting(Shortfall::level).containsExactly(1, 2);
        assertThat(ids(next)).containsExactly("d.x.1", "d.y.1", "d.y.2", "d.x.2.2");
    }

    @Test
    void under_staged_it_is_a_number_of_criteria() {
        NextLevel next = ANSWERS.scored("staged").next("d");

        assertThat(next.shortfalls()).hasSize(1);
        // one of three at II is satisfied
        assertShortfall(next.shortfalls().getFirst(), 2, Quantity.CRITERIA, 1, 3);
        assertThat(ids(next)).containsExactly("d.y.2", "d.x.2.2");
    }

    @Test
    void under_band_it_is_points_of_the_score_and_every_criterion_up_to_the_level() {
        Answers answers = ANSWERS.rated(0.5, "d.y.1");
        NextLevel next = answers.scored("band").next("d");

        // C = 0.6·20·(1 + 0.75 + 1) + 0.4·(100/3)·(0.5 + 0 + 0.8), 33 + 17.33: A_II = 24 + 26.67
        assertThat(answers.scored("band").level("d")).isEqualTo(1);
        assertThat(next.shortfalls()).hasSize(1);
        assertShortfall(
                next.shortfalls().getFirst(), 2, Quantity.SCORE, 33 + 52 / 3.0, 24 + 80 / 3.0);
        assertThat(ids(next)).containsExactly("d.y.1", "d.y.2", "d.x.2.2");
    }

    @Test
    void closed_gates_that_would_hold_the_level_are_named() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 0.9, requirements(1, 2, 3, 4, 5)),
                                ladder(
                                        "g",
                                        0.1,
                                        requirement(3).mandatory(),
                                        requirement(4).veto(4, Scope.DOMAIN))));
        NextLevel next = model.answers().all(1).rated(0, "d.g").scored().next("d");

        // shares are met up to V; III is mandatory, and the veto allows IV
        assertThat(next.level()).isEqualTo(3);
        assertThat(next.shortfalls()).isEmpty();
        assertThat(next.failing()).isEmpty();
        assertThat(next.gates())
                .extracting(gate -> gate.criterion().id().value())
                .containsExactly("d.g.3");
    }

    @Test
    void limits_between_domains_that_would_hold_the_level_are_named() {
        TestModel model =
                TestModel.of(
                        domain("d", 0.9, ladder("x", 1, requirements(1, 2, 3, 4, 5))),
                        domain("e", 0.1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));
        NextLevel next = model.answers().all(1).rated(0, "e").scored().next();

        assertThat(next.level()).isEqualTo(3);
        assertThat(next.shortfalls()).isEmpty();
        assertThat(next.limits())
                .containsExactly(new LevelLimit(Rule.SPREAD, 2, List.of(new NodeId("e"))));
    }

    @Test
    void under_staged_the_overall_next_level_names_all_that_is_missing_below() {
        TestModel model =
                TestModel.of(
                        domain("d", 0.5, ladder("x", 1, requirements(1, 2, 3))),
                        domain("e", 0.5, ladder("x", 1, requirements(1, 2, 3))));
        NextLevel next = model.answers().all(1).rated(0, "d.x.1", "e.x.2").scored("staged").next();

        // I is only granted: one of two criteria there, and one of two at II
        assertThat(next.level()).isEqualTo(2);
        assertThat(next.shortfalls()).hasSize(2);
        assertShortfall(next.shortfalls().getFirst(), 1, Quantity.CRITERIA, 1, 2);
        assertShortfall(next.shortfalls().getLast(), 2, Quantity.CRITERIA, 1, 2);
        assertThat(ids(next)).containsExactly("d.x.1", "e.x.2");
    }

    @Test
    void under_staged_a_domain_held_back_by_its_gate_is_what_is_missing() {
        TestModel model =
                TestModel.of(
                        domain("d", 0.5, ladder("x", 1, requirements(1, 2, 3))),
                        domain(
                                "e",
                                0.5,
                                ladder(
                                        "x",
                                        1,
                                        requirement(1),
                                        requirement(2),
                                        requirement(3).veto(1, Scope.DOMAIN))));
        NextLevel next = model.answers().all(1).rated(0, "e.x.3").scored("staged").next();

        assertThat(next.level()).isEqualTo(2);
        assertThat(next.shortfalls()).isEmpty();
        assertThat(next.limits())
                .containsExactly(new LevelLimit(Rule.SPREAD, 1, List.of(new NodeId("e"))));
    }

    @Test
    void at_the_top_nothing_is_missing() {
        assertThat(MODEL.answers().all(1).scored().grade("d").next()).isNull();
    }

    @Test
    void what_the_next_level_asks_leads_there() {
        for (String preset : List.of("share-80", "staged", "band")) {
            Answers answers = ANSWERS;
            for (int level = answers.scored(preset).level("d"); level < 5; level++) {
                NextLevel next = answers.scored(preset).next("d");
                for (String id : ids(next)) {
                    answers = answers.rated(1, id);
                }
                assertThat(answers.scored(preset).level("d"))
                        .as(preset)
                        .isGreaterThanOrEqualTo(next.level());
                level = answers.scored(preset).level("d") - 1;
            }
        }
    }
}
