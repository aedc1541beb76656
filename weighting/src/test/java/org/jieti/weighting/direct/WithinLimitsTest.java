package org.jieti.weighting.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.Statement.Range;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// Weights of which limits and orders are stated keep every one of them, and say so when they
/// cannot.
class WithinLimitsTest {
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");
    private static final NodeId C = new NodeId("c");
    private static final List<NodeId> ALL = List.of(A, B, C);

    private static Statement.Limits limits(Map<NodeId, Range> ranges, List<List<NodeId>> orders) {
        return new Statement.Limits("e", ranges, orders);
    }

    private static double[] weights(Statement.Limits statement) {
        return Objects.requireNonNull(WithinLimits.weights(ALL, statement));
    }

    @Test
    void nothing_stated_is_equal_weights() {
        assertThat(weights(limits(Map.of(), List.of())))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }

    /// a in [0.5, 0.7] leaves the others 0 to 0.5 each: 0.5 + 0.2t + 0.5t + 0.5t = 1, t = 5/12.
    @Test
    void weights_are_equally_far_along_their_ranges() {
        assertThat(weights(limits(Map.of(A, new Range(0.5, 0.7)), List.of())))
                .containsExactly(
                        new double[] {0.5 + 0.2 * 5 / 12, 0.5 * 5 / 12, 0.5 * 5 / 12},
                        within(1e-12));
    }

    /// a ≥ b ≥ c: a from 1/3 to 1, b to 1/2, c to 1/3: 1/3 + t·(2/3 + 1/2 + 1/3) = 1, t = 4/9.
    @Test
    void an_order_is_kept() {
        assertThat(weights(limits(Map.of(), List.of(List.of(A, B, C)))))
                .containsExactly(
                        new double[] {1 / 3.0 + 8 / 27.0, 2 / 9.0, 4 / 27.0}, within(1e-12));
    }

    @Test
    void a_weight_stated_as_it_is_comes_out() {
        assertThat(
                        weights(
                                limits(
                                        Map.of(
                                                A, new Range(0.5, 0.5),
                                                B, new Range(0.3, 0.3),
                                                C, new Range(0.2, 0.2)),
                                        List.of())))
                .containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-12));
    }

    @Seeds(30)
    void limits_and_orders_around_some_weights_are_kept(RandomGenerator random) {
        int size = random.nextInt(2, 10);
        List<NodeId> members = new ArrayList<>();
        double[] hidden = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            members.add(new NodeId("n" + i));
            hidden[i] = -Math.log(random.nextDouble());
            sum += hidden[i];
        }
        Map<NodeId, Range> ranges = new HashMap<>();
        for (int i = 0; i < size; i++) {
            hidden[i] /= sum;
            if (random.nextBoolean()) {
                ranges.put(
                        members.get(i),
                        new Range(
                                hidden[i] * random.nextDouble(),
                                hidden[i] + (1 - hidden[i]) * random.nextDouble()));
            }
        }
        List<NodeId> order = new ArrayList<>(members.subList(0, random.nextInt(size + 1)));
        order.sort(
                (a, b) -> Double.compare(hidden[members.indexOf(b)], hidden[members.indexOf(a)]));

        double[] weights =
                Objects.requireNonNull(
                        WithinLimits.weights(members, limits(ranges, List.of(order))));

        double total = 0;
        for (int i = 0; i < size; i++) {
            total += weights[i];
            Range range = ranges.getOrDefault(members.get(i), new Range(0, 1));
            assertThat(weights[i]).isBetween(range.lowest() - 1e-9, range.highest() + 1e-9);
        }
        assertThat(total).isEqualTo(1, within(1e-12));
        for (int i = 1; i < order.size(); i++) {
            assertThat(weights[members.indexOf(order.get(i - 1))])
                    .isGreaterThanOrEqualTo(weights[members.indexOf(order.get(i))] - 1e-9);
        }
    }

    @Test
    void limits_that_leave_no_weights_are_named_and_no_others() {
        Statement.Limits statement =
                limits(
                        Map.of(A, new Range(0.1, 0.2), B, new Range(0.3, 0.6)),
                        List.of(List.of(A, B), List.of(C, B)));

        assertThat(WithinLimits.weights(ALL, statement)).isNull();
        assertThat(WithinLimits.contradiction(ALL, statement))
                .containsExactlyInAnyOrder("a in [0.1, 0.2]", "b in [0.3, 0.6]", "a >= b");
    }

    @Test
    void limits_that_are_too_low_or_too_high_together_are_named() {
        Statement.Limits low =
                limits(
                        Map.of(
                                A, new Range(0, 0.2),
                                B, new Range(0, 0.3),
                                C, new Range(0, 0.4)),
                        List.of());
        Statement.Limits high =
                limits(Map.of(A, new Range(0.6, 1), B, new Range(0.5, 1)), List.of());

        assertThat(WithinLimits.contradiction(ALL, low)).hasSize(3);
        assertThat(WithinLimits.contradiction(ALL, high)).hasSize(2);
        assertThat(WithinLimits.contradiction(ALL, limits(Map.of(), List.of()))).isEmpty();
    }
}
