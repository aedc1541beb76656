package org.jieti.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.metric;
import static org.jieti.core.fixture.Tree.requirement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.Band;
import org.jieti.core.model.Band.Credit;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Limit;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Scope;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Text;
import org.jieti.core.model.Violation;
import org.junit.jupiter.api.Test;

/// Each rule that an assessment must keep, broken once.
class AssessmentRulesTest {
    private static final Text TEXT = new Text("文", "text");
    private static final MeasureId UPTIME = new MeasureId("uptime");
    private static final TestModel MODEL =
            TestModel.of(
                            domain(
                                    "d",
                                    1,
                                    ladder(
                                            "x",
                                            1,
                                            requirement(1).mandatory().alwaysApplicable(),
                                            requirement(2)
                                                    .veto(1, Scope.OVERALL)
                                                    .alwaysApplicable(),
                                            requirement(3),
                                            metric(4, "uptime", "iv"),
                                            requirement(5).mandatory())))
                    .measuring(
                            new Measure(
                                    UPTIME,
                                    TEXT,
                                    TEXT,
                                    "%",
                                    Direction.HIGHER,
                                    0,
                                    100,
                                    Map.of(
                                            "iv",
                                            new Band(
                                                    new Limit(Limit.Side.AT_LEAST, 99.9),
                                                    List.of(new Credit(90, 0), new Credit(99, 0.7)),
                                                    Standing.PROVISIONAL))));
    private static final Answers ANSWERS = MODEL.answers();

    private static List<Violation> check(Assessment assessment) {
        return AssessmentRules.check(MODEL.model(), MODEL.weights(), assessment);
    }

    private static List<Violation> measured(String measure, double value, String unit) {
        return check(ANSWERS.assessment().with(new MeasureId(measure), new Reading(value, unit)));
    }

    private static List<Violation> answered(String criterion, Answer answer) {
        return check(ANSWERS.assessment().with(new NodeId(criterion), answer));
    }

    @Test
    void a_sound_assessment_breaks_no_rule() {
        assertThat(ANSWERS.all(0.8).measured("uptime", 99.95).brokenRules()).isEmpty();
        assertThat(ANSWERS.brokenRules()).isEmpty();
    }

    @Test
    void assessment_model() {
        Assessment other =
                new Assessment(
                        new ModelId("test", "2"),
                        ANSWERS.assessment().unit(),
                        LocalDate.EPOCH,
                        Map.of(),
                        Map.of());

        assertThat(check(other))
                .containsExactly(
                        new Violation(
                                "assessment.model",
                                "model",
                                List.of(new ModelId("test", "2"), new ModelId("test", "1"))));
    }

    @Test
    void assessment_answer_unknown() {
        Answer answer = new Answer.Unanswered();

        assertThat(answered("d.x.6", answer))
                .containsExactly(
                        new Violation(
                                "assessment.answer.unknown",
                                "d.x.6",
                                List.of(
                                        new NodeId("d.x.6"),
                                        MODEL.model().id(),
                                        "d.x.1, d.x.2, d.x.3, d.x.4, d.x.5")));
        assertThat(answered("nowhere", answer))
                .extracting(Violation::rule)
                .containsExactly("assessment.answer.unknown");
        // a ladder is not answered, only its criteria are
        assertThat(answered("d.x", answer)).extracting(Violation::subject).containsExactly("d.x");
    }

    @Test
    void assessment_na_refused() {
        assertThat(ANSWERS.notApplicable("d.x.1").brokenRules())
                .containsExactly("assessment.na.refused");
        assertThat(ANSWERS.notApplicable("d.x.2").brokenRules())
                .containsExactly("assessment.na.refused");
    }

    @Test
    void a_mandatory_criterion_may_be_not_applicable_where_the_model_allows_it() {
        assertThat(ANSWERS.notApplicable("d.x.5").brokenRules()).isEmpty();
    }

    @Test
    void assessment_na_cap() {
        assertThat(ANSWERS.notApplicable("d.x.3", "d.x.4").brokenRules())
                .containsExactly("assessment.na.cap");
    }

    @Test
    void assessment_answer_metric() {
        assertThat(answered("d.x.4", new Answer.Rated(MODEL.model().ratings().best(), "")))
                .containsExactly(
                        new Violation(
                                "assessment.answer.metric",
                                "d.x.4",
                                List.of(new NodeId("d.x.4"), UPTIME)));
    }

    @Test
    void a_metric_may_lack_evidence_or_be_not_applicable() {
        assertThat(answered("d.x.4", new Answer.InsufficientEvidence("no log"))).isEmpty();
        assertThat(answered("d.x.4", new Answer.NotApplicable("no service"))).isEmpty();
        assertThat(answered("d.x.4", new Answer.Unanswered())).isEmpty();
    }

    @Test
    void assessment_rating_scale() {
        // the right name with another value is not the model's rating
        assertThat(answered("d.x.1", new Answer.Rated(new Rating("r80", TEXT, 0.9), "")))
                .containsExactly(
                        new Violation(
                                "assessment.rating.scale",
                                "d.x.1",
                                List.of(new NodeId("d.x.1"), "r80", "r100, r80, r50, r0")));
    }

    @Test
    void assessment_measure_unknown() {
        assertThat(measured("downtime", 1, "%"))
                .containsExactly(
                        new Violation(
                                "assessment.measure.unknown",
                                "downtime",
                                List.of(new MeasureId("downtime"), MODEL.model().id(), "uptime")));
    }

    @Test
    void assessment_measure_unit() {
        assertThat(measured("uptime", 0.999, ""))
                .containsExactly(
                        new Violation(
                                "assessment.measure.unit", "uptime", List.of(UPTIME, "", "%")));
    }

    @Test
    void assessment_measure_range() {
        assertThat(measured("uptime", 100.1, "%"))
                .containsExactly(
                        new Violation(
                                "assessment.measure.range",
                                "uptime",
                                List.of(UPTIME, 100.1, 0.0, 100.0, "%")));
        assertThat(measured("uptime", -0.1, "%"))
                .extracting(Violation::rule)
                .containsExactly("assessment.measure.range");
        assertThat(measured("uptime", 0, "%")).isEmpty();
        assertThat(measured("uptime", 100, "%")).isEmpty();
    }

    @Test
    void all_violations_come_at_once_in_a_stable_order() {
        Assessment broken =
                ANSWERS.notApplicable("d.x.2", "d.x.1")
                        .assessment()
                        .with(new MeasureId("b"), new Reading(1, ""))
                        .with(new MeasureId("a"), new Reading(1, ""));

        assertThat(check(broken))
                .extracting(Violation::subject)
                .containsExactly("d.x.1", "d.x.2", "a", "b", "d");
    }

    @Test
    void values_that_no_assessment_may_hold_are_refused_where_they_arise() {
        assertThatThrownBy(() -> new Reading(Double.NaN, "%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Answer.NotApplicable(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason");
    }
}
