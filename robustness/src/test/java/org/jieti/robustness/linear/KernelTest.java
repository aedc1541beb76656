package org.jieti.robustness.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// Both kernels against a loop that says what they do, bit by bit.
class KernelTest {
    private static final Kernel PLAIN = new PlainKernel();
    private static final Kernel VECTOR = new VectorKernel();

    private static double[][] rows(int count, int lanes, RandomGenerator random) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, _ -> random.doubles(lanes, -1, 1).toArray());
        return rows;
    }

    @Seeds(30)
    void products_are_fused_sums_in_the_order_of_columns(RandomGenerator random) {
        int lanes = VECTOR.step() * PLAIN.step() * random.nextInt(1, 4);
        int columns = random.nextInt(1, 40);
        int at = random.nextInt(5);
        double[][] values = rows(columns, lanes, random);
        double[] coefficients = random.doubles(at + (long) columns * Kernel.RUNS, -1, 1).toArray();
        int from = random.nextInt(columns);
        int to = random.nextInt(from, columns + 1);
        double[][] expected = new double[Kernel.RUNS][lanes];
        for (int j = 0; j < Kernel.RUNS; j++) {
            for (int lane = 0; lane < lanes; lane++) {
                for (int k = from; k < to; k++) {
                    double coefficient = coefficients[at + k * Kernel.RUNS + j];
                    expected[j][lane] = Math.fma(values[k][lane], coefficient, expected[j][lane]);
                }
            }
        }
        for (Kernel kernel : new Kernel[] {PLAIN, VECTOR}) {
            double[][] into = rows(Kernel.RUNS, lanes, random);
            kernel.product(values).multiply(from, to, coefficients, at, into);
            assertThat(into).isDeepEqualTo(expected);
        }
    }

    @Seeds(30)
    void totals_are_fused_sums_in_the_order_of_parts(RandomGenerator random) {
        int lanes = VECTOR.step() * PLAIN.step();
        int parts = random.nextInt(1, 9);
        int stride = random.nextInt(Kernel.RUNS, 12);
        int at = random.nextInt(stride - Kernel.RUNS + 1);
        double[][] points = rows(parts, lanes, random);
        double[][][] deltas = new double[parts + 2][][];
        Arrays.setAll(deltas, _ -> rows(Kernel.RUNS, lanes, random));
        double[] weights = random.doubles((long) parts * stride, -1, 1).toArray();
        double[] deviations = random.doubles((long) parts * stride, -1, 1).toArray();
        double[][] expected = new double[Kernel.RUNS][lanes];
        for (int j = 0; j < Kernel.RUNS; j++) {
            for (int lane = 0; lane < lanes; lane++) {
                double sum = 0;
                for (int part = 0; part < parts; part++) {
                    int of = at + part * stride + j;
                    sum = Math.fma(weights[of], deltas[part][j][lane], sum);
                    sum = Math.fma(deviations[of], points[part][lane], sum);
                }
                expected[j][lane] = sum;
            }
        }
        for (Kernel kernel : new Kernel[] {PLAIN, VECTOR}) {
            double[][] into = rows(Kernel.RUNS, lanes, random);
            kernel.total(parts, points, deltas, weights, deviations, at, stride, into);
            assertThat(into).isDeepEqualTo(expected);
        }
    }

    @Seeds(30)
    void moments_are_added_run_after_run(RandomGenerator random) {
        int lanes = VECTOR.step() * PLAIN.step();
        double[][] of = rows(Kernel.RUNS, lanes, random);
        double[] sum = random.doubles(lanes, -1, 1).toArray();
        double[] square = random.doubles(lanes, 0, 1).toArray();
        double[] expectedSum = sum.clone();
        double[] expectedSquare = square.clone();
        for (double[] run : of) {
            for (int lane = 0; lane < lanes; lane++) {
                expectedSum[lane] += run[lane];
                expectedSquare[lane] = Math.fma(run[lane], run[lane], expectedSquare[lane]);
            }
        }
        for (Kernel kernel : new Kernel[] {PLAIN, VECTOR}) {
            double[] sums = sum.clone();
            double[] squares = square.clone();
            kernel.moments(of, sums, squares);
            assertThat(sums).containsExactly(expectedSum);
            assertThat(squares).containsExactly(expectedSquare);
        }
    }

    @Seeds(30)
    void lanes_climb_as_far_as_every_level_below_is_reached(RandomGenerator random) {
        int lanes = VECTOR.step() * PLAIN.step();
        int levels = random.nextInt(1, Kernel.MOST_LEVELS + 1);
        double[][] base = rows(levels, lanes, random);
        double[][] delta = rows(levels, lanes, random);
        double[] thresholds = random.doubles(levels, -1, 0.5).toArray();
        // Some stand exactly at the threshold, which reaches it.
        base[0][0] = thresholds[0];
        delta[0][0] = 0;
        double[] caps = new double[lanes];
        Arrays.setAll(caps, _ -> Kernel.power(random.nextInt(1, levels + 1)));
        double[] expected = new double[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            int level = 0;
            while (level < levels && base[level][lane] + delta[level][lane] >= thresholds[level]) {
                level++;
            }
            expected[lane] = Math.min(Kernel.power(Math.max(1, level)), caps[lane]);
        }
        for (Kernel kernel : new Kernel[] {PLAIN, VECTOR}) {
            double[] into = new double[lanes];
            kernel.climb(base, delta, thresholds, caps, into);
            assertThat(into).containsExactly(expected);
        }
    }

    @Seeds(30)
    void one_number_climbs_and_is_added_up(RandomGenerator random) {
        int lanes = VECTOR.step() * PLAIN.step();
        double[] base = random.doubles(lanes, 0, 50).toArray();
        double[] delta = random.doubles(lanes, 0, 50).toArray();
        double[] thresholds = {Double.NEGATIVE_INFINITY, 20, 40, 60, 80};
        base[0] = 25;
        delta[0] = 15;
        double[] before = random.ints(lanes, 0, 5).mapToDouble(i -> i).toArray();
        double[] expected = before.clone();
        for (int lane = 0; lane < lanes; lane++) {
            int level = 1 + (int) ((base[lane] + delta[lane]) / 20);
            expected[lane] += Kernel.power(Math.min(5, level));
        }
        for (Kernel kernel : new Kernel[] {PLAIN, VECTOR}) {
            double[] sum = before.clone();
            kernel.climb(base, delta, thresholds, sum);
            assertThat(sum).containsExactly(expected);
        }
    }

    @Test
    void powers_add_up_to_counts_of_every_level() {
        double sum = 0;
        for (int level = 1; level <= Kernel.MOST_LEVELS; level++) {
            for (int i = 0; i < 5 * level; i++) {
                sum += Kernel.power(level);
            }
        }
        for (int level = 1; level <= Kernel.MOST_LEVELS; level++) {
            assertThat(Kernel.digit(sum, level)).isEqualTo(5 * level);
        }
        assertThat(Kernel.digit(63 * Kernel.power(8), 8)).isEqualTo(63);
    }

    /// Tests run with the first compiler only, which makes no vectors.
    @Test
    void without_the_compiler_that_knows_vectors_the_plain_kernel_is_chosen() {
        assertThat(Kernel.best()).isInstanceOf(PlainKernel.class);
    }
}
