package org.jieti.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.equal;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.state;

import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.fixture.Tree.Leaf;
import org.junit.jupiter.api.Test;

/// A state is replaced by a better one, and is not held against a unit that has climbed on.
class StatesTest {

    private static Answers onLadder(Leaf... criteria) {
        return TestModel.of(domain("d", 1, ladder("x", 1, criteria)))
                .notApplicableUpTo(1)
                .answers();
    }

    @Test
    void a_state_earns_what_the_higher_rung_earns_when_that_is_more() {
        Scored scored = onLadder(state(1), requirement(2)).climb("d.x", 0, 0.5).scored();

        assertThat(scored.fulfilment("d.x.1")).isEqualTo(0.5);
        assertThat(scored.criterion("d.x.1").fulfilment().own()).isZero();
        assertThat(scored.criterion("d.x.1").state()).isEqualTo(AnswerState.RATED);
        assertThat(scored.score("d")).isCloseTo(50 * 0.5 + 50 * 0.5, EXACT);
    }

    @Test
    void a_state_keeps_its_own_rating_when_that_is_more() {
        Scored scored = onLadder(state(1), requirement(2)).climb("d.x", 0.8, 0.5).scored();

        assertThat(scored.fulfilment("d.x.1")).isEqualTo(0.8);
        assertThat(scored.score("d")).isCloseTo(50 * 0.8 + 50 * 0.5, EXACT);
    }

    @Test
    void a_state_is_settled_once_the_higher_rung_is_satisfied() {
        Scored scored = onLadder(state(1), requirement(2)).climb("d.x", 0, 0.8).scored();

        assertThat(scored.fulfilment("d.x.1")).isEqualTo(1);
        assertThat(scored.criterion("d.x.1").state()).isEqualTo(AnswerState.SETTLED);
        assertThat(scored.score("d")).isCloseTo(50 * 1 + 50 * 0.8, EXACT);
    }

    @Test
    void the_mean_of_the_higher_rung_decides() {
        // (1 + 0.5) / 2 = 0.75 does not settle, (1 + 0.5 + 1) / 3 = 0.83 does
        Scored below =
                onLadder(state(1), requirement(2), requirement(2)).climb("d.x", 0, 1, 0.5).scored();
        Scored above =
                onLadder(state(1), requirement(2), requirement(2), requirement(2))
                        .climb("d.x", 0, 1, 0.5, 1)
                        .scored();

        assertThat(below.fulfilment("d.x.1")).isCloseTo(0.75, EXACT);
        assertThat(above.fulfilment("d.x.1")).isEqualTo(1);
    }

    @Test
    void a_missing_answer_above_counts_as_nothing_in_the_mean() {
        Scored scored =
                onLadder(state(1), requirement(2), requirement(2))
                        .rated(0, "d.x.1")
                        .rated(1, "d.x.2.1")
                        .scored();

        assertThat(scored.fulfilment("d.x.1")).isCloseTo((1 + 0) / 2.0, EXACT);
    }

    @Test
    void what_is_not_applicable_above_is_left_out_of_the_mean() {
        Scored scored =
                onLadder(state(1), requirement(2), requirement(2))
                        .climb("d.x", 0, 1, 0)
                        .notApplicable("d.x.2.2")
                        .scored();

        assertThat(scored.fulfilment("d.x.1")).isEqualTo(1);
    }

    @Test
    void the_best_of_all_higher_rungs_decides_not_the_next() {
        assertThat(
                        onLadder(state(1), requirement(2), requirement(3))
                                .climb("d.x", 0, 0.5, 0.8)
                                .scored()
                                .fulfilment("d.x.1"))
                .isEqualTo(1);
        assertThat(
                        onLadder(state(1), requirement(2), requirement(3))
                                .climb("d.x", 0, 0.5, 0)
                                .scored()
                                .fulfilment("d.x.1"))
                .isEqualTo(0.5);
    }

    @Test
    void a_lower_rung_never_helps_a_state() {
        assertThat(
                        onLadder(requirement(1), state(2), requirement(3))
                                .climb("d.x", 1, 0, 0)
                                .scored()
                                .fulfilment("d.x.2"))
                .isZero();
    }

    @Test
    void a_chain_of_states_is_settled_from_the_top() {
        Scored settled = onLadder(state(1), state(2), requirement(3)).rated(0.8, "d.x.3").scored();
        Scored partly = onLadder(state(1), state(2), requirement(3)).rated(0.5, "d.x.3").scored();

        assertThat(settled.fulfilment("d.x.1")).isEqualTo(1);
        assertThat(settled.fulfilment("d.x.2")).isEqualTo(1);
        assertThat(partly.fulfilment("d.x.1")).isEqualTo(0.5);
        assertThat(partly.fulfilment("d.x.2")).isEqualTo(0.5);
    }

    @Test
    void a_state_raised_from_above_counts_in_the_mean_of_its_own_rung() {
        // III gives 0.75; rung II is (max(0.5, 0.75) + 1) / 2 = 0.875, which settles I
        Scored scored =
                onLadder(state(1), state(2), requirement(2), requirement(3), requirement(3))
                        .climb("d.x", 0, 0.5, 1, 1, 0.5)
                        .scored();

        assertThat(scored.fulfilment("d.x.2.1")).isCloseTo(0.75, EXACT);
        assertThat(scored.fulfilment("d.x.1")).isEqualTo(1);
        assertThat(scored.criterion("d.x.1").state()).isEqualTo(AnswerState.SETTLED);
    }

    @Test
    void a_requirement_is_not_replaced() {
        assertThat(
                        onLadder(requirement(1), requirement(2))
                                .climb("d.x", 0, 1)
                                .scored()
                                .fulfilment("d.x.1"))
                .isZero();
    }

    @Test
    void a_state_without_an_answer_counts_as_answered_once_settled() {
        Answers answers = onLadder(state(1), requirement(2));
        Coverage settled = answers.rated(0.8, "d.x.2").scored().branch("d").coverage();
        Coverage open = answers.rated(0.5, "d.x.2").scored().branch("d").coverage();

        assertThat(settled).isEqualTo(new Coverage(1, 0, 0, 2, 0, 0, 0));
        // it earns 0.5 already, and still waits for its answer
        assertThat(open).isEqualTo(new Coverage(0.5, 0, 0.5, 1, 0, 1, 0));
    }

    @Test
    void a_state_without_sufficient_evidence_counts_as_answered_once_settled() {
        Scored scored =
                onLadder(state(1), requirement(2))
                        .insufficient("d.x.1")
                        .rated(0.8, "d.x.2")
                        .scored();

        assertThat(scored.criterion("d.x.1").state()).isEqualTo(AnswerState.SETTLED);
        assertThat(scored.branch("d").coverage().insufficient()).isZero();
    }

    @Test
    void a_state_that_is_not_applicable_stays_so() {
        Scored scored =
                onLadder(state(1), requirement(2))
                        .rated(0.8, "d.x.2")
                        .notApplicable("d.x.1")
                        .scored();

        assertThat(scored.criterion("d.x.1").state()).isEqualTo(AnswerState.NOT_APPLICABLE);
        assertThat(scored.score("d")).isCloseTo(100 * 0.8, EXACT);
    }

    @Test
    void an_open_state_can_still_be_rated_best_but_not_worse_than_what_replaces_it() {
        Score score =
                onLadder(state(1), requirement(2)).rated(0.5, "d.x.2").scored().branch("d").score();

        // 50·0.5 + 50·0.5 now and at worst; 50·1 + 50·0.5 at best
        assertThat(score).isEqualTo(new Score(50.0, 50.0, 75.0));
    }

    @Test
    void without_levels_nothing_is_settled() {
        TestModel model =
                TestModel.withoutLevels(domain("d", 1, equal("x", 1, state(0), requirement(0))));

        assertThat(model.answers().climb("d.x", 0, 1).scored().fulfilment("d.x.0.1")).isZero();
    }
}
