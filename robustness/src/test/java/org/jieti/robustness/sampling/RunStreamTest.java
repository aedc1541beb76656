package org.jieti.robustness.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Seeds are fixed: a bound of five standard errors either always holds or never.
class RunStreamTest {
    private static final int DRAWS = 1_000_000;

    private static double[] drawn(ToDoubleFunction<RunStream> variate) {
        RunStream random = new RunStream();
        random.begin(1, 2, 3);
        double[] drawn = new double[DRAWS];
        Arrays.setAll(drawn, _ -> variate.applyAsDouble(random));
        return drawn;
    }

    private static double moment(double[] drawn, int power) {
        return Arrays.stream(drawn).map(x -> StrictMath.pow(x, power)).sum() / drawn.length;
    }

    /// The largest distance between the empirical distribution and 1 − e^−x, against the 99.9 %
    /// point of Kolmogorov's distribution.
    @Test
    void exponentials_are_exponential_in_every_layer_and_in_the_tail() {
        double[] drawn = drawn(RunStream::nextExponential);
        Arrays.sort(drawn);
        double farthest = 0;
        for (int i = 0; i < DRAWS; i++) {
            double below = -StrictMath.expm1(-drawn[i]);
            farthest = Math.max(farthest, Math.abs(below - (i + 0.5) / DRAWS));
        }
        assertThat(farthest).isLessThan(1.95 / Math.sqrt(DRAWS));
        // E x^k = k!; its error is √((2k)! − k!²) over √n.
        assertThat(moment(drawn, 1)).isCloseTo(1, within(5 / 1000.0));
        assertThat(moment(drawn, 2)).isCloseTo(2, within(5 * Math.sqrt(20) / 1000));
        assertThat(moment(drawn, 3)).isCloseTo(6, within(5 * Math.sqrt(684) / 1000));
        // Beyond the tail's beginning lie e^−7.697 of all: 454 of a million.
        long tail = Arrays.stream(drawn).filter(x -> x > 7.69711747013105).count();
        assertThat((double) tail).isCloseTo(454, within(5 * Math.sqrt(454)));
        assertThat(drawn[0]).isPositive();
    }

    @Test
    void normals_have_the_moments_of_the_normal_distribution() {
        double[] drawn = drawn(RunStream::nextNormal);
        assertThat(moment(drawn, 1)).isCloseTo(0, within(5 / 1000.0));
        assertThat(moment(drawn, 2)).isCloseTo(1, within(5 * Math.sqrt(2) / 1000));
        assertThat(moment(drawn, 4)).isCloseTo(3, within(5 * Math.sqrt(96) / 1000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 1, 2.5, 40})
    void gammas_have_the_moments_of_their_shape(double shape) {
        double[] drawn = drawn(random -> StrictMath.exp(random.nextLogGamma(shape)));
        assertThat(moment(drawn, 1)).isCloseTo(shape, within(5 * Math.sqrt(shape) / 1000));
        double second = shape * (shape + 1);
        double fourth = second * (shape + 2) * (shape + 3);
        assertThat(moment(drawn, 2))
                .isCloseTo(second, within(5 * Math.sqrt(fourth - second * second) / 1000));
    }

    @Test
    void whole_numbers_below_a_bound_are_equally_likely() {
        double[] drawn = drawn(random -> random.nextInt(7));
        for (int value = 0; value < 7; value++) {
            double wanted = value;
            double count = Arrays.stream(drawn).filter(x -> x == wanted).count();
            assertThat(count).isCloseTo(DRAWS / 7.0, within(5 * Math.sqrt(DRAWS * 6 / 49.0)));
        }
    }

    @Test
    void seed_run_and_key_each_make_a_stream_of_its_own() {
        Set<Long> firsts = new HashSet<>();
        RunStream random = new RunStream();
        for (long seed = -2; seed < 3; seed++) {
            for (long run = 0; run < 2000; run++) {
                for (String key : new String[] {"a", "b", ""}) {
                    random.begin(seed, run, RunStream.key("weights", key));
                    firsts.add(random.nextLong());
                }
            }
        }
        assertThat(firsts).hasSize(5 * 2000 * 3);
    }

    @Test
    void a_stream_begun_anew_draws_the_same() {
        RunStream random = new RunStream();
        random.begin(42, 17, RunStream.key("x"));
        double[] first = new double[50];
        Arrays.setAll(first, _ -> random.nextExponential());
        random.begin(42, 17, RunStream.key("x"));
        double[] second = new double[50];
        Arrays.setAll(second, _ -> random.nextExponential());
        assertThat(second).containsExactly(first);
    }

    /// The bits themselves, so that a change of them is a decision: it changes results.
    @Test
    void these_bits_are_drawn() {
        RunStream random = new RunStream();
        random.begin(1, 0, RunStream.key("weights", ""));
        assertThat(random.nextLong()).isEqualTo(3818168315347324956L);
        assertThat(random.nextExponential()).isEqualTo(2.41685598939235);
        assertThat(random.nextNormal()).isEqualTo(-0.24034259190251758);
        assertThat(random.nextLogGamma(0.5)).isEqualTo(-1.4500782382225301);
    }

    @Test
    void names_that_run_into_each_other_have_other_keys() {
        assertThat(RunStream.key("ab", "c")).isNotEqualTo(RunStream.key("a", "bc"));
    }
}
