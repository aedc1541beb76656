package org.jieti.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.indicator;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirements;

import java.util.List;
import java.util.Map;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.fixture.Tree.Branch;
import org.junit.jupiter.api.Test;

class ModelDiffTest {
    private static ModelEdition edition(Branch... domains) {
        return new ModelEdition(TestModel.of(domains).model(), Map.of());
    }

    private static Branch twoLadders() {
        return domain(
                "d",
                1,
                indicator(
                        "i",
                        1,
                        ladder("a", 0.5, requirements(1, 2)),
                        ladder("b", 0.5, requirements(1, 3))));
    }

    private static List<ModelDiff.Change> changes(ModelDiff diff) {
        return diff.sections().stream().flatMap(section -> section.changes().stream()).toList();
    }

    @Test
    void a_model_does_not_differ_from_itself() {
        ModelEdition model = edition(twoLadders());

        assertThat(ModelDiff.of(model, model).isEmpty()).isTrue();
    }

    @Test
    void a_ladder_that_came_is_one_addition_with_all_beneath_it() {
        ModelEdition one =
                edition(domain("d", 1, indicator("i", 1, ladder("a", 1, requirements(1, 2)))));
        ModelEdition two = edition(twoLadders());

        ModelDiff came = ModelDiff.of(one, two);
        ModelDiff went = ModelDiff.of(two, one);

        assertThat(came.added()).isEqualTo(1);
        assertThat(came.removed() + came.changed()).isZero();
        assertThat(changes(came))
                .singleElement()
                .isInstanceOfSatisfying(
                        ModelDiff.Change.Added.class,
                        added -> assertThat(added.item().id()).isEqualTo("d.i.b"));
        assertThat(changes(went))
                .singleElement()
                .isInstanceOfSatisfying(
                        ModelDiff.Change.Removed.class,
                        removed -> assertThat(removed.item().id()).isEqualTo("d.i.b"));
    }

    @Test
    void changes_stand_under_their_domain() {
        ModelDiff diff =
                ModelDiff.of(
                        edition(twoLadders()),
                        edition(twoLadders(), domain("e", 1, ladder("x", 1, requirements(1)))));

        assertThat(diff.sections())
                .singleElement()
                .extracting(ModelDiff.Section::part)
                .isInstanceOfSatisfying(
                        ModelDiff.Part.OfDomain.class,
                        part -> assertThat(part.domain().id().value()).isEqualTo("e"));
    }

    @Test
    void another_order_of_siblings_is_a_change_of_the_parent() {
        ModelDiff diff =
                ModelDiff.of(
                        edition(twoLadders()),
                        edition(
                                domain(
                                        "d",
                                        1,
                                        indicator(
                                                "i",
                                                1,
                                                ladder("b", 0.5, requirements(1, 3)),
                                                ladder("a", 0.5, requirements(1, 2))))));

        assertThat(changes(diff))
                .singleElement()
                .isInstanceOfSatisfying(
                        ModelDiff.Change.Changed.class,
                        changed ->
                                assertThat(changed.fields())
                                        .containsExactly(
                                                new ModelDiff.FieldChange(
                                                        new Fact.Field("order", ""),
                                                        new Fact.Codes(List.of("d.i.a", "d.i.b")),
                                                        new Fact.Codes(
                                                                List.of("d.i.b", "d.i.a")))));
    }

    @Test
    void a_changed_question_and_anchor_show_old_and_new() {
        MaturityModel model = TestModel.of(twoLadders()).model();
        NodeId id = new NodeId("d.i.a.1");
        Text old = new Text("旧", "old");
        Text fresh = new Text("新", "new");
        String rating = model.ratings().best().id();

        ModelDiff diff =
                ModelDiff.of(
                        new ModelEdition(
                                model, Map.of(id, new Guidance(old, Map.of(rating, old), old))),
                        new ModelEdition(
                                model,
                                Map.of(id, new Guidance(fresh, Map.of(rating, fresh), old))));

        assertThat(changes(diff))
                .singleElement()
                .isInstanceOfSatisfying(
                        ModelDiff.Change.Changed.class,
                        changed ->
                                assertThat(changed.fields())
                                        .containsExactly(
                                                new ModelDiff.FieldChange(
                                                        new Fact.Field("question", ""),
                                                        new Fact.Words(old),
                                                        new Fact.Words(fresh)),
                                                new ModelDiff.FieldChange(
                                                        new Fact.Field("anchor", rating),
                                                        new Fact.Words(old),
                                                        new Fact.Words(fresh))));
    }
}
