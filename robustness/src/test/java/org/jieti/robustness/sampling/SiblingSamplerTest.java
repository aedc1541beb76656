package org.jieti.robustness.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jieti.core.model.NodeId;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.core.uncertainty.WeightDistribution.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Means and variances of what is drawn against exact ones. Seeds are fixed.
class SiblingSamplerTest {
    private static final int DRAWS = 20_000;

    private static List<NodeId> members(int count) {
        return IntStream.range(0, count).mapToObj(i -> new NodeId("m" + i)).toList();
    }

    private static NodeId m(int i) {
        return new NodeId("m" + i);
    }

    private static double[] equal(int count) {
        double[] set = new double[count];
        Arrays.fill(set, 1.0 / count);
        return set;
    }

    private static SiblingSampler sampler(WeightDistribution distribution, double... set) {
        return Objects.requireNonNull(
                SiblingSampler.of(distribution, members(set.length), set, null));
    }

    /// `[draw][member]`; every draw sums to 1 and is not negative.
    private static double[][] drawn(SiblingSampler sampler, int members) {
        double[][] drawn = new double[DRAWS][members];
        RunStream random = new RunStream();
        for (int draw = 0; draw < DRAWS; draw++) {
            random.begin(3, draw, 5);
            sampler.draw(random, drawn[draw]);
            assertThat(Arrays.stream(drawn[draw]).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(drawn[draw]).min().orElseThrow()).isNotNegative();
        }
        return drawn;
    }

    private static double mean(double[][] drawn, int member) {
        return Arrays.stream(drawn).mapToDouble(draw -> draw[member]).average().orElseThrow();
    }

    private static double variance(double[][] drawn, int member) {
        double mean = mean(drawn, member);
        return Arrays.stream(drawn)
                .mapToDouble(draw -> (draw[member] - mean) * (draw[member] - mean))
                .average()
                .orElseThrow();
    }

    /// Five standard errors of a mean, for a variable of that deviation.
    private static double error(double deviation) {
        return 5 * deviation / Math.sqrt(DRAWS);
    }

    /// Dirichlet(1, …, 1) of n: mean 1/n, variance (n − 1)/(n²·(n + 1)).
    @Test
    void any_weights_are_uniform_on_the_simplex() {
        double[][] drawn = drawn(sampler(new WeightDistribution.Any(), 0.7, 0.1, 0.1, 0.1), 4);
        for (int i = 0; i < 4; i++) {
            assertThat(mean(drawn, i)).isCloseTo(0.25, within(error(0.194)));
            assertThat(variance(drawn, i)).isCloseTo(3 / 80.0, within(error(0.06)));
        }
    }

    @Test
    void a_weight_of_0_stays_0_and_the_others_share_the_whole() {
        for (WeightDistribution distribution :
                List.of(
                        new WeightDistribution.Any(),
                        new WeightDistribution.Around(0.05),
                        new WeightDistribution.PlusMinus(1),
                        new WeightDistribution.Within(
                                Map.of(m(0), new Interval(0.1, 0.6)), List.of()))) {
            double[][] drawn = drawn(sampler(distribution, 0.5, 0, 0.3, 0.2), 4);
            assertThat(List.of(drawn)).allMatch(draw -> draw[1] == 0);
            assertThat(List.of(drawn)).allMatch(draw -> draw[0] > 0 && draw[2] > 0 && draw[3] > 0);
        }
    }

    /// Mean w, variance w·(1 − w)/(c + 1).
    @Test
    void weights_around_the_set_have_its_mean_and_the_variance_of_the_concentration() {
        double[] set = {0.5, 0.3, 0.15, 0.05};
        double[][] drawn = drawn(sampler(new WeightDistribution.Around(20), set), 4);
        for (int i = 0; i < 4; i++) {
            double variance = set[i] * (1 - set[i]) / 21;
            assertThat(mean(drawn, i)).isCloseTo(set[i], within(error(Math.sqrt(variance))));
            assertThat(variance(drawn, i)).isCloseTo(variance, within(0.06 * variance));
        }
    }

    @Test
    void experts_who_agree_leave_the_set_alone() {
        WeightDistribution experts = new WeightDistribution.BetweenExperts();
        assertThat(SiblingSampler.of(experts, members(2), equal(2), null)).isNull();
        assertThat(SiblingSampler.of(experts, members(2), equal(2), 30.0)).isNotNull();
    }

    @Test
    void plus_minus_keeps_every_ratio_within_the_share() {
        double[] set = {0.6, 0.3, 0.1};
        double[][] drawn = drawn(sampler(new WeightDistribution.PlusMinus(0.2), set), 3);
        for (double[] draw : drawn) {
            assertThat(draw[0] / draw[1] / 2).isBetween(0.8 / 1.2, 1.2 / 0.8);
        }
        assertThat(mean(drawn, 0)).isCloseTo(0.6, within(0.003));
    }

    /// The k-th largest of n spacings has mean (1/n)·Σ_{j=k..n} 1/j (order statistics of a uniform
    /// point on the simplex, as for rank-order-centroid weights).
    @ParameterizedTest
    @EnumSource(
            value = WeightsWithin.Way.class,
            names = {"FROM_LEAST", "WALK"})
    void an_order_of_all_members_gives_the_rank_order_centroid(WeightsWithin.Way way) {
        int n = 4;
        WeightDistribution.Within ordered =
                new WeightDistribution.Within(Map.of(), List.of(List.of(m(2), m(0), m(3), m(1))));
        double[][] drawn = drawn(WeightsWithin.of(ordered, members(n), equal(n), way), n);
        int[] places = {2, 0, 3, 1};
        for (int k = 1; k <= n; k++) {
            double expected = 0;
            for (int j = k; j <= n; j++) {
                expected += 1.0 / j / n;
            }
            assertThat(mean(drawn, places[k - 1])).isCloseTo(expected, within(error(0.15)));
        }
        assertThat(List.of(drawn)).allMatch(w -> w[2] >= w[0] && w[0] >= w[3] && w[3] >= w[1]);
    }

    /// Least bounds only: the bound plus a share of what is left, Dirichlet(1, …, 1).
    @ParameterizedTest
    @EnumSource(
            value = WeightsWithin.Way.class,
            names = {"FROM_LEAST", "WALK"})
    void least_bounds_leave_a_smaller_simplex(WeightsWithin.Way way) {
        WeightDistribution.Within least =
                new WeightDistribution.Within(
                        Map.of(m(0), new Interval(0.3, 1), m(2), new Interval(0.2, 1)), List.of());
        double[][] drawn = drawn(WeightsWithin.of(least, members(3), equal(3), way), 3);
        double[] bounds = {0.3, 0, 0.2};
        for (int i = 0; i < 3; i++) {
            assertThat(mean(drawn, i)).isCloseTo(bounds[i] + 0.5 / 3, within(error(0.12)));
            assertThat(variance(drawn, i)).isCloseTo(0.25 * 2 / 36, within(error(0.03)));
        }
    }

    /// w₁, w₂ ≤ 1/2 and w₃ = 1 − w₁ − w₂: uniform on the triangle {w ≥ 0, Σ = 1} cut at 1/2, which
    /// is the triangle of its midpoints. Reflected, 1 − 2w is uniform on the simplex: mean 1/3,
    /// variance (1/18)/4.
    @ParameterizedTest
    @EnumSource(
            value = WeightsWithin.Way.class,
            names = {"FROM_LEAST", "FROM_GREATEST", "WALK"})
    void greatest_bounds_mirror_least_bounds(WeightsWithin.Way way) {
        Interval half = new Interval(0, 0.5);
        WeightDistribution.Within greatest =
                new WeightDistribution.Within(
                        Map.of(m(0), half, m(1), half, m(2), half), List.of());
        double[][] drawn = drawn(WeightsWithin.of(greatest, members(3), equal(3), way), 3);
        for (int i = 0; i < 3; i++) {
            assertThat(mean(drawn, i)).isCloseTo(1 / 3.0, within(error(0.118)));
            assertThat(variance(drawn, i)).isCloseTo(1 / 72.0, within(error(0.02)));
        }
    }

    /// Two members, w₁ in 0.2..0.5 and w₁ ≥ w₂ only where w₁ ≥ 0.5: nothing but a point is left.
    @Test
    void bounds_that_leave_one_point_give_that_point() {
        WeightDistribution.Within within =
                new WeightDistribution.Within(
                        Map.of(m(0), new Interval(0.2, 0.5)), List.of(List.of(m(0), m(1))));
        double[][] drawn = drawn(sampler(within, 0.4, 0.6), 2);
        assertThat(List.of(drawn)).allMatch(w -> w[0] == 0.5 && w[1] == 0.5);
    }

    /// A total order of eight members with bounds that differ between them: one draw in
    /// 8! = 40,320 keeps it.
    @Test
    void where_too_many_draws_would_be_lost_a_walk_takes_over() {
        List<NodeId> members = members(8);
        WeightDistribution.Within within =
                new WeightDistribution.Within(
                        Map.of(m(3), new Interval(0.05, 0.2)), List.of(members));
        WeightsWithin sampler = WeightsWithin.of(within, members, equal(8));
        assertThat(sampler.way()).isEqualTo(WeightsWithin.Way.WALK);
        double[] weights = new double[8];
        RunStream random = new RunStream();
        for (int draw = 0; draw < 500; draw++) {
            random.begin(3, draw, 5);
            sampler.draw(random, weights);
            assertThat(weights[3]).isBetween(0.05, 0.2);
            for (int i = 1; i < 8; i++) {
                assertThat(weights[i]).isLessThanOrEqualTo(weights[i - 1]);
            }
        }
    }

    /// A walk against draws that are exact, where both can be had: intervals and an order that is
    /// no chain (m0 above m1 and above m2).
    @Test
    void the_walk_agrees_with_exact_draws() {
        List<NodeId> members = members(4);
        WeightDistribution.Within within =
                new WeightDistribution.Within(
                        Map.of(m(0), new Interval(0.1, 0.7), m(3), new Interval(0.05, 0.4)),
                        List.of(List.of(m(0), m(1)), List.of(m(0), m(2))));
        WeightsWithin exact = WeightsWithin.of(within, members, equal(4));
        assertThat(exact.way()).isEqualTo(WeightsWithin.Way.FROM_LEAST);
        double[][] draws = drawn(exact, 4);
        double[][] walks =
                drawn(WeightsWithin.of(within, members, equal(4), WeightsWithin.Way.WALK), 4);
        for (int i = 0; i < 4; i++) {
            double deviation = Math.sqrt(variance(draws, i));
            assertThat(mean(walks, i))
                    .isCloseTo(mean(draws, i), within(Math.sqrt(2) * error(deviation)));
            assertThat(variance(walks, i))
                    .isCloseTo(variance(draws, i), within(0.08 * variance(draws, i)));
        }
    }

    @Test
    void bounds_that_nothing_fits_are_refused_with_the_reason() {
        List<NodeId> members = members(2);
        assertThatThrownBy(
                        () ->
                                SiblingSampler.of(
                                        new WeightDistribution.Within(
                                                Map.of(
                                                        m(0), new Interval(0.6, 1),
                                                        m(1), new Interval(0.5, 1)),
                                                List.of()),
                                        members,
                                        equal(2),
                                        null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TooMuch[sum=1.1]");
    }

    @Test
    void one_member_or_none_with_weight_has_nothing_to_draw() {
        WeightDistribution any = new WeightDistribution.Any();
        assertThat(SiblingSampler.of(any, members(1), equal(1), null)).isNull();
        assertThat(SiblingSampler.of(any, members(2), new double[] {1, 0}, null)).isNull();
    }
}
