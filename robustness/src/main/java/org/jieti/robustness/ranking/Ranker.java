package org.jieti.robustness.ranking;

import java.util.Arrays;
import org.jieti.core.scoring.Threshold;

/// Ranks scores, the highest first; those within the tolerance of the highest of a tie share its
/// rank, as in [org.jieti.core.result.Ranking].
///
/// Scores fall into buckets of equal width between the highest and the lowest; within what is then
/// almost in order, insertion does the rest. That is linear in the number of scores unless most of
/// them crowd into few buckets; a crowded bucket is sorted by Shell's method first. Not for use by
/// several threads.
public final class Ranker {
    private static final int CROWD = 64;
    private static final int FEW = 48;

    /// Gaps of Ciura (2001), extended by a factor of 2.25.
    private static final int[] GAPS = {
        1, 4, 10, 23, 57, 132, 301, 701, 1577, 3548, 7983, 17961, 40412, 90927, 204585, 460316,
        1035711
    };

    private final int count;
    private final int buckets;
    private final int[] bucket;
    private final int[] starts;
    private final double[] keys;
    private final int[] places;

    /// Room for so many scores.
    public Ranker(int count) {
        this.count = count;
        this.buckets = Math.max(16, Integer.highestOneBit(Math.max(1, count)) * 4);
        this.bucket = new int[count];
        this.starts = new int[buckets + 1];
        this.keys = new double[count];
        this.places = new int[count];
    }

    /// Ranks one run.
    ///
    /// @param scores `[from + place]`
    /// @param ranks `[place]`, from 1; overwritten
    public void rank(double[] scores, int from, int[] ranks) {
        if (count > FEW) {
            scatter(scores, from);
        } else {
            for (int i = 0; i < count; i++) {
                keys[i] = scores[from + i];
                places[i] = i;
            }
        }
        insert(1);
        share(ranks);
    }

    private void scatter(double[] scores, int from) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            low = Math.min(low, scores[i]);
            high = Math.max(high, scores[i]);
        }
        double scale = high > low ? (buckets - 1) / (high - low) : 0;
        for (int i = 0; i < count; i++) {
            bucket[i] = (int) ((high - scores[from + i]) * scale);
        }
        Arrays.fill(starts, 0);
        for (int i = 0; i < count; i++) {
            starts[bucket[i]]++;
        }
        int next = 0;
        int most = 0;
        for (int b = 0; b < buckets; b++) {
            int size = starts[b];
            starts[b] = next;
            next += size;
            most = Math.max(most, size);
        }
        for (int i = 0; i < count; i++) {
            int at = starts[bucket[i]]++;
            keys[at] = scores[from + i];
            places[at] = i;
        }
        if (most > CROWD) {
            for (int gap = GAPS.length - 1; gap > 0; gap--) {
                if (GAPS[gap] < most) {
                    insert(GAPS[gap]);
                }
            }
        }
    }

    /// One pass of insertion over every `gap`-th key.
    private void insert(int gap) {
        for (int i = gap; i < count; i++) {
            double key = keys[i];
            if (keys[i - gap] < key) {
                int place = places[i];
                int j = i - gap;
                for (; j >= 0 && keys[j] < key; j -= gap) {
                    keys[j + gap] = keys[j];
                    places[j + gap] = places[j];
                }
                keys[j + gap] = key;
                places[j + gap] = place;
            }
        }
    }

    private void share(int[] ranks) {
        int rank = 1;
        double highestOfTie = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (!Threshold.isAtLeast(keys[i], highestOfTie)) {
                rank = i + 1;
                highestOfTie = keys[i];
            }
            ranks[places[i]] = rank;
        }
    }
}
