package org.jieti.core.agreement;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Krippendorff's alpha for any number of raters, with missing ratings.
///
/// Ratings are counted as pairs within items: an item with m ≥ 2 ratings, `n_c` of them of value
/// c, adds `n_c · (n_k − [c = k]) / (m − 1)` to the coincidence `o_ck`. With `n_c = Σ_k o_ck` and
/// `n = Σ_c n_c`:
///
///     alpha = 1 − (n − 1) · Σ_{c<k} o_ck · δ²_ck / Σ_{c<k} n_c · n_k · δ²_ck
///
/// δ² is 1 between different values (nominal), `(Σ_{g=c..k} n_g − (n_c + n_k) / 2)²` (ordinal) or
/// the squared difference (interval). Items with fewer than two ratings do not count.
///
/// Source: K. Krippendorff, *Content Analysis*, 4th edition (2019), chapter 12, and "Computing
/// Krippendorff's Alpha-Reliability" (2011).
public final class KrippendorffAlpha {
    /// What a scale is made of: the distinct values, ascending.
    private final double[] scale;

    /// `counts[item][value]`: how many raters gave the value; only items with two ratings or more.
    private final int[][] counts;

    private final Metric metric;

    private KrippendorffAlpha(double[] scale, int[][] counts, Metric metric) {
        this.scale = scale;
        this.counts = counts;
        this.metric = metric;
    }

    public static Alpha of(RatingTable table, Metric metric) {
        KrippendorffAlpha pairs = pairs(table, metric);
        int[] every = new int[pairs.counts.length];
        Arrays.setAll(every, item -> item);
        return pairs.alpha(every);
    }

    /// An interval for alpha by resampling items with replacement: the percentiles of the
    /// coefficients of the resamples. A resample without variation has none and is counted apart.
    ///
    /// @param resamples how many, at least 100
    /// @param seed the same seed gives the same interval
    /// @param confidence the share of coefficients within, in (0, 1)
    /// @return null if alpha itself is undefined, or more than half of the resamples are
    public static @Nullable AlphaInterval interval(
            RatingTable table, Metric metric, int resamples, long seed, double confidence) {
        if (resamples < 100 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "An interval takes at least 100 resamples and a confidence in (0, 1), but got %d and %s."
                            .formatted(resamples, confidence));
        }
        KrippendorffAlpha pairs = pairs(table, metric);
        int items = pairs.counts.length;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] alphas = new double[resamples];
        int[] drawn = new int[items];
        int defined = 0;
        for (int resample = 0; resample < resamples && items > 0; resample++) {
            for (int i = 0; i < items; i++) {
                drawn[i] = random.nextInt(items);
            }
            if (pairs.alpha(drawn) instanceof Alpha.Value value) {
                alphas[defined++] = value.alpha();
            }
        }
        if (2 * defined < resamples || of(table, metric) instanceof Alpha.Undefined) {
            return null;
        }
        Arrays.sort(alphas, 0, defined);
        double tail = (1 - confidence) / 2;
        return new AlphaInterval(
                alphas[(int) Math.floor(tail * (defined - 1))],
                alphas[(int) Math.ceil((1 - tail) * (defined - 1))],
                confidence,
                resamples,
                resamples - defined);
    }

    private static KrippendorffAlpha pairs(RatingTable table, Metric metric) {
        double[] scale = table.distinctValues();
        int[][] counts = new int[table.itemCount()][];
        int paired = 0;
        for (int item = 0; item < table.itemCount(); item++) {
            if (table.raters(item) >= 2) {
                int[] count = new int[scale.length];
                for (int rater = 0; rater < table.raterCount(); rater++) {
                    if (table.isGiven(rater, item)) {
                        count[Arrays.binarySearch(scale, table.value(rater, item))]++;
                    }
                }
                counts[paired++] = count;
            }
        }
        return new KrippendorffAlpha(scale, Arrays.copyOf(counts, paired), metric);
    }

    private Alpha alpha(int[] items) {
        int values = scale.length;
        double[][] coincidences = new double[values][values];
        int ratings = 0;
        for (int item : items) {
            int[] count = counts[item];
            int raters = Arrays.stream(count).sum();
            ratings += raters;
            for (int c = 0; c < values; c++) {
                for (int k = 0; k < values; k++) {
                    double pairs = (double) count[c] * (count[k] - (c == k ? 1 : 0));
                    coincidences[c][k] += pairs / (raters - 1);
                }
            }
        }
        if (ratings == 0) {
            return new Alpha.Undefined(Alpha.Why.NO_PAIRS, 0, 0);
        }
        double[] totals = new double[values];
        for (int item : items) {
            for (int c = 0; c < values; c++) {
                totals[c] += counts[item][c];
            }
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < values; c++) {
            for (int k = c + 1; k < values; k++) {
                double difference = squaredDifference(c, k, totals);
                observed += coincidences[c][k] * difference;
                expected += totals[c] * totals[k] * difference;
            }
        }
        observed = 2 * observed / ratings;
        expected = 2 * expected / ((double) ratings * (ratings - 1));
        return expected == 0
                ? new Alpha.Undefined(Alpha.Why.NO_VARIATION, items.length, ratings)
                : new Alpha.Value(
                        1 - observed / expected, observed, expected, items.length, ratings);
    }

    private double squaredDifference(int c, int k, double[] totals) {
        double difference =
                switch (metric) {
                    case NOMINAL -> 1;
                    case ORDINAL -> {
                        double between = (totals[c] + totals[k]) / 2;
                        for (int g = c + 1; g < k; g++) {
                            between += totals[g];
                        }
                        yield between;
                    }
                    case INTERVAL -> scale[k] - scale[c];
                };
        return difference * difference;
    }
}
