package org.jieti.robustness.ranking;

import org.jspecify.annotations.Nullable;

/// Numbers of runs, all counted up from 0: in 16 bits where there are never more than 65,535 runs,
/// else in 32. Counters of the same kind add up in any order.
public final class Counters {
    private static final int MOST_IN_SHORT = 0xffff;

    private final char @Nullable [] narrow;
    private final int @Nullable [] wide;
    private final int size;

    private Counters(int size, char @Nullable [] narrow, int @Nullable [] wide) {
        this.size = size;
        this.narrow = narrow;
        this.wide = wide;
    }

    /// Counters that all stand at 0.
    ///
    /// @param most the largest number of runs that there may be
    public static Counters of(int size, long most) {
        return most <= MOST_IN_SHORT
                ? new Counters(size, new char[size], null)
                : new Counters(size, null, new int[size]);
    }

    public int size() {
        return size;
    }

    public void add(int index) {
        if (narrow != null) {
            narrow[index]++;
        } else if (wide != null) {
            wide[index]++;
        }
    }

    public void add(int index, int runs) {
        if (narrow != null) {
            narrow[index] += (char) runs;
        } else if (wide != null) {
            wide[index] += runs;
        }
    }

    public int get(int index) {
        return narrow != null ? narrow[index] : wide != null ? wide[index] : 0;
    }

    /// Counts `fours[from] … fours[to − 1]`, each of which holds four indices of 16 bits.
    public void addFours(long[] fours, int from, int to) {
        if (narrow != null) {
            char[] counts = narrow;
            for (int i = from; i < to; i++) {
                long four = fours[i];
                counts[(char) four]++;
                counts[(char) (four >>> 16)]++;
                counts[(char) (four >>> 32)]++;
                counts[(char) (four >>> 48)]++;
            }
        } else if (wide != null) {
            int[] counts = wide;
            for (int i = from; i < to; i++) {
                long four = fours[i];
                counts[(char) four]++;
                counts[(char) (four >>> 16)]++;
                counts[(char) (four >>> 32)]++;
                counts[(char) (four >>> 48)]++;
            }
        }
    }

    /// Counts `bases[i] + offsets[i]` for the first `count` of them.
    public void addEach(int[] bases, int[] offsets, int count) {
        if (narrow != null) {
            char[] counts = narrow;
            for (int i = 0; i < count; i++) {
                counts[bases[i] + offsets[i]]++;
            }
        } else if (wide != null) {
            int[] counts = wide;
            for (int i = 0; i < count; i++) {
                counts[bases[i] + offsets[i]]++;
            }
        }
    }

    /// Copies the first counters, as many as there is room for.
    public void copyTo(int[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = get(i);
        }
    }

    /// Adds what others of the same kind have counted.
    public void addAll(Counters others) {
        if (narrow != null && others.narrow != null) {
            add(narrow, others.narrow);
        } else if (wide != null && others.wide != null) {
            add(wide, others.wide);
        } else {
            throw new IllegalArgumentException("Counters of another kind.");
        }
    }

    private static void add(char[] counts, char[] more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
        }
    }

    private static void add(int[] counts, int[] more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
        }
    }
}
