package org.jieti.core.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Kendall's coefficient of concordance between the rankings of several raters, corrected for
/// ties.
///
/// Each rater's values become ranks, equal ones the mean of the ranks that they fill. With m
/// raters, n items, `R_i` the sum of the ranks of item i, S the sum of squares of `R_i` about
/// their mean, and `T = Σ (t³ − t)` over all groups of t equal values of all raters:
///
///     W = 12 · S / (m² · (n³ − n) − m · T)
///
/// Items to which some rater gave nothing are left out, as the rankings must be of the same items.
///
/// Source: M. G. Kendall and B. Babington Smith, "The problem of m rankings", Annals of
/// Mathematical Statistics 10 (1939); M. G. Kendall, *Rank Correlation Methods* (1948), chapter 6.
public final class KendallW {
    private KendallW() {}

    public static Concordance of(RatingTable table) {
        int[] raters =
                IntStream.range(0, table.raterCount())
                        .filter(
                                rater ->
                                        IntStream.range(0, table.itemCount())
                                                .anyMatch(item -> table.isGiven(rater, item)))
                        .toArray();
        int[] items =
                IntStream.range(0, table.itemCount())
                        .filter(item -> raters.length > 0 && table.raters(item) == raters.length)
                        .toArray();
        if (raters.length < 2) {
            return undefined(Concordance.Why.FEWER_THAN_TWO_RATERS, raters, items);
        }
        if (items.length < 2) {
            return undefined(Concordance.Why.FEWER_THAN_TWO_ITEMS, raters, items);
        }
        int m = raters.length;
        double n = items.length;
        double[] rankSums = new double[items.length];
        double ties = 0;
        for (int rater : raters) {
            ties += addRanks(table, rater, items, rankSums);
        }
        double largest = m * m * (n * n * n - n) - m * ties;
        if (largest == 0) {
            return undefined(Concordance.Why.NO_VARIATION, raters, items);
        }
        double mean = m * (n + 1) / 2;
        double squares = 0;
        for (double sum : rankSums) {
            squares += (sum - mean) * (sum - mean);
        }
        double w = Math.min(1, 12 * squares / largest);
        return new Concordance.Value(w, m * (n - 1) * w, items.length - 1, m, items.length);
    }

    private static Concordance undefined(Concordance.Why why, int[] raters, int[] items) {
        return new Concordance.Undefined(why, raters.length, items.length);
    }

    /// Adds the ranks, from 1, that one rater gives to the items.
    ///
    /// @return `Σ (t³ − t)` over the groups of equal values
    private static double addRanks(RatingTable table, int rater, int[] items, double[] rankSums) {
        double[] sorted = new double[items.length];
        for (int i = 0; i < items.length; i++) {
            sorted[i] = table.value(rater, items[i]);
        }
        double[] given = sorted.clone();
        Arrays.sort(sorted);
        double ties = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double size = to - from;
            ties += size * size * size - size;
            double rank = (from + 1 + to) / 2.0;
            for (int i = 0; i < given.length; i++) {
                if (given[i] == sorted[from]) {
                    rankSums[i] += rank;
                }
            }
            from = to;
        }
        return ties;
    }
}
