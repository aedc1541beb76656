package org.jieti.core.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.core.fixture.Scored.EXACT;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.equal;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.metric;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;
import static org.jieti.core.fixture.Tree.state;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jieti.core.assessment.Answer;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.Band;
import org.jieti.core.model.Band.Credit;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Limit;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Text;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Answers carry over link by link. The first model rates 1, 0.8, 0.5 and 0, the second 1, 0.75,
/// 0.5, 0.25 and 0; the second has no levels.
class ViewTest {
    private static final Text TEXT = new Text("文", "text");
    private static final Measure PUE =
            new Measure(
                    new MeasureId("pue"),
                    TEXT,
                    TEXT,
                    "1",
                    Direction.LOWER,
                    1,
                    5,
                    Map.of(
                            "low",
                            new Band(
                                    new Limit(Limit.Side.BELOW, 1.5),
                                    List.of(new Credit(2.0, 0), new Credit(1.5, 0.7)),
                                    Standing.STATED)));

    /// `a.x.1`, `a.x.2`, `a.x.3`; the state `a.s.1` beneath `a.s.2`; the metric `a.m.1`.
    private static final TestModel FIRST =
            TestModel.of(
                            domain(
                                    "a",
                                    1,
                                    ladder("x", 0.5, requirements(1, 2, 3)),
                                    ladder("s", 0.25, state(1), requirement(2)),
                                    ladder("m", 0.25, metric(1, "pue", "low"))))
                    .measuring(PUE)
                    .notApplicableUpTo(1)
                    .named("first");

    /// `b.y.0.1` to `b.y.0.4`, a quarter of the domain each.
    private static final TestModel SECOND =
            TestModel.withoutLevels(
                            domain(
                                    "b",
                                    1,
                                    equal(
                                            "y",
                                            1,
                                            requirement(0),
                                            requirement(0),
                                            requirement(0),
                                            requirement(0))))
                    .ratedBy(1, 0.75, 0.5, 0.25, 0)
                    .notApplicableUpTo(0.25)
                    .named("second");

    private static Link link(String id, List<String> first, List<String> second) {
        Map<ModelId, List<NodeId>> criteria = new LinkedHashMap<>();
        criteria.put(FIRST.model().id(), first.stream().map(NodeId::new).toList());
        criteria.put(SECOND.model().id(), second.stream().map(NodeId::new).toList());
        return new Equivalence(id, TEXT, TEXT, LinkStanding.EVIDENT, criteria);
    }

    /// A link one way, from the first model to the second, that gives, say, `r100>r75 r80>r50`:
    /// test models name a rating by its percentage.
    private static Link oneWay(String id, List<String> first, String second, String gives) {
        return new Implication(
                id,
                TEXT,
                TEXT,
                LinkStanding.JUDGED,
                FIRST.model().id(),
                first.stream().map(NodeId::new).toList(),
                SECOND.model().id(),
                List.of(new NodeId(second)),
                ratings(gives));
    }

    private static Map<String, String> ratings(String gives) {
        Map<String, String> ratings = new LinkedHashMap<>();
        for (String step : gives.split(" ", -1)) {
            ratings.put(
                    step.substring(0, step.indexOf('>')), step.substring(step.indexOf('>') + 1));
        }
        return ratings;
    }

    private static Crosswalk crosswalk(TestModel from, TestModel to, Link... links) {
        return new Crosswalk(
                List.of(from.model().id(), to.model().id()), TEXT, Arrays.asList(links));
    }

    private static View view(Answers answers, TestModel to, Link... links) {
        Grading grading = to.model().grading();
        @Nullable Preset preset = grading == null ? null : grading.defaultPreset();
        return View.of(
                crosswalk(answers.test(), to, links),
                answers.scored().result(),
                to.model(),
                to.weights(),
                preset);
    }

    private static Carried carried(View view, String criterion) {
        return view.carried().stream()
                .filter(each -> each.criterion().id().value().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static Open open(View view, String criterion) {
        return view.open().stream()
                .filter(each -> each.criterion().id().value().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static double rated(View view, String criterion) {
        return carried(view, criterion).answer() instanceof Answer.Rated rated
                ? rated.rating().fulfilment()
                : Double.NaN;
    }

    @Test
    void a_rating_is_taken_down_to_the_nearest_of_the_other_scale() {
        Link link = link("l", List.of("a.x.1"), List.of("b.y.0.1"));
        Answers answers = FIRST.answers();

        assertThat(rated(view(answers.rated(1, "a.x.1"), SECOND, link), "b.y.0.1")).isEqualTo(1);
        assertThat(rated(view(answers.rated(0.8, "a.x.1"), SECOND, link), "b.y.0.1"))
                .isEqualTo(0.75);
        assertThat(rated(view(answers.rated(0.5, "a.x.1"), SECOND, link), "b.y.0.1"))
                .isEqualTo(0.5);
        assertThat(rated(view(answers.rated(0, "a.x.1"), SECOND, link), "b.y.0.1")).isZero();

        Answers back = SECOND.answers();
        assertThat(rated(view(back.rated(0.75, "b.y.0.1"), FIRST, link), "a.x.1")).isEqualTo(0.5);
        assertThat(rated(view(back.rated(0.25, "b.y.0.1"), FIRST, link), "a.x.1")).isZero();
    }

    @Test
    void the_lowest_of_the_linked_criteria_counts() {
        Link link = link("l", List.of("a.x.1", "a.x.2"), List.of("b.y.0.1", "b.y.0.2"));
        View view = view(FIRST.answers().rated(1, "a.x.1").rated(0.5, "a.x.2"), SECOND, link);

        assertThat(rated(view, "b.y.0.1")).isEqualTo(0.5);
        assertThat(rated(view, "b.y.0.2")).isEqualTo(0.5);
        assertThat(carried(view, "b.y.0.1").from())
                .extracting(CriterionScore::id)
                .containsExactly(new NodeId("a.x.1"), new NodeId("a.x.2"));
        assertThat(carried(view, "b.y.0.1").link().id()).isEqualTo("l");
    }

    @Test
    void nothing_carries_while_one_of_the_linked_criteria_is_unanswered() {
        Link link = link("l", List.of("a.x.1", "a.x.2"), List.of("b.y.0.1"));
        View view = view(FIRST.answers().rated(1, "a.x.1"), SECOND, link);

        assertThat(view.carried()).isEmpty();
        assertThat(open(view, "b.y.0.1").reason()).isEqualTo(Open.Reason.UNANSWERED_THERE);
        assertThat(open(view, "b.y.0.1").from()).hasSize(2);
        assertThat(open(view, "b.y.0.2").reason()).isEqualTo(Open.Reason.NOT_LINKED);
        assertThat(open(view, "b.y.0.2").from()).isEmpty();
    }

    @Test
    void insufficient_evidence_stays_insufficient_with_its_reason() {
        Link link = link("l", List.of("a.x.1", "a.x.2"), List.of("b.y.0.1"));
        View view = view(FIRST.answers().rated(1, "a.x.1").insufficient("a.x.2"), SECOND, link);

        assertThat(carried(view, "b.y.0.1").answer())
                .isEqualTo(new Answer.InsufficientEvidence("undated"));
        assertThat(view.result().tree().coverage().insufficient()).isEqualTo(1);
        assertThat(view.result().tree().coverage().answered()).isZero();
        assertThat(view.open()).hasSize(3);
    }

    @Test
    void not_applicable_carries_only_if_all_are() {
        Link link = link("l", List.of("a.x.1", "a.x.2"), List.of("b.y.0.1"));

        View all = view(FIRST.answers().notApplicable("a.x.1", "a.x.2"), SECOND, link);
        assertThat(carried(all, "b.y.0.1").answer())
                .isEqualTo(new Answer.NotApplicable("no such thing here"));

        View one = view(FIRST.answers().notApplicable("a.x.1").rated(0.5, "a.x.2"), SECOND, link);
        assertThat(rated(one, "b.y.0.1")).isEqualTo(0.5);
    }

    @Test
    void not_applicable_does_not_carry_where_the_other_model_refuses_it() {
        TestModel strict =
                TestModel.withoutLevels(
                                domain("b", 1, equal("y", 1, requirement(0).alwaysApplicable())))
                        .notApplicableUpTo(1)
                        .named("second");
        View view =
                view(
                        FIRST.answers().notApplicable("a.x.1"),
                        strict,
                        link("l", List.of("a.x.1"), List.of("b.y.0")));

        assertThat(view.carried()).isEmpty();
        assertThat(open(view, "b.y.0").reason()).isEqualTo(Open.Reason.NOT_APPLICABLE_REFUSED);
    }

    /// Two quarters of the domain would be not applicable, one is allowed. Neither carries; the
    /// rating beside them does.
    @Test
    void beyond_the_cap_of_the_other_model_nothing_of_the_domain_is_not_applicable() {
        View view =
                view(
                        FIRST.answers().notApplicable("a.x.1", "a.x.2").rated(1, "a.x.3"),
                        SECOND,
                        link("l", List.of("a.x.1"), List.of("b.y.0.1")),
                        link("m", List.of("a.x.2"), List.of("b.y.0.2")),
                        link("n", List.of("a.x.3"), List.of("b.y.0.3")));

        assertThat(view.carried()).hasSize(1);
        assertThat(rated(view, "b.y.0.3")).isEqualTo(1);
        assertThat(open(view, "b.y.0.1").reason()).isEqualTo(Open.Reason.NOT_APPLICABLE_REFUSED);
        assertThat(open(view, "b.y.0.2").reason()).isEqualTo(Open.Reason.NOT_APPLICABLE_REFUSED);
    }

    /// A PUE of 1.75 lies halfway between 2.0 (no credit) and 1.5 (0.7): fulfilment 0.35, which
    /// the second scale takes down to 0.25.
    @Test
    void a_metric_counts_with_its_fulfilment() {
        Link link = link("l", List.of("a.m.1"), List.of("b.y.0.1"));

        assertThat(rated(view(FIRST.answers().measured("pue", 1.75), SECOND, link), "b.y.0.1"))
                .isEqualTo(0.25);
        assertThat(view(FIRST.answers(), SECOND, link).carried()).isEmpty();
    }

    @Test
    void a_metric_of_the_other_model_is_left_to_be_measured() {
        View view =
                view(
                        SECOND.answers().rated(1, "b.y.0.1"),
                        FIRST,
                        link("l", List.of("a.m.1"), List.of("b.y.0.1")));

        assertThat(view.carried()).isEmpty();
        assertThat(open(view, "a.m.1").reason()).isEqualTo(Open.Reason.MEASURE);
    }

    /// That the second rung has settled the state shows nothing in another model: there its own
    /// answer counts.
    @Test
    void a_state_that_a_higher_rung_has_settled_carries_over_as_it_was_answered_itself() {
        Link link = link("l", List.of("a.s.1"), List.of("b.y.0.1"));
        Answers answers = FIRST.answers().rated(0.8, "a.s.2");

        View itself = view(answers.rated(0.5, "a.s.1"), SECOND, link);
        assertThat(carried(itself, "b.y.0.1").from().getFirst().state())
                .isEqualTo(AnswerState.SETTLED);
        assertThat(rated(itself, "b.y.0.1")).isEqualTo(0.5);

        View open = view(answers, SECOND, link);
        assertThat(open(open, "b.y.0.1").reason()).isEqualTo(Open.Reason.UNANSWERED_THERE);

        View unsure = view(answers.insufficient("a.s.1"), SECOND, link);
        assertThat(carried(unsure, "b.y.0.1").answer())
                .isEqualTo(new Answer.InsufficientEvidence("undated"));
    }

    @Test
    void a_state_that_a_carried_answer_settles_is_not_open() {
        View view =
                view(
                        SECOND.answers().rated(1, "b.y.0.1"),
                        FIRST,
                        link("l", List.of("a.s.2"), List.of("b.y.0.1")));

        assertThat(view.open())
                .extracting(each -> each.criterion().id().value())
                .containsExactly("a.x.1", "a.x.2", "a.x.3", "a.m.1");
    }

    /// Two of four quarters are answered, with 0.75 and 0.5: 0.25 · 75 + 0.25 · 50 = 31.25.
    @Test
    void the_other_models_own_scoring_gives_the_result() {
        View view =
                view(
                        FIRST.answers().rated(0.8, "a.x.1").rated(0.5, "a.x.2"),
                        SECOND,
                        link("l", List.of("a.x.1"), List.of("b.y.0.1")),
                        link("m", List.of("a.x.2"), List.of("b.y.0.2")));

        assertThat(view.result().model()).isSameAs(SECOND.model());
        assertThat(view.result().tree().coverage().answeredShare()).isEqualTo(0.5, EXACT);
        assertThat(Objects.requireNonNull(view.result().tree().total()).lowest())
                .isEqualTo(31.25, EXACT);
        assertThat(view.result().assessment().unit()).isEqualTo(view.source().assessment().unit());
        assertThat(view.result().assessment().asOf()).isEqualTo(view.source().assessment().asOf());
    }

    @Test
    void models_that_are_not_compared_are_refused() {
        TestModel third = SECOND.named("third");
        Crosswalk crosswalk = crosswalk(FIRST, SECOND);

        assertThatThrownBy(
                        () ->
                                View.of(
                                        crosswalk,
                                        FIRST.answers().scored().result(),
                                        third.model(),
                                        third.weights(),
                                        null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("third@1");
    }

    /// There and back again, a rating only ever falls.
    @Seeds(50)
    void what_carries_is_never_rated_better(RandomGenerator random) {
        Link link = link("l", List.of("a.x.1", "a.x.2"), List.of("b.y.0.1", "b.y.0.2"));
        double[] scale = {0, 0.5, 0.8, 1};
        double first = scale[random.nextInt(4)];
        double second = scale[random.nextInt(4)];
        View there =
                view(FIRST.answers().rated(first, "a.x.1").rated(second, "a.x.2"), SECOND, link);
        Answers answers = new Answers(SECOND, there.result().assessment());
        View back = view(answers, FIRST, link);

        double lowest = Math.min(first, second);
        assertThat(Stream.of("b.y.0.1", "b.y.0.2").map(id -> rated(there, id)))
                .allMatch(value -> value <= lowest);
        assertThat(rated(back, "a.x.1")).isLessThanOrEqualTo(rated(there, "b.y.0.1"));
        assertThat(rated(back, "a.x.2")).isLessThanOrEqualTo(rated(there, "b.y.0.2"));
    }

    @Test
    void a_link_one_way_gives_the_rating_that_it_states() {
        Link link = oneWay("l", List.of("a.x.1"), "b.y.0.1", "r100>r75 r80>r50");
        Answers answers = FIRST.answers();

        assertThat(rated(view(answers.rated(1, "a.x.1"), SECOND, link), "b.y.0.1")).isEqualTo(0.75);
        assertThat(rated(view(answers.rated(0.8, "a.x.1"), SECOND, link), "b.y.0.1"))
                .isEqualTo(0.5);
    }

    @Test
    void several_criteria_answer_one_together_as_far_as_all_of_them_reach() {
        Link link = oneWay("l", List.of("a.x.1", "a.x.2"), "b.y.0.1", "r100>r100 r80>r75");
        Answers answers = FIRST.answers().rated(1, "a.x.1");

        assertThat(rated(view(answers.rated(0.8, "a.x.2"), SECOND, link), "b.y.0.1"))
                .isEqualTo(0.75);
        assertThat(open(view(answers, SECOND, link), "b.y.0.1").reason())
                .isEqualTo(Open.Reason.UNANSWERED_THERE);
    }

    @Test
    void nothing_follows_back_along_a_link_one_way() {
        View view =
                view(
                        SECOND.answers().rated(1, "b.y.0.1"),
                        FIRST,
                        oneWay("l", List.of("a.x.1"), "b.y.0.1", "r100>r100"));

        assertThat(view.carried()).isEmpty();
        assertThat(open(view, "a.x.1").reason()).isEqualTo(Open.Reason.NOT_LINKED);
    }

    /// Where more is asked, falling short, or not applying, or lacking evidence says nothing about
    /// the lesser demand.
    @Test
    void what_falls_short_of_a_link_one_way_says_nothing() {
        Link link = oneWay("l", List.of("a.x.1"), "b.y.0.1", "r100>r100 r80>r75");
        Answers answers = FIRST.answers();

        for (Answers each :
                List.of(
                        answers.rated(0.5, "a.x.1"),
                        answers.rated(0, "a.x.1"),
                        answers.notApplicable("a.x.1"),
                        answers.insufficient("a.x.1"))) {
            View view = view(each, SECOND, link);
            assertThat(view.carried()).isEmpty();
            assertThat(open(view, "b.y.0.1").reason()).isEqualTo(Open.Reason.NOT_SHOWN);
            assertThat(open(view, "b.y.0.1").from()).hasSize(1);
        }
    }

    @Test
    void of_several_links_one_way_the_one_that_shows_most_counts() {
        Link low = oneWay("low", List.of("a.x.1"), "b.y.0.1", "r100>r50");
        Link high = oneWay("high", List.of("a.x.1", "a.x.2"), "b.y.0.1", "r100>r100");
        Answers answers = FIRST.answers().rated(1, "a.x.1");

        View one = view(answers, SECOND, low, high);
        assertThat(rated(one, "b.y.0.1")).isEqualTo(0.5);
        assertThat(carried(one, "b.y.0.1").link().id()).isEqualTo("low");

        View both = view(answers.rated(1, "a.x.2"), SECOND, low, high);
        assertThat(rated(both, "b.y.0.1")).isEqualTo(1);
        assertThat(carried(both, "b.y.0.1").link().id()).isEqualTo("high");
    }

    @Test
    void less_than_the_best_rating_by_a_link_one_way_is_a_lower_bound() {
        Link link = oneWay("l", List.of("a.x.1"), "b.y.0.1", "r100>r100 r80>r75");

        View met = view(FIRST.answers().rated(1, "a.x.1"), SECOND, link);
        assertThat(carried(met, "b.y.0.1").bound()).isEqualTo(Carried.Bound.EXACT);
        assertThat(met.lowerBounds()).isZero();
        assertThat(met.reach()).isSameAs(met.result());

        View mostly = view(FIRST.answers().rated(0.8, "a.x.1"), SECOND, link);
        assertThat(carried(mostly, "b.y.0.1").bound()).isEqualTo(Carried.Bound.AT_LEAST);
        assertThat(mostly.lowerBounds()).isEqualTo(1);
    }

    /// One quarter of the domain is answered with at least 0.75: 18.75 so far. Were that the
    /// answer, 93.75 would be the most; since it is a lower bound, everything is still possible.
    @Test
    void a_lower_bound_does_not_limit_what_is_possible() {
        View view =
                view(
                        FIRST.answers().rated(0.8, "a.x.1"),
                        SECOND,
                        oneWay("l", List.of("a.x.1"), "b.y.0.1", "r80>r75"));

        assertThat(Objects.requireNonNull(view.result().tree().total()).lowest())
                .isEqualTo(18.75, EXACT);
        assertThat(Objects.requireNonNull(view.result().tree().total()).highest())
                .isEqualTo(93.75, EXACT);
        assertThat(Objects.requireNonNull(view.reach().tree().total()).highest())
                .isEqualTo(100, EXACT);
    }

    @Test
    void a_settled_state_shows_by_a_link_one_way_what_it_was_answered_itself() {
        Link link = oneWay("l", List.of("a.s.1"), "b.y.0.1", "r100>r75");
        Answers answers = FIRST.answers().rated(0.8, "a.s.2");

        assertThat(rated(view(answers.rated(1, "a.s.1"), SECOND, link), "b.y.0.1")).isEqualTo(0.75);
        assertThat(open(view(answers.rated(0.8, "a.s.1"), SECOND, link), "b.y.0.1").reason())
                .isEqualTo(Open.Reason.NOT_SHOWN);
        assertThat(view(answers, SECOND, link).carried()).isEmpty();
    }

    /// Raising any answer never lowers anything that carries over, whatever the links.
    @Seeds(50)
    void a_better_answer_never_carries_over_worse(RandomGenerator random) {
        double[] scale = {0, 0.5, 0.8, 1};
        List<String> given = List.of("r100>r100 r80>r75", "r100>r75 r80>r50", "r50>r25");
        Link[] links = {
            oneWay("l", List.of("a.x.1"), "b.y.0.1", given.get(random.nextInt(3))),
            oneWay("m", List.of("a.x.1", "a.x.2"), "b.y.0.1", given.get(random.nextInt(3))),
            oneWay("n", List.of("a.x.2", "a.x.3"), "b.y.0.2", given.get(random.nextInt(3))),
            link("o", List.of("a.x.1", "a.x.3"), List.of("b.y.0.3"))
        };
        int[] steps = {random.nextInt(4), random.nextInt(4), random.nextInt(4)};
        Answers before = FIRST.answers();
        for (int i = 0; i < 3; i++) {
            before = before.rated(scale[steps[i]], "a.x." + (i + 1));
        }
        int raised = random.nextInt(3);
        Answers after = before.rated(scale[Math.min(3, steps[raised] + 1)], "a.x." + (raised + 1));
        View lower = view(before, SECOND, links);
        View higher = view(after, SECOND, links);

        for (Carried each : lower.carried()) {
            String id = each.criterion().id().value();
            assertThat(rated(higher, id)).isGreaterThanOrEqualTo(rated(lower, id));
        }
        assertThat(Objects.requireNonNull(higher.result().tree().total()).lowest())
                .isGreaterThanOrEqualTo(
                        Objects.requireNonNull(lower.result().tree().total()).lowest());
    }
}
