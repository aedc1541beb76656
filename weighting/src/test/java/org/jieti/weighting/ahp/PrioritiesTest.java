package org.jieti.weighting.ahp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// What must hold for every matrix.
class PrioritiesTest {
    private static final RandomIndex TABLE = RandomIndex.named("alonso-lamata-2006");

    private static double[] weights(RandomGenerator random, int size) {
        double[] weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = Math.exp(random.nextGaussian());
            sum += weights[i];
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /// Judgements drawn from Saaty's scale.
    private static PairwiseMatrix random(RandomGenerator random, int size) {
        PairwiseMatrix matrix = PairwiseMatrix.empty(size);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                int step = random.nextInt(-8, 9);
                matrix = matrix.with(i, j, step < 0 ? 1.0 / (1 - step) : 1 + step);
            }
        }
        return matrix;
    }

    @Seeds(30)
    void judgements_without_contradiction_return_their_weights_with_ratio_0(
            RandomGenerator random) {
        for (int size : new int[] {1, 2, 3, random.nextInt(4, 15), 15}) {
            double[] weights = weights(random, size);

            Priorities priorities = Priorities.of(PairwiseMatrix.consistent(weights));

            assertThat(priorities.weights()).containsExactly(weights, within(1e-12));
            assertThat(priorities.ratio(TABLE)).isEqualTo(0, within(1e-12));
            assertThat(priorities.geometricIndex()).isEqualTo(0, within(1e-12));
        }
    }

    @Test
    void one_node_or_two_cannot_contradict() {
        assertThat(Priorities.of(PairwiseMatrix.empty(1)).weights()).containsExactly(1);
        Priorities two = Priorities.of(Pairs.of(2, 9));

        // 9 to 1
        assertThat(two.weights()).containsExactly(new double[] {0.9, 0.1}, within(1e-12));
        assertThat(two.ratio(TABLE)).isZero();
        assertThat(two.geometricIndex()).isZero();
    }

    @Seeds(20)
    void a_matrix_times_its_weights_is_its_eigenvalue_times_its_weights(RandomGenerator random) {
        int size = random.nextInt(3, 16);
        PairwiseMatrix matrix = random(random, size);

        Priorities priorities = Priorities.of(matrix);

        for (int i = 0; i < size; i++) {
            double product = 0;
            for (int j = 0; j < size; j++) {
                product += matrix.ratio(i, j) * priorities.weights()[j];
            }
            assertThat(product)
                    .isEqualTo(priorities.eigenvalue() * priorities.weights()[i], within(1e-10));
        }
        assertThat(priorities.eigenvalue()).isGreaterThanOrEqualTo(size);
    }

    @Seeds(20)
    void the_order_of_the_nodes_changes_nothing(RandomGenerator random) {
        PairwiseMatrix matrix = random(random, 6);
        PairwiseMatrix reversed = PairwiseMatrix.empty(6);
        for (int i = 0; i < 6; i++) {
            for (int j = i + 1; j < 6; j++) {
                reversed = reversed.with(5 - i, 5 - j, matrix.ratio(i, j));
            }
        }

        Priorities forth = Priorities.of(matrix);
        Priorities back = Priorities.of(reversed);

        for (int i = 0; i < 6; i++) {
            assertThat(back.weights()[5 - i]).isEqualTo(forth.weights()[i], within(1e-11));
        }
        assertThat(back.ratio(TABLE)).isEqualTo(forth.ratio(TABLE), within(1e-11));
    }

    /// Thirty judgements on ten nodes, drawn so that they join all: whatever is left out of a
    /// consistent matrix comes back.
    @Seeds(20)
    void what_is_left_out_of_a_matrix_without_contradiction_comes_back(RandomGenerator random) {
        int size = random.nextInt(3, 16);
        double[] weights = weights(random, size);
        PairwiseMatrix full = PairwiseMatrix.consistent(weights);
        PairwiseMatrix some = PairwiseMatrix.empty(size);
        for (int node = 1; node < size; node++) {
            int before = random.nextInt(node);
            some = some.with(node, before, full.ratio(node, before));
        }

        Priorities priorities = Priorities.of(some);

        assertThat(priorities.weights()).containsExactly(weights, within(1e-10));
        assertThat(priorities.ratio(TABLE)).isEqualTo(0, within(1e-9));
    }

    /// No other value of any completed judgement contradicts less.
    @Seeds(15)
    void the_completion_is_a_minimum(RandomGenerator random) {
        int size = random.nextInt(4, 9);
        PairwiseMatrix full = random(random, size);
        PairwiseMatrix some = PairwiseMatrix.empty(size);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (i == 0 || random.nextInt(3) > 0) {
                    some = some.with(i, j, full.ratio(i, j));
                }
            }
        }

        Priorities completed = Priorities.of(some);

        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (some.isMissing(i, j)) {
                    for (double factor : new double[] {0.999, 1.001}) {
                        PairwiseMatrix other =
                                completed
                                        .matrix()
                                        .with(i, j, completed.matrix().ratio(i, j) * factor);
                        assertThat(Priorities.of(other).eigenvalue())
                                .isGreaterThan(completed.eigenvalue() - 1e-12);
                    }
                }
            }
        }
    }

    @Test
    void judgements_that_do_not_join_all_nodes_give_no_weights() {
        PairwiseMatrix apart = Pairs.of(4, 3, 0, 0, 0, 0, 2);

        assertThat(apart.parts()).containsExactly(List.of(0, 1), List.of(2, 3));
        assertThatThrownBy(() -> Priorities.of(apart)).isInstanceOf(IllegalArgumentException.class);
    }

    /// The mean index of two thousand matrices drawn at random is within five standard errors of
    /// the tables by simulation.
    @Test
    void random_matrices_contradict_as_the_tables_say() {
        Random random = new Random(17);
        int draws = 2000;
        for (int size : new int[] {3, 5, 9, 15}) {
            double sum = 0;
            double squares = 0;
            for (int draw = 0; draw < draws; draw++) {
                double index = Priorities.of(random(random, size)).index();
                sum += index;
                squares += index * index;
            }
            double mean = sum / draws;
            double error = Math.sqrt((squares / draws - mean * mean) / draws);
            for (String table : new String[] {"alonso-lamata-2006", "cho-2019"}) {
                assertThat(RandomIndex.named(table).of(size))
                        .as(table + " at " + size)
                        .isEqualTo(mean, within(5 * error));
            }
        }
    }
}
