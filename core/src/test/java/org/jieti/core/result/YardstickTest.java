package org.jieti.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightSet;
import org.junit.jupiter.api.Test;

/// What was checked can be scored, and nothing else can.
class YardstickTest {
    private static final TestModel MODEL =
            TestModel.of(domain("d", 1, ladder("x", 1, requirement(1), requirement(2))));
    private static final Assessment SOUND = MODEL.answers().all(1).assessment();

    @Test
    void what_keeps_the_rules_is_scored_as_it_stands() {
        Yardstick yardstick = Yardstick.of(MODEL.model(), MODEL.weights());

        ScoringInput input = yardstick.accept(SOUND, violation -> {});

        assertThat(input).isNotNull();
        assertThat(Scoring.score(input))
                .isEqualTo(Scoring.score(MODEL.model(), MODEL.weights(), SOUND));
    }

    @Test
    void what_breaks_rules_is_no_input_and_every_violation_is_told() {
        Assessment broken =
                SOUND.with(new NodeId("d.x.3"), new Answer.Unanswered())
                        .with(new NodeId("d.x.4"), new Answer.Unanswered());
        List<Violation> told = new ArrayList<>();
        Yardstick yardstick = Yardstick.of(MODEL.model(), MODEL.weights());

        assertThat(yardstick.accept(broken, told::add)).isNull();

        assertThat(told)
                .extracting(Violation::rule)
                .containsExactly("assessment.answer.unknown", "assessment.answer.unknown");
        assertThatThrownBy(() -> Scoring.score(yardstick, broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("d.x.3")
                .hasMessageContaining("d.x.4");
    }

    @Test
    void a_weight_set_that_breaks_rules_or_a_preset_out_of_place_makes_none() {
        WeightSet sound = MODEL.weights();
        WeightSet lacking =
                new WeightSet(
                        sound.id(),
                        sound.model(),
                        sound.name(),
                        sound.status(),
                        sound.method(),
                        sound.provenance(),
                        Map.of(new NodeId("d"), 1.0));

        assertThatThrownBy(() -> Yardstick.of(MODEL.model(), lacking))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights.missing");
        assertThatThrownBy(() -> Yardstick.of(MODEL.model(), sound, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Preset null");
    }
}
