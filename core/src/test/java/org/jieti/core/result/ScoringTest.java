package org.jieti.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.Map;
import org.jieti.core.Engine;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Violation;
import org.junit.jupiter.api.Test;

/// The one place where an assessment becomes a result.
class ScoringTest {
    private static final TestModel MODEL =
            TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3, 4, 5))));

    @Test
    void a_result_records_what_it_rests_on() {
        Answers answers = MODEL.answers().all(1);
        Result result = answers.scored("band").result();

        assertThat(result.engineVersion()).isEqualTo(Engine.VERSION);
        assertThat(result.model()).isSameAs(MODEL.model());
        assertThat(result.weights()).isSameAs(MODEL.weights());
        assertThat(result.preset()).isSameAs(TestModel.BAND);
        assertThat(result.assessment()).isSameAs(answers.assessment());
        assertThat(result.domain(new NodeId("e"))).isNull();
    }

    @Test
    void the_default_preset_is_the_first() {
        assertThat(MODEL.answers().all(1).scored().result().preset()).isSameAs(TestModel.SHARE_80);
    }

    @Test
    void weights_are_judged_before_answers() {
        TestModel wrong = MODEL.weighed(Map.of("d.x", 0.9));
        Answers answers = MODEL.answers().notApplicable("d.x.4", "d.x.5");

        assertThat(Scoring.check(wrong.model(), wrong.weights(), answers.assessment()))
                .extracting(Violation::rule)
                .containsExactly("weights.sum");
        assertThat(Scoring.check(MODEL.model(), MODEL.weights(), answers.assessment()))
                .extracting(Violation::rule)
                .containsExactly("assessment.na.cap");
        assertThat(Scoring.check(MODEL.model(), MODEL.weights(), MODEL.answers().assessment()))
                .isEmpty();
    }

    @Test
    void what_breaks_a_rule_is_not_scored() {
        Answers answers = MODEL.answers().notApplicable("d.x.4", "d.x.5");

        assertThatThrownBy(answers::scored)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("assessment.na.cap");
    }

    @Test
    void the_same_input_gives_the_same_result() {
        Answers answers = MODEL.answers().climb("d.x", 1, 0.8, 0.5, 0, 0);

        assertThat(answers.scored().result()).isEqualTo(answers.scored().result());
    }
}
