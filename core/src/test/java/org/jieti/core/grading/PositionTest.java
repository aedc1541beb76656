package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.List;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Text;
import org.junit.jupiter.api.Test;

/// The level plus the part of the way to the next.
class PositionTest {
    private static final TestModel MODEL =
            TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));

    @Test
    void the_way_to_the_next_level_is_its_share_over_the_threshold() {
        Answers answers = MODEL.answers().all(0).upTo(2, 1);

        assertThat(answers.scored().position("d")).isEqualTo(2);
        assertThat(answers.at(3, 0.5).scored().position("d")).isCloseTo(2 + 0.5 / 0.8, EXACT);
        assertThat(answers.at(3, 0.5).scored().attained().position())
                .isCloseTo(2 + 0.5 / 0.8, EXACT);
    }

    @Test
    void only_the_next_level_counts() {
        assertThat(MODEL.answers().all(1).at(3, 0).scored().position("d")).isEqualTo(2);
    }

    @Test
    void what_is_done_towards_the_first_level_does_not_show() {
        assertThat(MODEL.answers().all(0).scored().position("d")).isEqualTo(1);
        assertThat(MODEL.answers().all(0).at(1, 0.5).scored().position("d")).isEqualTo(1);
    }

    @Test
    void a_level_held_back_stays_below_the_next() {
        TestModel model =
                TestModel.of(
                        domain(
                                "d",
                                1,
                                ladder("x", 0.9, requirements(1, 2, 3)),
                                ladder("g", 0.1, requirement(3).mandatory())));
        double position = model.answers().all(1).rated(0, "d.g").scored().position("d");

        // 0.9 / 0.8 would be more than the whole way
        assertThat(position).isLessThan(3).isCloseTo(3, EXACT);
    }

    @Test
    void the_top_is_the_number_of_levels() {
        assertThat(MODEL.answers().all(0.8).scored().position("d")).isEqualTo(5);
        TestModel three =
                TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3)))).levels(3);
        assertThat(three.answers().all(1).scored().position("d")).isEqualTo(3);
    }

    @Test
    void under_staged_and_band_the_way_is_measured_by_what_counts_as_satisfied() {
        Scored staged = MODEL.answers().all(0).upTo(2, 1).at(3, 0.5).scored("staged");
        Scored band = MODEL.answers().all(0).upTo(2, 1).at(3, 0.5).scored("band");

        assertThat(staged.position("d")).isCloseTo(2 + 0.5 / 0.8, EXACT);
        assertThat(band.position("d")).isCloseTo(2 + 0.5 / 0.8, EXACT);
    }

    @Test
    void under_another_threshold_the_way_is_measured_by_that() {
        Preset half = new Preset.Share("share-60", new Text("六成", "six tenths"), 0.6);
        TestModel model = MODEL.graded(new Grading(List.of(half), 0.8, 1));

        assertThat(model.answers().all(0).upTo(2, 1).at(3, 0.5).scored().position("d"))
                .isCloseTo(2 + 0.5 / 0.6, EXACT);
    }
}
