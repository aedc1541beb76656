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
        double low = least(scores, from);
        double high = greatest(scores, from);
        double scale = high > low ? (starts.length - 1) / (high - low) : 0;
        for (int i = 0; i < count; i++) {
            bucket[i] = (int) ((high - scores[from + i]) * scale);
        }
        int mask = starts.length - 1;
        Arrays.fill(starts, 0);
        for (int i = 0; i < count; i++) {
            starts[bucket[i] & mask]++;
        }
        int next = 0;
        int most = 0;
        for (int b = 0; b < starts.length; b++) {
            int size = starts[b];
            starts[b] = next;
            next += size;
            most = Math.max(most, size);
        }
        for (int i = 0; i < count; i++) {
            int at = starts[bucket[i] & mask]++;
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

    /// Four chains of comparisons, none of which waits for another.
    private double least(double[] scores, int from) {
        double a = scores[from];
        double b = a;
        double c = a;
        double d = a;
        int i = from;
        for (; i + 4 <= from + count; i += 4) {
            a = scores[i] < a ? scores[i] : a;
            b = scores[i + 1] < b ? scores[i + 1] : b;
            c = scores[i + 2] < c ? scores[i + 2] : c;
            d = scores[i + 3] < d ? scores[i + 3] : d;
        }
        for (; i < from + count; i++) {
            a = scores[i] < a ? scores[i] : a;
        }
        return Math.min(Math.min(a, b), Math.min(c, d));
    }

    private double greatest(double[] scores, int from) {
        double a = scores[from];
        double b = a;
        double c = a;
        double d = a;
        int i = from;
        for (; i + 4 <= from + count; i += 4) {
            a = scores[i] > a ? scores[i] : a;
            b = scores[i + 1] > b ? scores[i + 1] : b;
            c = scores[i + 2] > c ? scores[i + 2] : c;
            d = scores[i + 3] > d ? scores[i + 3] : d;
        }
        for (; i < from + count; i++) {
            a = scores[i] > a ? scores[i] : a;
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
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
        int rank = 0;
        double highestOfTie = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            if (!Threshold.isAtLeast(keys[i], highestOfTie)) {
                rank = i;
                highestOfTie = keys[i];
            }
            into[places[i] * stride + at] = (char) rank;
        }
    }
}
