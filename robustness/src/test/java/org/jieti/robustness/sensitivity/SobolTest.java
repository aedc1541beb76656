package org.jieti.robustness.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jieti.robustness.montecarlo.Watcher;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

class SobolTest {
    private static final SobolPlan PLAN = new SobolPlan(1 << 14, 100, 1);

    private static SobolIndices run(Study study, SobolPlan plan, int threads) {
        return Objects.requireNonNull(Sobol.run(study, plan, threads, Watcher.NONE));
    }

    private static Indices.Defined defined(Study study, SobolPlan plan) {
        Indices indices = run(study, plan, 2).of(0, 0);
        assertThat(indices).isInstanceOf(Indices.Defined.class);
        return (Indices.Defined) indices;
    }

    private static void assertIndices(Indices.Defined indices, double[] first, double[] total) {
        for (int i = 0; i < first.length; i++) {
            assertThat(indices.effects().get(i).first().value())
                    .as("S1 of factor %d", i)
                    .isCloseTo(first[i], within(0.02));
            assertThat(indices.effects().get(i).total().value())
                    .as("ST of factor %d", i)
                    .isCloseTo(total[i], within(0.02));
        }
    }

    /// T. Ishigami and T. Homma, "An importance quantification technique in uncertainty analysis
    /// for computer models" (1990), with a = 7, b = 0.1: V1 = (1 + b π⁴/5)² / 2, V2 = a²/8,
    /// V13 = 8 b² π⁸ / 225; V = 13.845.
    @Test
    void ishigamis_function_has_its_analytic_indices() {
        Known ishigami =
                Known.of(
                        3,
                        u -> {
                            double x1 = Math.PI * (2 * u[0] - 1);
                            double x2 = Math.PI * (2 * u[1] - 1);
                            double x3 = Math.PI * (2 * u[2] - 1);
                            return Math.sin(x1)
                                    + 7 * Math.sin(x2) * Math.sin(x2)
                                    + 0.1 * Math.pow(x3, 4) * Math.sin(x1);
                        });
        Indices.Defined indices = defined(ishigami, PLAN);
        double v1 = 0.5 * Math.pow(1 + 0.1 * Math.pow(Math.PI, 4) / 5, 2);
        double v2 = 49 / 8.0;
        double v13 = 8 * 0.01 * Math.pow(Math.PI, 8) / 225;
        double v = v1 + v2 + v13;
        assertThat(v).isCloseTo(13.845, within(1e-3));
        assertThat(indices.variance()).isCloseTo(v, within(0.2));
        assertThat(indices.mean()).isCloseTo(3.5, within(0.05));
        assertIndices(
                indices,
                new double[] {v1 / v, v2 / v, 0},
                new double[] {(v1 + v13) / v, v2 / v, v13 / v});
        // The third factor acts only together with the first.
        assertThat(indices.effects().get(2).first().isOverZero()).isTrue();
        assertThat(indices.effects().get(2).total().isOverZero()).isFalse();
    }

    /// I. M. Sobol's g-function: the product of (|4 x − 2| + a) / (1 + a); V_i = 1/3 / (1 + a_i)²,
    /// V = Π (1 + V_i) − 1. With a = 0, 1, 4.5, 9, 99 as in Saltelli et al. (2010).
    @Test
    void sobols_g_function_has_its_analytic_indices() {
        double[] a = {0, 1, 4.5, 9, 99};
        Known g =
                Known.of(
                        5,
                        u -> {
                            double product = 1;
                            for (int i = 0; i < 5; i++) {
                                product *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
                            }
                            return product;
                        });
        double[] parts = new double[5];
        double product = 1;
        for (int i = 0; i < 5; i++) {
            parts[i] = 1 / (3 * (1 + a[i]) * (1 + a[i]));
            product *= 1 + parts[i];
        }
        double variance = product - 1;
        double[] first = new double[5];
        double[] total = new double[5];
        for (int i = 0; i < 5; i++) {
            first[i] = parts[i] / variance;
            total[i] = parts[i] * product / (1 + parts[i]) / variance;
        }
        assertIndices(defined(g, PLAN), first, total);
    }

    /// y = x1 + 2 x2 + 3 x3: variances 1 : 4 : 9, no interactions, S1 = ST.
    @Test
    void in_a_sum_first_order_and_total_are_the_shares_of_the_variance() {
        Indices.Defined indices = defined(Known.of(3, u -> u[0] + 2 * u[1] + 3 * u[2]), PLAN);
        double[] shares = {1 / 14.0, 4 / 14.0, 9 / 14.0};
        assertIndices(indices, shares, shares);
        assertThat(indices.variance()).isCloseTo(14 / 12.0, within(0.02));
        for (int i = 0; i < 3; i++) {
            Estimate.Interval interval =
                    Objects.requireNonNull(indices.effects().get(i).total().interval());
            assertThat(shares[i]).isBetween(interval.low() - 0.01, interval.high() + 0.01);
        }
    }

    /// y = 1 if x1 ≥ 0.5, else 0, whatever x2: all of the variance is x1's.
    @Test
    void an_indicator_is_a_function_like_any_other() {
        Known level = new Known(2, List.of(u -> u[0] * 2 + 0 * u[1]), 1.0);
        Indices.Defined indices = defined(level, PLAN);
        assertIndices(indices, new double[] {1, 0}, new double[] {1, 0});
        assertThat(indices.mean()).isCloseTo(0.5, within(0.02));
    }

    /// The factor never changes anything: every term is 0, and so is every resample.
    @Test
    void a_factor_without_effect_has_an_interval_over_zero() {
        Indices.Defined indices = defined(Known.of(2, u -> u[0]), PLAN);
        Indices.Effect idle = indices.effects().get(1);
        assertThat(idle.first().value()).isZero();
        assertThat(idle.total().value()).isZero();
        assertThat(idle.first().isOverZero()).isTrue();
        assertThat(idle.total().isOverZero()).isTrue();
        assertThat(indices.effects().get(0).first().isOverZero()).isFalse();
    }

    @Test
    void without_variance_there_are_no_indices_rather_than_zeros() {
        assertThat(run(Known.of(2, _ -> 64.8), PLAN, 1).of(0, 0))
                .isInstanceOfSatisfying(
                        Indices.NoVariance.class,
                        none -> assertThat(none.value()).isCloseTo(64.8, within(1e-12)));
    }

    @Test
    void differences_of_rounding_are_no_variance() {
        assertThat(run(Known.of(1, u -> 64.8 + 1e-13 * u[0]), PLAN, 1).of(0, 0))
                .isInstanceOf(Indices.NoVariance.class);
    }

    /// Four rows by hand, A = (1, 3, 2, 6), B = (5, 3, 4, 2) and AB = B for the only factor, so the
    /// terms are B − m times B − A with m = 26/8 = 3.25: 1.75·4 + 0 + 0.75·2 + (−1.25)(−4) = 13.5;
    /// squares 16 + 0 + 4 + 16 = 36. V = (1+9+4+36+25+9+16+4)/8 − 3.25² = 13 − 10.5625 = 2.4375.
    /// S1 = 13.5/4/2.4375 = 1.3846, ST = 36/8/2.4375 = 1.8462.
    @Test
    void four_rows_come_out_as_by_hand() {
        double[][] columns = {{1, 3, 2, 6}, {5, 3, 4, 2}, {5, 3, 4, 2}};
        double[][] counts = new double[4][8];
        for (double[] row : counts) {
            row[0] = 1;
        }
        Sums sums = new Sums(1, 8);
        sums.add(columns, 4, 0, 1, counts, Sums.terms(1, 4));
        assertThat(sums.centre()).isEqualTo(3.25);
        assertThat(sums.of(0)[0]).isEqualTo(13.5);
        assertThat(sums.of(1)[0]).isEqualTo(36);
        assertThat(sums.of(2)[0]).isEqualTo(0);
        assertThat(sums.of(3)[0]).isEqualTo(8 * 2.4375);
        assertThat(sums.range()).isEqualTo(5);
    }

    /// By an independent route: indices of every resample from scratch, counts from [Resamples].
    @Seeds(10)
    void intervals_are_those_of_resamples_worked_one_by_one(RandomGenerator random) {
        int rows = random.nextInt(64, 200);
        SobolPlan plan = new SobolPlan(rows, 40, random.nextLong());
        Known study = Known.of(2, u -> u[0] + u[0] * u[1]);
        Values values = new Values(study, rows);
        study.evaluator(rows).evaluate(0, rows, values, 0);
        double[][] counts = new double[rows][48];
        new Resamples(plan.seed(), 40, rows).fill(0, rows, counts);
        double[] y = values.array();
        double centre = 0;
        for (int row = 0; row < rows; row++) {
            centre += (y[row] + y[rows + row]) / (2.0 * rows);
        }
        double[] first = new double[40];
        for (int resample = 1; resample <= 40; resample++) {
            double size = 0;
            double sum = 0;
            double square = 0;
            double product = 0;
            for (int row = 0; row < rows; row++) {
                double count = counts[row][resample];
                size += count;
                sum += count * (y[row] + y[rows + row]);
                square += count * (y[row] * y[row] + y[rows + row] * y[rows + row]);
                product += count * (y[rows + row] - centre) * (y[2 * rows + row] - y[row]);
            }
            double mean = sum / (2 * size);
            first[resample - 1] = product / size / (square / (2 * size) - mean * mean);
        }
        Arrays.sort(first);
        Estimate.Interval interval =
                Objects.requireNonNull(
                        defined(study, plan).effects().getFirst().first().interval());
        // Quantiles of 40: places 0.975 and 38.025.
        assertThat(interval.low())
                .isCloseTo(first[0] + 0.975 * (first[1] - first[0]), within(1e-9));
        assertThat(interval.high())
                .isCloseTo(first[38] + 0.025 * (first[39] - first[38]), within(1e-9));
    }

    /// Eight rows in two groups of four, counted 2 and 0 times in a resample: its sums are twice
    /// those of the first four rows, and the sample's own are those of all.
    @Test
    void a_group_counts_with_all_its_rows() {
        double[][] columns = {
            {1, 3, 2, 6, 4, 4, 4, 4}, {5, 3, 4, 2, 4, 4, 4, 9}, {5, 3, 4, 2, 4, 4, 4, 9}
        };
        double[][] counts = new double[4][8];
        counts[0][0] = 1;
        counts[1][0] = 1;
        counts[0][1] = 2;
        Sums sums = new Sums(1, 8);
        sums.add(columns, 8, 0, 4, counts, Sums.terms(1, 8));
        // Squares of B − A: 16, 0, 4, 16 and 0, 0, 0, 25.
        assertThat(sums.of(1)[0]).isEqualTo(61);
        assertThat(sums.of(1)[1]).isEqualTo(72);
    }

    @Test
    void there_are_at_least_256_groups_once_there_are_512_rows() {
        assertThat(new Resamples(1, 40, 64).groupRows()).isEqualTo(1);
        assertThat(new Resamples(1, 40, 511).groupRows()).isEqualTo(1);
        assertThat(new Resamples(1, 40, 512).groupRows()).isEqualTo(2);
        assertThat(new Resamples(1, 40, 1024).groupRows()).isEqualTo(4);
        assertThat(new Resamples(1, 40, 1 << 20).groupRows()).isEqualTo(32);
    }

    /// Over 60 seeds, intervals of 95 % hold the true index of x1 in y = x1 + 2 x2, which is 0.2.
    @Test
    void intervals_hold_the_truth_about_as_often_as_they_say() {
        int held = 0;
        for (int i = 0; i < 60; i++) {
            int shift = i;
            Study study = Shifted.of(Known.of(2, u -> u[0] + 2 * u[1]), 4096L * shift);
            Estimate.Interval interval =
                    Objects.requireNonNull(
                            defined(study, new SobolPlan(1024, 200, i))
                                    .effects()
                                    .getFirst()
                                    .first()
                                    .interval());
            held += interval.low() <= 0.2 && 0.2 <= interval.high() ? 1 : 0;
        }
        assertThat(held).isBetween(51, 60);
    }

    /// The same study with its rows numbered from another.
    private record Shifted(Study of, long by) implements Study {
        static Study of(Study study, long by) {
            return new Shifted(study, by);
        }

        @Override
        public int factorCount() {
            return of.factorCount();
        }

        @Override
        public int subjectCount() {
            return of.subjectCount();
        }

        @Override
        public int valueCount() {
            return of.valueCount();
        }

        @Override
        public List<Outcome> outcomes() {
            return of.outcomes();
        }

        @Override
        public Evaluator evaluator(int rows) {
            Evaluator evaluator = of.evaluator(rows);
            return (first, count, into, place) ->
                    evaluator.evaluate(first + by, count, into, place);
        }
    }

    @Test
    void any_number_of_threads_gives_the_same_bits() {
        Known study =
                new Known(
                        2, List.of(u -> u[0], u -> u[0] * u[1], u -> Math.exp(u[1]), _ -> 3), null);
        SobolPlan plan = new SobolPlan(1000, 100, 7);
        SobolIndices alone = run(study, plan, 1);
        assertThat(run(study, plan, 2)).isEqualTo(alone);
        assertThat(run(study, plan, 5)).isEqualTo(alone);
    }

    @Test
    void a_unit_has_the_same_indices_whoever_is_beside_it() {
        Known alone = Known.of(2, u -> u[0] * u[1]);
        Known among = new Known(2, List.of(u -> u[0] * u[1], u -> u[0]), null);
        SobolPlan plan = new SobolPlan(1000, 100, 7);
        assertThat(run(among, plan, 2).of(0, 0)).isEqualTo(run(alone, plan, 2).of(0, 0));
    }

    /// 256 rows are a block: a stop after the first leaves what 256 rows asked for would give.
    @Test
    void stopped_it_leaves_what_fewer_rows_would_have_given() {
        Known study = Known.of(2, u -> u[0] + u[1] * u[1]);
        AtomicLong seen = new AtomicLong();
        Watcher stopping =
                new Watcher() {
                    @Override
                    public void at(long done, long of) {
                        seen.set(done);
                        assertThat(of).isEqualTo(500);
                    }

                    @Override
                    public boolean stops() {
                        return seen.get() >= 256;
                    }
                };
        SobolIndices stopped =
                Objects.requireNonNull(Sobol.run(study, new SobolPlan(500, 100, 3), 1, stopping));
        assertThat(stopped.isComplete()).isFalse();
        assertThat(stopped.rows()).isEqualTo(256);
        SobolIndices asked = run(study, new SobolPlan(256, 100, 3), 1);
        assertThat(asked.isComplete()).isTrue();
        assertThat(stopped.indices()).isEqualTo(asked.indices());
    }

    @Test
    void stopped_at_once_it_leaves_nothing() {
        Watcher stopped =
                new Watcher() {
                    @Override
                    public void at(long done, long of) {}

                    @Override
                    public boolean stops() {
                        return true;
                    }
                };
        assertThat(Sobol.run(Known.of(1, u -> u[0]), PLAN, 2, stopped)).isNull();
    }

    @Test
    void without_resamples_there_are_no_intervals() {
        Indices.Effect effect =
                defined(Known.of(1, u -> u[0]), new SobolPlan(64, 0, 1)).effects().getFirst();
        assertThat(effect.first().interval()).isNull();
        assertThat(effect.first().isOverZero()).isFalse();
        assertThat(effect.total().value()).isCloseTo(1, within(0.3));
    }

    @Test
    void a_plan_keeps_to_what_can_be_done() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SobolPlan(63, 100, 1))
                .withMessageContaining("Between 64 and");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SobolPlan(64, 39, 1))
                .withMessageContaining("Between 40 and 10000 resamples");
    }

    /// A Poisson variate of mean 1 has mean and variance 1; 200,000 counts have 1 ± 0.01.
    @Test
    void counts_of_resamples_have_mean_and_variance_one() {
        double[][] counts = new double[1000][208];
        new Resamples(5, 200, 64).fill(0, 1000, counts);
        double sum = 0;
        double square = 0;
        for (double[] row : counts) {
            assertThat(row[0]).isEqualTo(1);
            for (int i = 1; i <= 200; i++) {
                sum += row[i];
                square += row[i] * row[i];
            }
            assertThat(row[201]).isZero();
        }
        double mean = sum / 200_000;
        assertThat(mean).isCloseTo(1, within(0.01));
        assertThat(square / 200_000 - mean * mean).isCloseTo(1, within(0.02));
    }
}
