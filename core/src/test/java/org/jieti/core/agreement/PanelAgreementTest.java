package org.jieti.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Unit;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.fixture.Tree;
import org.jieti.core.model.Band;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Limit;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Text;
import org.jieti.core.result.Scoring;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

class PanelAgreementTest {
    private static final TestModel MODEL = TestModel.likeDgimm();

    /// Rates one criterion of [#MODEL] per rater; the scale is 1, 0.8, 0.5, 0.
    private static Opinions rated(double... fulfilments) {
        return opinions(
                Arrays.stream(fulfilments)
                        .mapToObj(each -> MODEL.answers().rated(each, "d1.i.a.1"))
                        .toArray(Answers[]::new));
    }

    private static Opinions opinions(Answers... raters) {
        return of(raters).opinions().getFirst();
    }

    private static PanelAgreement of(Answers... raters) {
        List<Rater> panel = new ArrayList<>();
        for (Answers answers : raters) {
            panel.add(new Rater("e" + (panel.size() + 1), answers.assessment()));
        }
        return PanelAgreement.of(new Panel(raters[0].test().model(), panel), 1);
    }

    private static double median(Opinions opinions) {
        assertThat(opinions.median()).isNotNull();
        return opinions.median() == null ? -1 : opinions.median().fulfilment();
    }

    @Test
    void the_median_of_an_odd_number_is_the_middle_one() {
        assertThat(median(rated(1, 0, 0.8))).isEqualTo(0.8);
        assertThat(median(rated(0.5))).isEqualTo(0.5);
    }

    @Test
    void the_median_of_an_even_number_is_the_lower_of_the_two_in_the_middle() {
        assertThat(median(rated(1, 0.8))).isEqualTo(0.8);
        assertThat(median(rated(1, 1, 0.5, 0))).isEqualTo(0.5);
    }

    @Test
    void a_spread_of_one_step_needs_no_discussion_and_of_two_does() {
        assertThat(rated(1, 0.8, 1).disputes()).isEmpty();
        assertThat(rated(0.5, 0).disputes()).isEmpty();
        assertThat(rated(1, 0.8, 0.5).disputes()).containsExactly(Dispute.SPREAD);
        assertThat(rated(1, 0.8, 0.5).spread()).isEqualTo(2);
        assertThat(rated(0, 1).spread()).isEqualTo(3);
    }

    @Test
    void missing_and_not_applicable_are_not_averaged() {
        Opinions opinions =
                opinions(
                        MODEL.answers().rated(1, "d1.i.a.1"),
                        MODEL.answers().notApplicable("d1.i.a.1"),
                        MODEL.answers());
        assertThat(median(opinions)).isEqualTo(1);
        assertThat(opinions.spread()).isEqualTo(0);
    }

    @Test
    void a_criterion_that_does_not_apply_to_some_must_be_discussed_although_ratings_agree() {
        assertThat(
                        opinions(
                                        MODEL.answers().rated(1, "d1.i.a.1"),
                                        MODEL.answers().notApplicable("d1.i.a.1"))
                                .disputes())
                .containsExactly(Dispute.APPLICABILITY);
    }

    @Test
    void evidence_that_is_enough_for_some_only_must_be_discussed() {
        assertThat(
                        opinions(
                                        MODEL.answers().rated(1, "d1.i.a.1"),
                                        MODEL.answers().insufficient("d1.i.a.1"))
                                .disputes())
                .containsExactly(Dispute.EVIDENCE);
    }

    @Test
    void an_answer_missing_is_no_dispute() {
        assertThat(opinions(MODEL.answers().rated(1, "d1.i.a.1"), MODEL.answers()).disputes())
                .isEmpty();
    }

    @Test
    void without_ratings_the_proposal_is_what_raters_found_instead() {
        assertThat(opinions(MODEL.answers(), MODEL.answers()).proposed())
                .isEqualTo(new Answer.Unanswered());
        assertThat(opinions(MODEL.answers(), MODEL.answers().notApplicable("d1.i.a.1")).proposed())
                .isInstanceOf(Answer.NotApplicable.class);
        assertThat(
                        opinions(
                                        MODEL.answers().notApplicable("d1.i.a.1"),
                                        MODEL.answers().insufficient("d1.i.a.1"))
                                .proposed())
                .isInstanceOf(Answer.InsufficientEvidence.class);
    }

    /// Domain d1 has ten criteria. Both raters climb alike but for one criterion.
    @Test
    void each_domain_has_its_own_coefficient_and_one_without_variation_has_none() {
        Answers first = MODEL.answers().all(1).climb("d1.i.a", 1, 1, 0.8, 0.5, 0);
        Answers second = first.rated(0, "d1.i.a.4");
        PanelAgreement agreement = of(first, second);
        PanelAgreement.Subject d1 = agreement.domains().getFirst();
        assertThat(d1.alpha()).isInstanceOf(Alpha.Value.class);
        assertThat(d1.criteria()).isEqualTo(10);
        assertThat(agreement.domains().get(1).alpha())
                .isEqualTo(new Alpha.Undefined(Alpha.Why.NO_VARIATION, 10, 20));
        assertThat(agreement.whole().alpha()).isInstanceOf(Alpha.Value.class);
        assertThat(agreement.whole().alpha().items()).isEqualTo(70);
    }

    @Test
    void disputes_come_with_the_widest_spread_first() {
        Answers first = MODEL.answers().all(1);
        Answers second = first.rated(0.5, "d1.i.a.2").rated(0, "d3.i.b.1").rated(0.8, "d2");
        assertThat(of(first, second).disputed())
                .extracting(each -> each.criterion().id().value())
                .containsExactly("d3.i.b.1", "d1.i.a.2");
    }

    @Test
    void one_rater_alone_is_a_panel_whose_proposal_is_that_raters() {
        Answers alone = MODEL.answers().climb("d1.i.a", 1, 1, 0.8, 0.5, 0);
        PanelAgreement agreement = of(alone);
        assertThat(agreement.proposal()).isEqualTo(alone.assessment());
        assertThat(agreement.whole().alpha())
                .isEqualTo(new Alpha.Undefined(Alpha.Why.NO_PAIRS, 0, 0));
        assertThat(agreement.disputed()).isEmpty();
    }

    @Test
    void a_panel_refuses_raters_of_another_unit_or_model_and_two_of_the_same_name() {
        Rater first = new Rater("e1", MODEL.answers().assessment());
        Assessment elsewhere =
                new Assessment(
                        MODEL.model().id(),
                        new Unit("other", "另一市", "", ""),
                        first.assessment().asOf(),
                        Map.of(),
                        Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Panel(MODEL.model(), List.of(first, new Rater("e2", elsewhere))))
                .withMessageContaining("Rater e2 rated unit other, not unit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panel(MODEL.model(), List.of(first, first)))
                .withMessageContaining("Two raters are called e1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panel(MODEL.named("other").model(), List.of(first)))
                .withMessageContaining("rated against test@1, not other@1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panel(MODEL.model(), List.of()))
                .withMessageContaining("at least one rater");
    }

    private static TestModel measuring(Direction direction) {
        Band band =
                new Band(
                        new Limit(Limit.Side.BELOW, 1.5),
                        List.of(new Band.Credit(2, 0), new Band.Credit(1.5, 0.7)),
                        Standing.STATED);
        Text text = new Text("文", "text");
        return TestModel.of(
                        Tree.domain(
                                "d",
                                1,
                                Tree.indicator(
                                        "i",
                                        1,
                                        Tree.ladder(
                                                "a",
                                                1,
                                                Tree.requirement(1),
                                                Tree.metric(2, "pue", "limit")))))
                .measuring(
                        new Measure(
                                new MeasureId("pue"),
                                text,
                                text,
                                "1",
                                direction,
                                1,
                                5,
                                Map.of("limit", band)));
    }

    @Test
    void the_median_of_an_even_number_of_readings_is_the_worse() {
        TestModel lower = measuring(Direction.LOWER);
        PanelAgreement agreement =
                of(
                        lower.answers().measured("pue", 1.4),
                        lower.answers().measured("pue", 1.6),
                        lower.answers());
        assertThat(agreement.measures()).hasSize(1);
        MeasureOpinions pue = agreement.measures().getFirst();
        assertThat(pue.median()).isNotNull();
        assertThat(pue.isAgreed()).isFalse();
        assertThat(agreement.proposal().measures().get(new MeasureId("pue")))
                .isEqualTo(pue.median())
                .extracting(reading -> reading == null ? 0.0 : reading.value())
                .isEqualTo(1.6);
        TestModel higher = measuring(Direction.HIGHER);
        assertThat(
                        of(
                                        higher.answers().measured("pue", 1.4),
                                        higher.answers().measured("pue", 1.6))
                                .proposal()
                                .measures()
                                .get(new MeasureId("pue")))
                .extracting(reading -> reading == null ? 0.0 : reading.value())
                .isEqualTo(1.4);
    }

    @Test
    void a_measure_that_some_entered_and_others_call_not_applicable_must_be_discussed() {
        TestModel model = measuring(Direction.LOWER);
        PanelAgreement agreement =
                of(model.answers().measured("pue", 1.4), model.answers().notApplicable("d.i.a.2"));
        assertThat(agreement.disputed()).hasSize(1);
        assertThat(agreement.disputed().getFirst().disputes())
                .containsExactly(Dispute.APPLICABILITY);
        assertThat(agreement.proposal().answers()).isEmpty();
        assertThat(agreement.whole().criteria()).isEqualTo(1);
    }

    @Seeds(50)
    void a_proposal_can_be_scored_lies_between_the_ratings_and_does_not_see_the_order_of_raters(
            RandomGenerator random) {
        List<Answers> raters = new ArrayList<>();
        double[] scale = {1, 0.8, 0.5, 0};
        int count = random.nextInt(1, 6);
        for (int rater = 0; rater < count; rater++) {
            Answers answers = MODEL.answers();
            for (int level = 1; level <= 5; level++) {
                answers = answers.rated(scale[random.nextInt(4)], "d1.i.a." + level);
            }
            raters.add(answers);
        }
        PanelAgreement agreement = of(raters.toArray(Answers[]::new));
        Assessment proposal = agreement.proposal();
        assertThat(Scoring.check(MODEL.model(), MODEL.weights(), proposal)).isEmpty();
        for (Opinions opinions : agreement.opinions().subList(0, 5)) {
            double[] given =
                    opinions.answers().stream()
                            .mapToDouble(answer -> ((Answer.Rated) answer).rating().fulfilment())
                            .sorted()
                            .toArray();
            assertThat(median(opinions)).isEqualTo(given[(count - 1) / 2]);
            assertThat(proposal.answer(opinions.criterion().id())).isEqualTo(opinions.proposed());
        }
        Collections.shuffle(raters, Random.from(random));
        assertThat(of(raters.toArray(Answers[]::new)).proposal()).isEqualTo(proposal);
    }
}
