package org.jieti.robustness.ranking;

import org.jieti.core.scoring.Threshold;

/// In how many runs one unit of a pair was ahead of the other; within the tolerance neither is.
/// Counts of the same pairs add up in any order.
public final class PairCounts {
    private final int[] first;
    private final int[] second;
    private final int[] firstAhead;
    private final int[] secondAhead;

    private PairCounts(int[] first, int[] second) {
        this.first = first;
        this.second = second;
        this.firstAhead = new int[first.length];
        this.secondAhead = new int[first.length];
    }

    /// Every pair of the units given: the one before it and the one after it, in their order.
    public static PairCounts all(int[] units) {
        int count = units.length * (units.length - 1) / 2;
        int[] first = new int[count];
        int[] second = new int[count];
        int pair = 0;
        for (int i = 0; i < units.length; i++) {
            for (int j = i + 1; j < units.length; j++) {
                first[pair] = units[i];
                second[pair++] = units[j];
            }
        }
        return new PairCounts(first, second);
    }

    /// Each unit and the next, in their order.
    public static PairCounts neighbours(int[] units) {
        int count = Math.max(0, units.length - 1);
        int[] first = new int[count];
        int[] second = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = units[i];
            second[i] = units[i + 1];
        }
        return new PairCounts(first, second);
    }

    /// No counts yet of the same pairs.
    public PairCounts empty() {
        return new PairCounts(first, second);
    }

    public int size() {
        return first.length;
    }

    /// The unit that stands first in a pair.
    public int first(int pair) {
        return first[pair];
    }

    public int second(int pair) {
        return second[pair];
    }

    public int firstAhead(int pair) {
        return firstAhead[pair];
    }

    public int secondAhead(int pair) {
        return secondAhead[pair];
    }

    /// Counts one run.
    ///
    /// @param scores `[from + unit]`
    public void add(double[] scores, int from) {
        int[] units = first;
        int[] others = second;
        int[] ahead = firstAhead;
        int[] behind = secondAhead;
        for (int pair = 0; pair < units.length; pair++) {
            double lead = scores[from + units[pair]] - scores[from + others[pair]];
            ahead[pair] += lead > Threshold.TOLERANCE ? 1 : 0;
            behind[pair] += lead < -Threshold.TOLERANCE ? 1 : 0;
        }
    }

    /// Adds what others have counted.
    public void addAll(PairCounts others) {
        for (int pair = 0; pair < first.length; pair++) {
            firstAhead[pair] += others.firstAhead[pair];
            secondAhead[pair] += others.secondAhead[pair];
        }
    }
}
