package org.jieti.core.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;
import static org.jieti.core.fixture.Tree.requirements;
import static org.jieti.core.fixture.Tree.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.junit.jupiter.api.Test;

/// A local variant in the place of the model that it extends keeps the links whose criteria it asks
/// in the same words.
class AdaptedTest {
    private static final Text TEXT = new Text("文", "text");
    private static final TestModel BASE =
            TestModel.of(domain("d", 1, ladder("x", 1, requirements(1, 2, 3)))).named("base");
    private static final ModelId OTHER = new ModelId("other", "1");
    private static final ModelId VARIANT = new ModelId("variant", "1");

    private static ModelEdition edition(MaturityModel model, Map<String, String> questions) {
        Map<NodeId, Guidance> guidance = new HashMap<>();
        for (Criterion criterion : model.criteria()) {
            String question = questions.getOrDefault(criterion.id().value(), "as before");
            guidance.put(
                    criterion.id(),
                    new Guidance(new Text("问", question), Map.of("r100", TEXT), TEXT));
        }
        return new ModelEdition(model, guidance);
    }

    private static Equivalence same(String criterion) {
        return new Equivalence(
                "same-" + criterion,
                TEXT,
                TEXT,
                LinkStanding.EVIDENT,
                Map.of(
                        BASE.model().id(),
                        List.of(new NodeId(criterion)),
                        OTHER,
                        List.of(new NodeId("e.y.1"))));
    }

    private static Implication implied(String... criteria) {
        return new Implication(
                "to-" + String.join("-", criteria),
                TEXT,
                TEXT,
                LinkStanding.EVIDENT,
                OTHER,
                List.of(new NodeId("e.y.2")),
                BASE.model().id(),
                List.of(criteria).stream().map(NodeId::new).toList(),
                Map.of("r100", "r100"));
    }

    private static Implication implying(String... criteria) {
        return new Implication(
                "from-" + String.join("-", criteria),
                TEXT,
                TEXT,
                LinkStanding.EVIDENT,
                BASE.model().id(),
                List.of(criteria).stream().map(NodeId::new).toList(),
                OTHER,
                List.of(new NodeId("e.y.3")),
                Map.of("r100", "r100"));
    }

    private static Crosswalk adapted(ModelEdition variant, Link... links) {
        return new Crosswalk(List.of(BASE.model().id(), OTHER), TEXT, List.of(links))
                .with(edition(BASE.model(), Map.of()), variant);
    }

    private static ModelEdition variant(Map<String, String> questions) {
        return edition(BASE.named("variant").model(), questions);
    }

    @Test
    void a_variant_takes_the_place_of_its_base() {
        Crosswalk adapted =
                adapted(variant(Map.of()), same("d.x.1"), implied("d.x.2"), implying("d.x.3"));

        assertThat(adapted.models()).containsExactly(VARIANT, OTHER);
        assertThat(adapted.links()).hasSize(3);
        assertThat(adapted.links(VARIANT, new NodeId("d.x.1"), OTHER)).hasSize(1);
        assertThat(adapted.links(VARIANT, new NodeId("d.x.2"), OTHER)).hasSize(1);
        assertThat(adapted.links(OTHER, new NodeId("e.y.3"), VARIANT)).hasSize(1);
        assertThat(adapted.links(OTHER, new NodeId("e.y.3"), BASE.model().id())).isEmpty();
    }

    @Test
    void a_criterion_that_is_asked_otherwise_loses_its_links() {
        Crosswalk adapted =
                adapted(
                        variant(Map.of("d.x.1", "otherwise")),
                        same("d.x.1"),
                        same("d.x.2"),
                        implied("d.x.1", "d.x.3"),
                        implying("d.x.1", "d.x.2"));

        assertThat(adapted.links())
                .extracting(Link::id)
                .containsExactly("same-d.x.2", "to-d.x.1-d.x.3");
        assertThat(adapted.links().getLast().of(VARIANT)).containsExactly(new NodeId("d.x.3"));
    }

    @Test
    void a_criterion_that_is_gone_or_of_another_kind_loses_its_links() {
        MaturityModel model =
                TestModel.of(domain("d", 1, ladder("x", 1, state(1), requirement(2))))
                        .named("variant")
                        .model();

        Crosswalk adapted =
                adapted(edition(model, Map.of()), same("d.x.1"), same("d.x.2"), same("d.x.3"));

        assertThat(adapted.links()).extracting(Link::id).containsExactly("same-d.x.2");
    }

    @Test
    void under_other_ratings_no_link_holds() {
        MaturityModel model = BASE.ratedBy(1, 0.5, 0).named("variant").model();

        assertThat(adapted(edition(model, Map.of()), same("d.x.1")).links()).isEmpty();
    }
}
