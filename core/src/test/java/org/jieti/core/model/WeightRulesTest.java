package org.jieti.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jieti.core.fixture.Tree.domain;
import static org.jieti.core.fixture.Tree.ladder;
import static org.jieti.core.fixture.Tree.requirement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.fixture.TestModel;
import org.junit.jupiter.api.Test;

/// Each rule that a weight set must keep, broken once.
class WeightRulesTest {
    private static final TestModel MODEL =
            TestModel.of(
                    domain(
                            "d",
                            0.5,
                            ladder("x", 1 / 3.0, requirement(1)),
                            ladder("y", 1 / 3.0, requirement(1)),
                            ladder("z", 1 / 3.0, requirement(1))),
                    domain("e", 0.5, ladder("x", 1, requirement(1))));

    private static List<Violation> check(TestModel model) {
        return WeightRules.check(model.model(), model.weights());
    }

    private static List<Violation> weighed(String node, double weight) {
        return check(MODEL.weighed(Map.of(node, weight)));
    }

    @Test
    void sound_weights_break_no_rule() {
        assertThat(check(MODEL)).isEmpty();
        assertThat(check(MODEL.weighed(Map.of("d", 0.0, "e", 1.0)))).isEmpty();
    }

    @Test
    void weights_model() {
        WeightSet set = MODEL.weights();
        WeightSet other =
                new WeightSet(
                        set.id(),
                        new ModelId("test", "2"),
                        set.name(),
                        set.status(),
                        set.method(),
                        set.provenance(),
                        Map.of());

        assertThat(WeightRules.check(MODEL.model(), other))
                .extracting(Violation::rule)
                .containsExactly("weights.model");
    }

    @Test
    void weights_missing() {
        Map<NodeId, Double> weights = new HashMap<>(MODEL.weights().weights());
        weights.remove(new NodeId("d.y"));
        WeightSet set = MODEL.weights();
        WeightSet incomplete =
                new WeightSet(
                        set.id(),
                        set.model(),
                        set.name(),
                        set.status(),
                        set.method(),
                        set.provenance(),
                        weights);

        // siblings that are not complete have no sum to judge
        assertThat(WeightRules.check(MODEL.model(), incomplete))
                .containsExactly(
                        new Violation("weights.missing", "d.y", List.of(new NodeId("d.y"))));
        assertThatThrownBy(() -> incomplete.weight(new NodeId("d.y")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("d.y");
    }

    @Test
    void weights_range() {
        assertThat(weighed("d.y", -0.1))
                .extracting(Violation::rule)
                .containsExactly("weights.range");
        assertThat(weighed("d.y", 33)).extracting(Violation::rule).containsExactly("weights.range");
        assertThat(weighed("d.y", Double.NaN))
                .extracting(Violation::rule)
                .containsExactly("weights.range");
    }

    @Test
    void weights_sum() {
        assertThat(weighed("d.y", 0.333).getFirst())
                .isEqualTo(
                        new Violation(
                                "weights.sum",
                                "d.x",
                                List.of("d", 1 / 3.0 + 0.333 + 1 / 3.0, "d.x, d.y, d.z")));
        // among domains the set itself is named
        assertThat(weighed("e", 0.6).getFirst().arguments().getFirst()).isEqualTo("other-weights");
    }

    @Test
    void weights_may_miss_their_sum_by_a_billionth() {
        assertThat(weighed("e", 0.5 + 9e-10)).isEmpty();
        assertThat(weighed("e", 0.5 + 2e-9))
                .extracting(Violation::rule)
                .containsExactly("weights.sum");
    }

    @Test
    void weights_unknown() {
        // a criterion carries points, never a weight
        assertThat(check(MODEL.weighed(Map.of("f", 0.1, "d.x.1", 1.0))))
                .extracting(Violation::rule, Violation::subject)
                .containsExactly(tuple("weights.unknown", "d.x.1"), tuple("weights.unknown", "f"));
    }
}
