package org.jieti.core.agreement;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What several raters gave to the same items, with gaps.
public final class RatingTable {
    private final int raterCount;
    private final int itemCount;

    /// `values[rater * itemCount + item]`; meaningless where nothing was given.
    private final double[] values;

    /// In the same order as the values.
    private final boolean[] given;

    private RatingTable(int raterCount, int itemCount, double[] values, boolean[] given) {
        this.raterCount = raterCount;
        this.itemCount = itemCount;
        this.values = values;
        this.given = given;
    }

    /// A table of what was given.
    ///
    /// @param byRater one row for each rater, each with one place for each item; null where a
    ///     rater gave nothing
    /// @throws IllegalArgumentException if rows differ in length, or a value is not finite
    public static RatingTable of(List<? extends List<@Nullable Double>> byRater) {
        int raterCount = byRater.size();
        int itemCount = raterCount == 0 ? 0 : byRater.getFirst().size();
        double[] values = new double[raterCount * itemCount];
        boolean[] given = new boolean[raterCount * itemCount];
        for (int rater = 0; rater < raterCount; rater++) {
            List<@Nullable Double> row = byRater.get(rater);
            if (row.size() != itemCount) {
                throw new IllegalArgumentException(
                        "Rater %d has %d places, but the first has %d."
                                .formatted(rater, row.size(), itemCount));
            }
            for (int item = 0; item < itemCount; item++) {
                Double value = row.get(item);
                if (value != null) {
                    if (!Double.isFinite(value)) {
                        throw new IllegalArgumentException(
                                "A rating is a finite number, but rater %d gave %s to item %d."
                                        .formatted(rater, value, item));
                    }
                    // Adding 0 turns -0 into 0, which is the same rating.
                    values[rater * itemCount + item] = value + 0.0;
                    given[rater * itemCount + item] = true;
                }
            }
        }
        return new RatingTable(raterCount, itemCount, values, given);
    }

    public int raterCount() {
        return raterCount;
    }

    public int itemCount() {
        return itemCount;
    }

    public boolean isGiven(int rater, int item) {
        return given[rater * itemCount + item];
    }

    /// What a rater gave to an item.
    ///
    /// @throws IllegalArgumentException if the rater gave nothing to the item
    public double value(int rater, int item) {
        if (!isGiven(rater, item)) {
            throw new IllegalArgumentException(
                    "Rater %d gave nothing to item %d.".formatted(rater, item));
        }
        return values[rater * itemCount + item];
    }

    /// How many raters gave something to an item.
    public int raters(int item) {
        int count = 0;
        for (int rater = 0; rater < raterCount; rater++) {
            count += isGiven(rater, item) ? 1 : 0;
        }
        return count;
    }

    /// The distinct values given, ascending.
    double[] distinctValues() {
        double[] sorted = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (given[i]) {
                sorted[count++] = values[i];
            }
        }
        Arrays.sort(sorted, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (distinct == 0 || sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }
}
