package org.jieti.weighting.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// The spread between experts as one figure.
class ConcentrationTest {
    /// Experts at 0.4 and 0.6: mean 0.5 each, sample variance 0.02 each; 0.5 / 0.04 − 1.
    @Test
    void two_experts_by_hand() {
        assertThat(Concentration.of(new double[][] {{0.4, 0.6}, {0.6, 0.4}}, new double[] {1, 1}))
                .isEqualTo(11.5, within(1e-9));
    }

    @Test
    void experts_who_agree_have_no_spread_and_one_alone_has_none() {
        assertThat(Concentration.of(new double[][] {{0.4, 0.6}, {0.4, 0.6}}, new double[] {1, 2}))
                .isNull();
        assertThat(Concentration.of(new double[][] {{0.4, 0.6}}, new double[] {1})).isNull();
    }

    @Test
    void experts_who_put_everything_on_one_node_each_leave_the_least() {
        assertThat(Concentration.of(new double[][] {{1, 0}, {0, 1}}, new double[] {1, 1}))
                .isEqualTo(0.01);
    }

    @Test
    void the_scale_of_voices_changes_nothing() {
        double[][] weights = {{0.2, 0.8}, {0.6, 0.4}, {0.5, 0.5}};

        assertThat(Concentration.of(weights, new double[] {2, 4, 6}))
                .isEqualTo(Concentration.of(weights, new double[] {1, 2, 3}), within(1e-9));
    }

    /// Five hundred draws from a Dirichlet with the parameters 4, 10 and 6.
    @Seeds(5)
    void draws_return_the_concentration_that_they_come_from(RandomGenerator random) {
        double[][] weights = new double[500][3];
        for (double[] draw : weights) {
            double sum = 0;
            int[] parameters = {4, 10, 6};
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < parameters[i]; k++) {
                    draw[i] -= Math.log(1 - random.nextDouble());
                }
                sum += draw[i];
            }
            for (int i = 0; i < 3; i++) {
                draw[i] /= sum;
            }
        }
        double[] voices = new double[500];
        Arrays.fill(voices, 1);

        assertThat(Concentration.of(weights, voices)).isEqualTo(20, within(3.0));
    }
}
