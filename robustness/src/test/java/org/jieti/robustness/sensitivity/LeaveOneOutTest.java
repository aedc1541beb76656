package org.jieti.robustness.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jieti.core.population.IndexNode;
import org.jieti.robustness.fixture.Asem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// COINr's ASEM example: 51 countries, 49 indicators, 8 pillars, 2 sub-indices.
class LeaveOneOutTest {
    private static final List<LeaveOneOut.Removal> REMOVALS =
            LeaveOneOut.of(Asem.MODEL, Asem.POPULATION);

    private static Map<String, LeaveOneOut.Removal> atDepth(int depth) {
        return REMOVALS.stream()
                .filter(removal -> removal.depth() == depth)
                .collect(
                        Collectors.toMap(
                                removal -> removal.element().id().value(), removal -> removal));
    }

    /// What COINr 1.1.14's `remove_elements` gives for the example (MIT licence): the mean absolute
    /// difference of the ranks of 51 countries, so whole numbers over 51.
    @Test
    void leaving_out_a_pillar_or_a_sub_index_moves_ranks_as_far_as_in_coinr() {
        Map<String, Double> pillars =
                Map.of(
                        "physical", 1.52941176470588,
                        "conecfin", 2.62745098039216,
                        "political", 2.90196078431373,
                        "instit", 1.17647058823529,
                        "p2p", 1.68627450980392,
                        "environ", 3.09803921568627,
                        "social", 3.96078431372549,
                        "susecfin", 2.62745098039216);
        Map<String, Double> halves = Map.of("conn", 5.25490196078431, "sust", 3.84313725490196);
        assertThat(atDepth(2).keySet()).isEqualTo(pillars.keySet());
        pillars.forEach((id, shift) -> assertShift(atDepth(2).get(id), shift));
        assertThat(atDepth(1).keySet()).isEqualTo(halves.keySet());
        halves.forEach((id, shift) -> assertShift(atDepth(1).get(id), shift));
    }

    private static void assertShift(LeaveOneOut.@Nullable Removal found, double shift) {
        LeaveOneOut.Removal removal = Objects.requireNonNull(found);
        assertThat(removal.units()).isEqualTo(51);
        assertThat(removal.shift())
                .as(removal.element().id().value())
                .isNotNull()
                .isCloseTo(shift, within(1e-12));
    }

    /// COINr's effective weights: those of pillars are a half over the number of pillars, those of
    /// indicators the pillar's over the number of its indicators.
    @Test
    void effective_weights_are_those_of_coinr() {
        Map<String, Double> indicators =
                Map.of(
                        "goods", 0.02,
                        "renew", 0.0333333333333333,
                        "tariff", 0.0166666666666667,
                        "stmob", 0.0125,
                        "lpi", 0.0125,
                        "embs", 0.0333333333333333,
                        "poverty", 0.0185185185185185,
                        "pubdebt", 0.0333333333333333);
        indicators.forEach(
                (id, weight) ->
                        assertThat(Objects.requireNonNull(atDepth(3).get(id)).effectiveWeight())
                                .as(id)
                                .isCloseTo(weight, within(1e-15)));
        assertThat(atDepth(3)).hasSize(49);
        assertThat(
                        atDepth(3).values().stream()
                                .mapToDouble(LeaveOneOut.Removal::effectiveWeight)
                                .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(Objects.requireNonNull(atDepth(2).get("p2p")).effectiveWeight())
                .isCloseTo(0.1, within(1e-15));
        assertThat(Objects.requireNonNull(atDepth(2).get("social")).effectiveWeight())
                .isCloseTo(0.166666666666667, within(1e-15));
    }

    @Test
    void every_element_below_the_root_is_left_out_once_parents_first() {
        assertThat(REMOVALS).hasSize(2 + 8 + 49);
        assertThat(REMOVALS.getFirst().element()).isInstanceOf(IndexNode.Branch.class);
        assertThat(REMOVALS.getFirst().element().id().value()).isEqualTo("conn");
        assertThat(REMOVALS.get(1).element().id().value()).isEqualTo("physical");
    }
}
