package org.jieti.robustness.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Rank acceptability of two thrombolytics by three criteria in 10,000 fixed samples: an SMAA-2
/// example (Lahdelma & Salminen 2001) whose figures the R package smaa 0.3-3 publishes. Columns of
/// `thrombolytics.csv.gz`: the criteria of heparin, those of enoxaparin, and the weights.
class PublishedAcceptabilityTest {
    private static final int CRITERIA = 3;
    private static final List<double[]> SAMPLES = samples();

    private static List<double[]> samples() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Objects.requireNonNull(
                                                PublishedAcceptabilityTest.class
                                                        .getResourceAsStream(
                                                                "thrombolytics.csv.gz"))),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(
                            line ->
                                    Arrays.stream(line.split(",", -1))
                                            .mapToDouble(Double::parseDouble)
                                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double value(double[] sample, int alternative, double[] weights, int from) {
        double sum = 0;
        for (int each = 0; each < CRITERIA; each++) {
            sum += weights[from + each] * sample[alternative * CRITERIA + each];
        }
        return sum;
    }

    /// `[alternative][rank]`, from 0: in how many samples.
    private static int[][] counted(double[] fixed) {
        Ranker ranker = new Ranker(2);
        RankCounts counts = RankCounts.of(2, SAMPLES.size());
        double[] values = new double[2];
        for (double[] sample : SAMPLES) {
            double[] weights = fixed.length == 0 ? sample : fixed;
            int from = fixed.length == 0 ? 2 * CRITERIA : 0;
            values[0] = value(sample, 0, weights, from);
            values[1] = value(sample, 1, weights, from);
            ranker.sort(values, 0);
            counts.add(ranker);
        }
        return new int[][] {counts.of(0), counts.of(1)};
    }

    @Test
    void rank_acceptability_of_the_samples_is_the_published_one() {
        assertThat(counted(new double[0])).isDeepEqualTo(new int[][] {{3504, 6496}, {6496, 3504}});
    }

    @Test
    void the_entropy_of_the_rankings_follows_from_it() {
        // With two alternatives there are two rankings, heparin first or enoxaparin first:
        // −.3504 · log2 .3504 − .6496 · log2 .6496
        double entropy = 0;
        for (int runs : counted(new double[0])[0]) {
            double share = new Share(runs, SAMPLES.size()).value();
            entropy -= share * Math.log(share) / Math.log(2);
        }
        assertThat(entropy).isCloseTo(0.934424782061708, within(1e-12));
    }

    @Test
    void fixed_weights_give_the_published_shares() {
        assertThat(counted(new double[] {0.5, 0.2, 0.3}))
                .isDeepEqualTo(new int[][] {{1279, 8721}, {8721, 1279}});
    }
}
