package org.jieti.robustness.ranking;

import org.jieti.core.scoring.Threshold;

/// Ranks scores, the highest first; those within the tolerance of the highest of a tie share its
/// rank, as in [org.jieti.core.result.Ranking].
///
/// An entry is a score and whose it is, in one long: how far the score is below the highest, as the
/// bits of a double, which for numbers not below 0 are in the order of the numbers; its last bits
/// give way to the place. Where the bits that are left do not tell two scores apart, the scores
/// themselves are looked at, so that nothing is lost.
///
/// Entries fall into buckets of equal width between the highest and the lowest score; within what
/// is then almost in order, one pass exchanges neighbours without branches, and insertion does the
/// rest. That is linear in the number of scores unless most of them crowd into few buckets; when
/// insertion has moved many, Shell's method goes first. Not for use by several threads.
public final class Ranker {
    /// From so many moves a score on, scores are crowded.
    private static final int CROWD = 16;

    private static final int FEW = 48;

    /// Gaps of Ciura (2001), extended by a factor of 2.25.
    private static final int[] GAPS = {
        1, 4, 10, 23, 57, 132, 301, 701, 1577, 3548, 7983, 17961, 40412, 90927, 204585, 460316,
        1035711
    };

    private final int count;
    private final int[] bucket;
    private final int bucketCount;
    private final Buckets buckets;

    /// The bits of an entry that hold the place.
    private final long places;

    /// The highest score first.
    private final long[] entries;

    /// The scores that were sorted last: those from `from` on.
    private double[] scores = {};

    private int from;
    private double lowest;
    private double highest;

    /// Room for so many scores.
    public Ranker(int count) {
        this.count = count;
        this.bucket = new int[count];
        this.bucketCount = Math.max(16, Integer.highestOneBit(Math.max(1, count)) * 4);
        this.buckets = Buckets.of(bucketCount, count);
        this.places = (Long.highestOneBit(Math.max(1, count)) << 1) - 1;
        this.entries = new long[count];
    }

    /// Sorts one run; its ranks are then to be had, as long as the scores stay as they are.
    ///
    /// @param of `[first + place]`
    public void sort(double[] of, int first) {
        scores = of;
        from = first;
        if (count == 0) {
            return;
        }
        range();
        if (count > FEW) {
            scatter();
            exchange(entries);
        } else {
            for (int place = 0; place < count; place++) {
                entries[place] = entry(highest - scores[from + place], place, places);
            }
        }
        if (!insert(1, (long) CROWD * count)) {
            for (int gap = GAPS.length - 1; gap >= 0; gap--) {
                if (GAPS[gap] < count) {
                    insert(GAPS[gap], Long.MAX_VALUE);
                }
            }
        }
    }

    private static long entry(double below, int place, long places) {
        return (Double.doubleToRawLongBits(below) & ~places) | place;
    }

    private void scatter() {
        double scale = highest > lowest ? (bucketCount - 1) / (highest - lowest) : 0;
        bucket(scores, from, highest, scale, bucket);
        buckets.clear();
        buckets.count(bucket);
        buckets.accumulate();
        spread();
    }

    private static void bucket(double[] scores, int from, double high, double scale, int[] bucket) {
        for (int i = 0; i < bucket.length; i++) {
            bucket[i] = (int) ((high - scores[from + i]) * scale);
        }
    }

    private void spread() {
        double[] of = scores;
        int first = from;
        double high = highest;
        int[] in = bucket;
        long[] into = entries;
        long placeBits = places;
        for (int place = 0; place < in.length; place++) {
            into[buckets.next(in[place])] = entry(high - of[first + place], place, placeBits);
        }
    }

    /// Takes the larger of each two neighbours along.
    private static void exchange(long[] entries) {
        long taken = entries[0];
        for (int i = 1; i < entries.length; i++) {
            long next = entries[i];
            entries[i - 1] = Math.min(taken, next);
            taken = Math.max(taken, next);
        }
        entries[entries.length - 1] = taken;
    }

    /// Notes the lowest and the highest score, in two chains of comparisons each, so that none
    /// waits for the other.
    private void range() {
        double[] of = scores;
        int end = from + count;
        int i = from;
        double low = of[i];
        double high = low;
        double otherLow = low;
        double otherHigh = low;
        for (; i + 2 <= end; i += 2) {
            double a = of[i];
            double b = of[i + 1];
            low = a < low ? a : low;
            high = a > high ? a : high;
            otherLow = b < otherLow ? b : otherLow;
            otherHigh = b > otherHigh ? b : otherHigh;
        }
        double last = of[end - 1];
        lowest = Math.min(Math.min(low, otherLow), last);
        highest = Math.max(Math.max(high, otherHigh), last);
    }

    /// One pass of insertion over every `gap`-th entry.
    ///
    /// @param most after how many moves to leave off
    /// @return whether it went through
    private boolean insert(int gap, long most) {
        long[] sorted = entries;
        long near = places;
        long moves = 0;
        for (int i = gap; i < sorted.length; i++) {
            long entry = sorted[i];
            if (entry - sorted[i - gap] <= near) {
                int j = i - gap;
                for (; j >= 0 && isAhead(entry, sorted[j]); j -= gap) {
                    sorted[j + gap] = sorted[j];
                }
                sorted[j + gap] = entry;
                moves += i - gap - j;
                if (moves > most) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether the score of an entry is higher than that of another.
    private boolean isAhead(long entry, long other) {
        return (entry & ~places) == (other & ~places) ? score(entry) > score(other) : entry < other;
    }

    private double score(long entry) {
        return scores[from + place(entry)];
    }

    private int place(long entry) {
        return (int) (entry & places);
    }

    /// The ranks of the run that was sorted.
    ///
    /// @param ranks `[place]`, from 1; overwritten
    public void ranks(int[] ranks) {
        int rank = 0;
        for (int i = 0; i < count; i++) {
            if (!isTied(i, rank)) {
                rank = i;
            }
            ranks[place(entries[i])] = rank + 1;
        }
    }

    /// Whether a score is within the tolerance of the highest of a tie.
    private boolean isTied(int at, int highestOfTie) {
        return Threshold.isAtLeast(score(entries[at]), score(entries[highestOfTie]));
    }

    /// The ranks of the run that was sorted, less 1, of at most 65,536 scores.
    ///
    /// @param into `[place]`; overwritten
    public void ranksFromZero(char[] into) {
        long[] sorted = entries;
        long placeBits = places;
        double far = surelyApart();
        double belowOfTie = 0;
        int rank = 0;
        for (int i = 0; i < sorted.length; i++) {
            long entry = sorted[i];
            double below = Double.longBitsToDouble(entry & ~placeBits);
            if (below - belowOfTie > far || !isTied(i, rank)) {
                rank = i;
                belowOfTie = below;
            }
            into[(int) (entry & placeBits)] = (char) rank;
        }
    }

    /// How far two entries are apart whose scores are so by more than the tolerance, for all that
    /// entries leave out of them.
    private double surelyApart() {
        double left = Math.scalb(highest - lowest, Long.bitCount(places) - 51);
        return 2 * (Threshold.TOLERANCE + left);
    }
}
