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
    private final int[] bucket;

    /// A power of two of them, so that a mask keeps an index within.
    private final int[] starts;

    /// The scores, the highest first.
    private final double[] keys;

    /// Whose they are.
    private final int[] places;

    private double lowest;
    private double highest;

    /// Room for so many scores.
    public Ranker(int count) {
        this.count = count;
        this.bucket = new int[count];
        this.starts = new int[Math.max(16, Integer.highestOneBit(Math.max(1, count)) * 4)];
        this.keys = new double[count];
        this.places = new int[count];
    }

    /// Sorts one run; its ranks are then to be had.
    ///
    /// @param scores `[from + place]`
    public void sort(double[] scores, int from) {
        if (count > FEW) {
            scatter(scores, from);
        } else {
            for (int i = 0; i < count; i++) {
                keys[i] = scores[from + i];
                places[i] = i;
            }
        }
        insert(1);
    }

    private void scatter(double[] scores, int from) {
        range(scores, from);
        double scale = highest > lowest ? (starts.length - 1) / (highest - lowest) : 0;
        bucket(scores, from, highest, scale, bucket);
        Arrays.fill(starts, 0);
        int most = count(bucket, starts);
        spread(scores, from, bucket, starts, keys, places);
        if (most > CROWD) {
            for (int gap = GAPS.length - 1; gap > 0; gap--) {
                if (GAPS[gap] < most) {
                    insert(GAPS[gap]);
                }
            }
        }
    }

    private static void bucket(double[] scores, int from, double high, double scale, int[] bucket) {
        for (int i = 0; i < bucket.length; i++) {
            bucket[i] = (int) ((high - scores[from + i]) * scale);
        }
    }

    /// Counts the buckets, and turns the counts into where each begins.
    ///
    /// @return how many are in the fullest
    private static int count(int[] bucket, int[] starts) {
        int mask = starts.length - 1;
        for (int b : bucket) {
            starts[b & mask]++;
        }
        int next = 0;
        int most = 0;
        for (int b = 0; b < starts.length; b++) {
            int size = starts[b];
            starts[b] = next;
            next += size;
            most = Math.max(most, size);
        }
        return most;
    }

    private static void spread(
            double[] scores, int from, int[] bucket, int[] starts, double[] keys, int[] places) {
        int mask = starts.length - 1;
        for (int i = 0; i < bucket.length; i++) {
            int at = starts[bucket[i] & mask]++;
            keys[at] = scores[from + i];
            places[at] = i;
        }
    }

    /// Notes the lowest and the highest score, in two chains of comparisons each, so that none
    /// waits for the other.
    private void range(double[] scores, int from) {
        double low = scores[from];
        double high = low;
        double otherLow = low;
        double otherHigh = low;
        int end = from + count;
        int i = from;
        for (; i + 2 <= end; i += 2) {
            double a = scores[i];
            double b = scores[i + 1];
            low = a < low ? a : low;
            high = a > high ? a : high;
            otherLow = b < otherLow ? b : otherLow;
            otherHigh = b > otherHigh ? b : otherHigh;
        }
        double last = scores[end - 1];
        lowest = Math.min(Math.min(low, otherLow), last);
        highest = Math.max(Math.max(high, otherHigh), last);
    }

    /// One pass of insertion over every `gap`-th key.
    private void insert(int gap) {
        double[] sorted = keys;
        int[] whose = places;
        for (int i = gap; i < sorted.length; i++) {
            double key = sorted[i];
            if (sorted[i - gap] < key) {
                int place = whose[i];
                int j = i - gap;
                for (; j >= 0 && sorted[j] < key; j -= gap) {
                    sorted[j + gap] = sorted[j];
                    whose[j + gap] = whose[j];
                }
                sorted[j + gap] = key;
                whose[j + gap] = place;
            }
        }
    }

    /// The ranks of the run that was sorted.
    ///
    /// @param ranks `[place]`, from 1; overwritten
    public void ranks(int[] ranks) {
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

    /// The ranks of the run that was sorted, less 1, of at most 65,536 scores.
    ///
    /// @param into `[place * stride + at]`; overwritten
    public void ranksFromZero(char[] into, int at, int stride) {
        double[] sorted = keys;
        int[] whose = places;
        int rank = 0;
        double highestOfTie = Double.POSITIVE_INFINITY;
        for (int i = 0; i < sorted.length; i++) {
            double key = sorted[i];
            if (!Threshold.isAtLeast(key, highestOfTie)) {
                rank = i;
                highestOfTie = key;
            }
            into[whose[i] * stride + at] = (char) rank;
        }
    }
}
