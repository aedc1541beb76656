package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Language;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.testkit.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What assessors read beside the criteria of the three smaller models is about each one alone.
class GuidanceTextsTest {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    @ParameterizedTest
    @ValueSource(strings = {"nag", "gartner", "odmm"})
    void no_two_criteria_share_a_question_an_anchor_or_an_evidence_text(String name) {
        Map<NodeId, Guidance> guidance = CATALOG.guidance(new ModelId(name, "2021.1"));

        assertThat(guidance).hasSizeGreaterThan(40);
        assertUnique(guidance, each -> List.of(each.question()));
        assertUnique(guidance, each -> List.copyOf(each.anchors().values()));
        assertUnique(guidance, each -> List.of(each.evidence()));
    }

    private static void assertUnique(
            Map<NodeId, Guidance> guidance, Function<Guidance, List<Text>> texts) {
        for (Language language : Language.values()) {
            assertThat(
                            guidance.values().stream()
                                    .flatMap(each -> texts.apply(each).stream())
                                    .map(text -> text.in(language)))
                    .doesNotHaveDuplicates();
        }
    }
}
