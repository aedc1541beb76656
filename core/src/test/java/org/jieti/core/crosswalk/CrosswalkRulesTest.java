package org.jieti.core.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.model.Violation;
import org.junit.jupiter.api.Test;

/// What a crosswalk must keep, so that from every answer at most one follows.
class CrosswalkRulesTest {
    private static final Text TEXT = new Text("文", "text");
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
        return new Link(id, TEXT, criteria);
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
}
