package org.jieti.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jieti.core.model.WeightSpread.Group;
import org.jieti.core.model.WeightSpread.Opinion;
import org.junit.jupiter.api.Test;

/// Opinions belong to whole groups of siblings, and each is a set of weights of its own.
class WeightSpreadTest {
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");

    private static Opinion opinion(String expert, double... weights) {
        return new Opinion(expert, 1, Arrays.stream(weights).boxed().toList());
    }

    @Test
    void a_group_is_found_by_the_node_above_it() {
        Group domains =
                new Group(
                        null,
                        List.of(A, B),
                        List.of(opinion("1", 0.5, 0.5), opinion("2", 1, 0)),
                        3.0);
        WeightSpread spread = new WeightSpread(List.of(domains));

        assertThat(spread.under(null)).isEqualTo(domains);
        assertThat(spread.under(A)).isNull();
    }

    @Test
    void one_opinion_is_no_spread() {
        assertThatThrownBy(
                        () -> new Group(null, List.of(A, B), List.of(opinion("1", 0.5, 0.5)), null))
                .hasMessageContaining("two opinions");
    }

    @Test
    void an_opinion_weighs_every_member_and_sums_to_1() {
        assertThatThrownBy(
                        () ->
                                new Group(
                                        null,
                                        List.of(A, B),
                                        List.of(opinion("1", 1), opinion("2", 1, 0)),
                                        null))
                .hasMessageContaining("weighs 1 nodes of 2");
        assertThatThrownBy(() -> opinion("1", 0.5, 0.4)).hasMessageContaining("sum to 0.9");
        assertThatThrownBy(() -> opinion("1", 1.5, -0.5)).hasMessageContaining("1.5");
    }
}
