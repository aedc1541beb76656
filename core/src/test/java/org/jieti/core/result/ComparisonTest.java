package org.jieti.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.List;
import java.util.Map;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.result.Comparison.Moved;
import org.junit.jupiter.api.Test;

/// What moved between two results, and that it adds up.
class ComparisonTest {
    private static final TestModel MODEL =
            TestModel.of(
                            domain(
                                    "d",
                                    0.6,
                                    ladder("x", 0.5, requirements(1, 2)),
                                    ladder("y", 0.5, requirements(1, 2))),
                            domain("e", 0.4, ladder("z", 1, requirements(1, 2))))
                    .notApplicableUpTo(1);
    private static final Answers BEFORE = MODEL.answers().all(0.5);

    private static Comparison compare(Answers before, Answers after) {
        return Comparison.of(before.scored().result(), after.scored().result());
    }

    private static List<String> ids(Comparison comparison) {
        return comparison.moved().stream().map(moved -> moved.id().value()).toList();
    }

    private static void assertAddsUp(Comparison comparison) {
        assertThat(comparison.moved().stream().mapToDouble(Moved::change).sum())
                .isCloseTo(comparison.totalChange(), EXACT);
        for (Moved moved : comparison.moved()) {
            assertThat(moved.byFulfilment() + moved.byWeight()).isCloseTo(moved.change(), EXACT);
        }
    }

    @Test
    void movements_of_criteria_add_up_to_the_movement_of_the_total() {
        Comparison comparison = compare(BEFORE, BEFORE.rated(1, "d.x.1").rated(0, "e.z.2"));

        // d.x.1 is worth 0.6·0.5·50 = 15 points of T, e.z.2 0.4·50 = 20: 15·0.5 − 20·0.5
        assertThat(comparison.totalChange()).isCloseTo(7.5 - 10, EXACT);
        assertThat(ids(comparison)).containsExactly("e.z.2", "d.x.1");
        assertThat(comparison.moved().getFirst().change()).isCloseTo(-10, EXACT);
        assertThat(comparison.moved().getFirst().byWeight()).isCloseTo(0, EXACT);
        assertAddsUp(comparison);
    }

    @Test
    void the_movement_of_each_domain_is_given() {
        Comparison comparison = compare(BEFORE, BEFORE.rated(1, "d.x.1").rated(0, "e.z.2"));

        assertThat(comparison.domains()).hasSize(2);
        // 0.5·50·0.5 and −50·0.5
        assertThat(comparison.domains().getFirst().scoreChange()).isCloseTo(12.5, EXACT);
        assertThat(comparison.domains().getLast().scoreChange()).isCloseTo(-25, EXACT);
        assertThat(comparison.domains().getFirst().id().value()).isEqualTo("d");
    }

    @Test
    void what_becomes_not_applicable_moves_its_weight() {
        Comparison comparison =
                compare(BEFORE.rated(1, "d.y"), BEFORE.rated(1, "d.y").notApplicable("d.x"));

        // d.x falls from 0.6·0.5·50 = 15 to 0, d.y rises from 30 to 60
        assertThat(comparison.totalChange()).isCloseTo(-15 + 30, EXACT);
        assertThat(ids(comparison)).containsExactly("d.y.1", "d.y.2", "d.x.1", "d.x.2");
        assertThat(comparison.moved().getFirst().byWeight()).isCloseTo(15, EXACT);
        assertThat(comparison.moved().getFirst().byFulfilment()).isCloseTo(0, EXACT);
        assertAddsUp(comparison);
    }

    @Test
    void a_domain_that_becomes_not_applicable_still_adds_up() {
        Comparison comparison = compare(BEFORE.rated(1, "e"), BEFORE.notApplicable("e"));

        // 0.6·50 + 0.4·100 = 70, then 50
        assertThat(comparison.totalChange()).isCloseTo(-20, EXACT);
        assertThat(comparison.domains().getLast().scoreChange()).isCloseTo(-100, EXACT);
        assertAddsUp(comparison);
    }

    @Test
    void other_weights_move_the_total_too() {
        Answers before = BEFORE.rated(1, "e");
        Answers after =
                new Answers(
                        MODEL.weighed(Map.of("d", 0.3, "e", 0.7)),
                        before.rated(0.8, "d").assessment());
        Comparison comparison = compare(before, after);

        // 0.6·50 + 0.4·100 = 70; 0.3·80 + 0.7·100 = 94
        assertThat(comparison.totalChange()).isCloseTo(24, EXACT);
        // each of d's four: weight 0.15 → 0.075, fulfilment 0.5 → 0.8
        Moved moved =
                comparison.moved().stream()
                        .filter(each -> each.id().value().equals("d.x.1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(moved.byFulfilment()).isCloseTo(100 * 0.1125 * 0.3, EXACT);
        assertThat(moved.byWeight()).isCloseTo(100 * -0.075 * 0.65, EXACT);
        assertAddsUp(comparison);
    }

    @Test
    void an_answer_that_arrives_without_moving_the_score_is_shown() {
        Comparison comparison = compare(BEFORE.unanswered("d.x.1"), BEFORE.rated(0, "d.x.1"));

        assertThat(ids(comparison)).containsExactly("d.x.1");
        assertThat(comparison.totalChange()).isZero();
    }

    @Test
    void where_nothing_changed_nothing_moved() {
        assertThat(compare(BEFORE, BEFORE).moved()).isEmpty();
        assertThat(compare(BEFORE, BEFORE).totalChange()).isZero();
    }

    @Test
    void results_of_different_model_versions_do_not_compare() {
        MaturityModel model = MODEL.model();
        MaturityModel next =
                new MaturityModel(
                        new ModelId("test", "2"),
                        model.name(),
                        model.summary(),
                        model.disclaimer(),
                        model.levels(),
                        model.ratings(),
                        model.measures(),
                        model.domains(),
                        model.grading(),
                        model.notApplicableCap(),
                        model.effortCost());
        Result before = BEFORE.scored().result();
        Result after =
                new Result(
                        before.engineVersion(),
                        next,
                        before.weights(),
                        before.preset(),
                        before.assessment(),
                        before.tree(),
                        before.domains(),
                        before.overall());

        assertThatThrownBy(() -> Comparison.of(before, after))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test@1")
                .hasMessageContaining("test@2");
    }
}
