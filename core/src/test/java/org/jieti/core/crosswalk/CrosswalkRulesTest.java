package org.jieti.core.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.metric;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.Band;
import org.jieti.core.model.Band.Credit;
import org.jieti.core.model.Direction;
import org.jieti.core.model.Limit;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Text;
import org.jieti.core.model.Violation;
import org.junit.jupiter.api.Test;

/// What a crosswalk must keep, so that from every answer at most one follows.
class CrosswalkRulesTest {
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
    private static final MaturityModel A = model("a");
    private static final MaturityModel B = model("b");
    private static final MaturityModel C = model("c");

    private static MaturityModel model(String name) {
        return TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3))))
                .named(name)
                .model();
    }

    /// A link of `model criterion criterion …` for each model.
    private static Link link(String id, String... models) {
        Map<ModelId, List<NodeId>> criteria = new LinkedHashMap<>();
        for (String model : models) {
            List<String> words = List.of(model.split(" "));
            criteria.put(
                    new ModelId(words.getFirst(), "1"),
                    words.stream().skip(1).map(NodeId::new).toList());
        }
        return new Equivalence(id, TEXT, TEXT, LinkStanding.EVIDENT, criteria);
    }

    /// A link one way, as in `oneWay("l", "a d.x.1 d.x.2", "b d.x.1", "r100>r100 r80>r80")`.
    private static Link oneWay(String id, String from, String to, String gives) {
        List<String> demanding = List.of(from.split(" ", -1));
        List<String> implied = List.of(to.split(" ", -1));
        Map<String, String> ratings = new LinkedHashMap<>();
        for (String step : gives.isEmpty() ? new String[0] : gives.split(" ", -1)) {
            ratings.put(
                    step.substring(0, step.indexOf('>')), step.substring(step.indexOf('>') + 1));
        }
        return new Implication(
                id,
                TEXT,
                TEXT,
                LinkStanding.EVIDENT,
                new ModelId(demanding.getFirst(), "1"),
                demanding.stream().skip(1).map(NodeId::new).toList(),
                new ModelId(implied.getFirst(), "1"),
                implied.stream().skip(1).map(NodeId::new).toList(),
                ratings);
    }

    private static List<String> broken(Link... links) {
        Crosswalk crosswalk =
                new Crosswalk(List.of(A.id(), B.id(), C.id()), TEXT, Arrays.asList(links));
        return CrosswalkRules.check(crosswalk, List.of(A, B, C)).stream()
                .map(CrosswalkRulesTest::shown)
                .toList();
    }

    private static String shown(Violation violation) {
        return violation.rule() + " " + violation.subject();
    }

    @Test
    void sound_links_break_no_rule() {
        assertThat(
                        broken(
                                link("l", "a d.x.1 d.x.2", "b d.x.1", "c d.x.1"),
                                link("m", "a d.x.3", "b d.x.2")))
                .isEmpty();
    }

    @Test
    void a_criterion_may_be_linked_to_two_models_by_two_links() {
        assertThat(broken(link("l", "a d.x.1", "b d.x.1"), link("m", "a d.x.1", "c d.x.1")))
                .isEmpty();
    }

    @Test
    void a_criterion_exists() {
        assertThat(broken(link("l", "a d.x.4", "b d.x")))
                .containsExactly(
                        "crosswalk.criterion.unknown l/a@1/d.x.4",
                        "crosswalk.criterion.unknown l/b@1/d.x");
    }

    @Test
    void a_link_names_a_criterion_once() {
        assertThat(broken(link("l", "a d.x.1 d.x.1", "b d.x.1")))
                .containsExactly("crosswalk.criterion.twice l/a@1/d.x.1");
    }

    @Test
    void a_link_joins_two_models() {
        assertThat(broken(link("l", "a d.x.1"), link("m", "a d.x.2", "b")))
                .containsExactly("crosswalk.link.alone l", "crosswalk.link.alone m");
    }

    @Test
    void the_id_of_a_link_is_unique() {
        assertThat(broken(link("l", "a d.x.1", "b d.x.1"), link("l", "a d.x.2", "b d.x.2")))
                .containsExactly("crosswalk.link.duplicate l");
    }

    @Test
    void a_criterion_is_linked_to_another_model_once() {
        assertThat(broken(link("l", "a d.x.1", "b d.x.1"), link("m", "a d.x.1", "b d.x.2")))
                .containsExactly("crosswalk.criterion.ambiguous m/a@1/d.x.1");
    }

    @Test
    void sound_links_one_way_break_no_rule() {
        assertThat(
                        broken(
                                oneWay("l", "a d.x.1 d.x.2", "b d.x.1", "r100>r100 r80>r80"),
                                oneWay("m", "a d.x.1", "b d.x.1", "r100>r50"),
                                oneWay("n", "b d.x.1", "a d.x.1", "r100>r80"),
                                oneWay("o", "b d.x.1", "c d.x.1", "r100>r100")))
                .isEmpty();
    }

    @Test
    void a_link_one_way_joins_two_models() {
        assertThat(
                        broken(
                                oneWay("l", "a d.x.1", "a d.x.2", "r100>r100"),
                                oneWay("m", "a d.x.1", "b", "r100>r100")))
                .containsExactly("crosswalk.link.alone l", "crosswalk.link.alone m");
    }

    @Test
    void a_link_one_way_names_criteria_that_exist_and_each_once() {
        assertThat(broken(oneWay("l", "a d.x.9 d.x.1 d.x.1", "b d.x.8", "r100>r100")))
                .containsExactly(
                        "crosswalk.criterion.unknown l/a@1/d.x.9",
                        "crosswalk.criterion.twice l/a@1/d.x.1",
                        "crosswalk.criterion.unknown l/b@1/d.x.8");
    }

    @Test
    void a_link_gives_ratings_of_both_scales() {
        assertThat(
                        broken(
                                oneWay("l", "a d.x.1", "b d.x.1", "r100>r99"),
                                oneWay("m", "a d.x.2", "b d.x.2", "r99>r100"),
                                oneWay("n", "a d.x.3", "b d.x.3", "")))
                .containsExactly(
                        "crosswalk.gives.rating l/gives",
                        "crosswalk.gives.rating m/gives",
                        "crosswalk.gives.nothing n/gives");
    }

    @Test
    void a_link_gives_more_for_more_and_never_the_worst() {
        assertThat(
                        broken(
                                oneWay("l", "a d.x.1", "b d.x.1", "r80>r80 r100>r100"),
                                oneWay("m", "a d.x.2", "b d.x.2", "r100>r50 r80>r80"),
                                oneWay("n", "a d.x.3", "b d.x.3", "r100>r0")))
                .containsExactly(
                        "crosswalk.gives.order l/gives",
                        "crosswalk.gives.order m/gives",
                        "crosswalk.gives.worst n/gives");
    }

    @Test
    void no_link_leads_to_a_metric() {
        MaturityModel measuring =
                TestModel.of(domain("d", 1, ladder("x", 1, metric(1, "pue", "low"))))
                        .measuring(PUE)
                        .named("b")
                        .model();
        Crosswalk crosswalk =
                new Crosswalk(
                        List.of(A.id(), measuring.id()),
                        TEXT,
                        List.of(oneWay("l", "a d.x.1", "b d.x.1", "r100>r100")));

        assertThat(CrosswalkRules.check(crosswalk, List.of(A, measuring)))
                .extracting(CrosswalkRulesTest::shown)
                .containsExactly("crosswalk.criterion.metric l/b@1/d.x.1");
    }

    @Test
    void a_link_one_way_does_not_compete_with_one_both_ways() {
        assertThat(
                        broken(
                                link("l", "a d.x.1", "b d.x.1"),
                                oneWay("m", "a d.x.2", "b d.x.1", "r100>r100"),
                                oneWay("n", "c d.x.2", "b d.x.1", "r100>r100")))
                .containsExactly("crosswalk.criterion.ambiguous m/b@1/d.x.1");
    }

    @Test
    void a_link_that_gives_no_more_than_another_for_less_is_idle() {
        assertThat(
                        broken(
                                oneWay("l", "a d.x.1", "b d.x.1", "r100>r80 r80>r80"),
                                oneWay("m", "a d.x.1 d.x.2", "b d.x.1", "r100>r80"),
                                oneWay("n", "a d.x.1 d.x.2", "b d.x.1", "r100>r100"),
                                oneWay("o", "a d.x.1", "b d.x.1", "r100>r50")))
                .containsExactly("crosswalk.link.idle m", "crosswalk.link.idle o");
    }

    /// From 0.8 in a follows 0.8 in b, from that 1 in c, and from that 1 in a.
    @Test
    void no_circle_raises_a_rating() {
        assertThat(
                        broken(
                                oneWay("l", "a d.x.1", "b d.x.1", "r80>r80"),
                                oneWay("m", "b d.x.1", "c d.x.1", "r80>r100"),
                                oneWay("n", "c d.x.1", "a d.x.1", "r100>r100")))
                .containsExactly("crosswalk.link.circle l", "crosswalk.link.circle n");
    }

    /// What several criteria show together and what follows from it for one of them: from 0.8 in
    /// both follows 0.8 in b, and from that 1 for the first.
    @Test
    void no_circle_through_several_criteria_raises_a_rating() {
        assertThat(
                        broken(
                                oneWay("l", "a d.x.1 d.x.2", "b d.x.1", "r80>r80"),
                                oneWay("m", "b d.x.1", "a d.x.1", "r80>r100")))
                .containsExactly("crosswalk.link.circle l");
    }

    @Test
    void a_circle_that_raises_nothing_is_sound() {
        assertThat(
                        broken(
                                oneWay("l", "a d.x.1", "b d.x.1", "r100>r80 r80>r50"),
                                oneWay("m", "b d.x.1", "a d.x.1", "r100>r100 r80>r80"),
                                link("n", "b d.x.2", "a d.x.2")))
                .isEmpty();
    }

    /// A link one way beside one both ways: what is the same in a and b gains by way of c.
    @Test
    void a_link_both_ways_closes_circles_too() {
        assertThat(
                        broken(
                                link("l", "a d.x.1", "b d.x.1"),
                                oneWay("m", "b d.x.1", "c d.x.1", "r80>r100"),
                                oneWay("n", "c d.x.1", "a d.x.1", "r100>r100")))
                .containsExactly(
                        "crosswalk.link.circle l",
                        "crosswalk.link.circle m",
                        "crosswalk.link.circle n");
    }
}
