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
        int stride = random.nextInt(8, 12);
        double[][] values = rows(columns, lanes, random);
        double[] coefficients = random.doubles((long) columns * stride, -1, 1).toArray();
        int from = random.nextInt(columns);
        int to = random.nextInt(from, columns + 1);
        int run = random.nextInt(stride - Kernel.RUNS + 1);
        double[][] expected = new double[Kernel.RUNS][lanes];
        for (int j = 0; j < Kernel.RUNS; j++) {
            for (int lane = 0; lane < lanes; lane++) {
                for (int k = from; k < to; k++) {
                    double coefficient = coefficients[k * stride + run + j];
                    expected[j][lane] = Math.fma(values[k][lane], coefficient, expected[j][lane]);
                }
            }
        }
        for (Kernel kernel : new Kernel[] {PLAIN, VECTOR}) {
            double[][] into = rows(Kernel.RUNS, lanes, random);
            kernel.product(values).multiply(from, to, coefficients, stride, run, into);
            assertThat(into).isDeepEqualTo(expected);
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
