package org.jieti.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.indicator;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.List;
import java.util.Map;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.core.scoring.ScoreTree;
import org.junit.jupiter.api.Test;

class MaturityModelTest {
    private static final Text TEXT = new Text("文", "text");

    @Test
    void every_node_is_found_by_its_id() {
        MaturityModel model =
                TestModel.of(
                                domain(
                                        "d",
                                        0.5,
                                        indicator(
                                                "i",
                                                1,
                                                ladder("x", 0.5, requirements(1, 1, 2)),
                                                ladder("y", 0.5, requirements(1, 3)))),
                                domain("e", 0.5, ladder("x", 1, requirement(1))))
                        .model();

        model.forEachNode(node -> assertThat(model.find(node.id())).isSameAs(node));
        assertThat(model.find(new NodeId("d.i.z"))).isNull();
        assertThat(model.find(new NodeId("dd"))).isNull();
    }

    @Test
    void a_node_is_found_although_a_siblings_id_is_the_beginning_of_its_own() {
        // domains `d` and `d.e`, indicators `d.i` and `d.i.x` side by side
        TestModel test =
                TestModel.of(
                        domain(
                                "d",
                                0.5,
                                ladder("i", 0.5, requirement(1)),
                                ladder("i.x", 0.5, requirement(1))),
                        domain("d.e", 0.5, ladder("x", 1, requirement(1))));
        MaturityModel model = test.model();
        ScoreTree scores = test.answers().scored().result().tree();

        model.forEachNode(
                node -> {
                    assertThat(model.find(node.id())).isSameAs(node);
                    assertThat(scores.find(node.id())).extracting(ScoreNode::node).isSameAs(node);
                });
    }

    @Test
    void a_level_is_found_by_its_code_or_number() {
        MaturityModel model = TestModel.likeDgimm().model();

        assertThat(model.findLevel("IV")).isSameAs(model.level(4));
        assertThat(model.findLevel("4")).isSameAs(model.level(4));
        assertThat(model.findLevel("VI")).isNull();
    }

    @Test
    void criteria_come_in_the_order_of_the_model() {
        assertThat(
                        TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 2))))
                                .model()
                                .criteria())
                .extracting(criterion -> criterion.id().value())
                .containsExactly("d.x.1", "d.x.2.1", "d.x.2.2");
    }

    @Test
    void ids_are_read_and_refused() {
        assertThat(ModelId.parse("dgimm@2021.1")).isEqualTo(new ModelId("dgimm", "2021.1"));
        assertThat(ModelId.parse("dgimm@2021.1")).hasToString("dgimm@2021.1");
        for (String refused : List.of("dgimm", "@1", "Dgimm@1", "dgimm@", "dgimm@v1", "a@1@2")) {
            assertThatThrownBy(() -> ModelId.parse(refused))
                    .as(refused)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String refused :
                List.of("", "Data", "data.", ".data", "data..x", "1data", "data open")) {
            assertThat(NodeId.isValid(refused)).as(refused).isFalse();
        }
        assertThat(NodeId.isValid("data.open-access.3.1")).isTrue();
    }

    @Test
    void a_node_contains_itself_and_what_lies_beneath() {
        NodeId data = new NodeId("data");

        assertThat(data.contains(new NodeId("data"))).isTrue();
        assertThat(data.contains(new NodeId("data.open"))).isTrue();
        assertThat(data.contains(new NodeId("database"))).isFalse();
    }

    @Test
    void a_rating_scale_falls_from_1_to_0() {
        Rating best = new Rating("met", TEXT, 1);
        Rating half = new Rating("partly", TEXT, 0.5);
        Rating worst = new Rating("unmet", TEXT, 0);
        RatingScale scale = new RatingScale(List.of(best, half, worst));

        assertThat(scale.best()).isSameAs(best);
        assertThat(scale.worst()).isSameAs(worst);
        assertThat(scale.find("partly")).isSameAs(half);
        assertThat(scale.find("hardly")).isNull();
        for (List<Rating> refused :
                List.of(
                        List.of(best),
                        List.of(half, worst),
                        List.of(best, half),
                        List.of(best, half, half, worst))) {
            assertThatThrownBy(() -> new RatingScale(refused))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Rating("met", TEXT, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("percent");
    }

    @Test
    void a_tree_that_is_none_is_refused_where_it_arises() {
        NodeId id = new NodeId("d.x");
        List<Node> criteria =
                List.copyOf(
                        TestModel.of(domain("d", 1, ladder("x", 1, requirement(1))))
                                .model()
                                .criteria());

        // criteria without points, an empty indicator, a domain of criteria, an empty domain
        assertThatThrownBy(
                        () -> new Indicator(id, TEXT, TEXT, Standing.STATED, null, null, criteria))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Indicator(id, TEXT, TEXT, Standing.STATED, null, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Domain(id, TEXT, null, TEXT, Map.of(), criteria))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Domain(id, TEXT, null, TEXT, Map.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Text("文", " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
