package org.jieti.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.metric;
import static org.jieti.core.fixture.Tree.requirement;

import java.util.List;
import java.util.Map;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.Band;
import org.jieti.core.model.Band.Credit;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Limit;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Text;
import org.junit.jupiter.api.Test;

/// A measure is entered once and read by two rungs, each through its own band.
class MetricsTest {
    private static final Text TEXT = new Text("能效", "power usage effectiveness");
    private static final Measure PUE =
            new Measure(
                    new MeasureId("pue"),
                    TEXT,
                    TEXT,
                    "",
                    Direction.LOWER,
                    1,
                    5,
                    Map.of("iv", below(1.5, 2.0), "v", below(1.2, 1.5)));

    /// No credit at `from`, 0.7 just before the limit.
    private static Band below(double limit, double from) {
        return new Band(
                new Limit(Limit.Side.BELOW, limit),
                List.of(new Credit(from, 0), new Credit(limit, 0.7)),
                Standing.STATED);
    }

    private static final Answers ANSWERS =
            TestModel.of(
                            domain(
                                    "d",
                                    1,
                                    ladder(
                                            "x",
                                            1,
                                            requirement(1),
                                            metric(4, "pue", "iv"),
                                            metric(5, "pue", "v"))))
                    .measuring(PUE)
                    .notApplicableUpTo(1)
                    .answers()
                    .rated(1, "d.x.1");

    @Test
    void one_reading_answers_every_rung_that_reads_it() {
        Scored scored = ANSWERS.measured("pue", 1.35).scored();

        assertThat(scored.fulfilment("d.x.4")).isEqualTo(1);
        // 0.7 · (1.5 − 1.35) / (1.5 − 1.2)
        assertThat(scored.fulfilment("d.x.5")).isCloseTo(0.35, EXACT);
        // {I, IV, V}: 20·1 + 60·1 + 20·0.35
        assertThat(scored.score("d")).isCloseTo(20 + 60 + 7, EXACT);
        assertThat(scored.branch("d").coverage().answeredShare()).isCloseTo(1, EXACT);
    }

    @Test
    void a_strict_limit_fails_at_the_limit() {
        assertThat(ANSWERS.measured("pue", 1.5).scored().fulfilment("d.x.4")).isCloseTo(0.7, EXACT);
        assertThat(ANSWERS.measured("pue", 1.4999).scored().fulfilment("d.x.4")).isEqualTo(1);
        assertThat(ANSWERS.measured("pue", 1.2).scored().fulfilment("d.x.5")).isCloseTo(0.7, EXACT);
        assertThat(ANSWERS.measured("pue", 1.1999).scored().fulfilment("d.x.5")).isEqualTo(1);
    }

    @Test
    void a_measure_not_reported_is_unanswered_wherever_it_is_read() {
        Scored scored = ANSWERS.scored();

        assertThat(scored.criterion("d.x.4").state()).isEqualTo(AnswerState.UNANSWERED);
        assertThat(scored.criterion("d.x.5").state()).isEqualTo(AnswerState.UNANSWERED);
        assertThat(scored.branch("d").score()).isEqualTo(new Score(20.0, 20, 100));
    }

    @Test
    void insufficient_evidence_for_one_rung_leaves_the_reading_to_the_other() {
        Scored scored = ANSWERS.measured("pue", 1.1).insufficient("d.x.5").scored();

        assertThat(scored.fulfilment("d.x.4")).isEqualTo(1);
        assertThat(scored.criterion("d.x.5").state()).isEqualTo(AnswerState.INSUFFICIENT);
        assertThat(scored.fulfilment("d.x.5")).isZero();
    }

    @Test
    void a_metric_may_be_not_applicable() {
        Scored scored = ANSWERS.measured("pue", 1.35).notApplicable("d.x.5").scored();

        // {I, IV}: 25·1 + 75·1
        assertThat(scored.score("d")).isCloseTo(100, EXACT);
    }
}
