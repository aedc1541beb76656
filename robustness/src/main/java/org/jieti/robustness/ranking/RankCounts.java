package org.jieti.robustness.ranking;

import java.util.ArrayList;
import java.util.List;

/// How often each unit had each rank. Ranks are exact as long as that takes no more than 600
/// million numbers and there are at most 50,000 units; beyond that, neighbouring ranks are counted
/// together, in bins of one width.
///
/// With fewer runs than ranks the ranks themselves are kept, run by run, and counted at the end.
/// Counts of the same kind add up in any order.
public final class RankCounts {
    /// The most units whose ranks are counted one by one.
    public static final int MOST_EXACT_UNITS = 50_000;

    private static final long MOST_NUMBERS = 600_000_000;
    private static final long MOST_BINNED = 100_000_000;
    private static final int MOST_BINS = 2000;

    /// Ranks of four runs are put into one long of each unit; and so many longs wait, unit by unit,
    /// before they are counted: a unit's counters are then fetched once for many runs.
    private static final int WAITING = 500_000;

    private static final int LEAST_WAITING = 5;
    private static final int MOST_WAITING = 250;
    private static final int TOGETHER = 4;

    private final int units;
    private final int width;
    private final int bins;
    private final boolean kept;

    /// `counted[unit]`, by bin; empty where ranks are kept.
    private final Counters[] counted;

    /// `recent[run][unit]`: the bins, from 0, of fewer than four runs.
    private final char[][] recent;

    private int recentRuns;

    /// `waiting[unit * wait + …]`: bins of four runs.
    private final long[] waiting;

    private final int wait;

    private int waitingFours;

    /// The ranks of one run, where they are counted together; else empty.
    private final int[] ranks;

    /// One array of ranks, from 0, by unit, for each run.
    private final List<char[]> runs = new ArrayList<>();

    private RankCounts(int units, long most, int width, boolean kept) {
        this.units = units;
        this.width = width;
        this.bins = (units + width - 1) / width;
        this.kept = kept;
        this.counted = new Counters[kept ? 0 : units];
        for (int unit = 0; unit < counted.length; unit++) {
            counted[unit] = Counters.of(bins, most);
        }
        this.ranks = new int[width == 1 ? 0 : units];
        this.wait = Math.clamp(WAITING / Math.max(1, units), LEAST_WAITING, MOST_WAITING);
        this.waiting = new long[kept ? 0 : units * wait];
        this.recent = new char[TOGETHER][kept ? 0 : units];
    }

    /// No counts yet.
    ///
    /// @param units how many units are ranked
    /// @param most the largest number of runs that there may be
    public static RankCounts of(int units, long most) {
        long needed = units * Math.min(units, most);
        if (units <= MOST_EXACT_UNITS && needed <= MOST_NUMBERS) {
            return new RankCounts(units, most, 1, most < units);
        }
        long binsThen = Math.min(MOST_BINS, MOST_BINNED / units);
        return new RankCounts(
                units, most, Math.toIntExact((units + binsThen - 1) / binsThen), false);
    }

    /// How many ranks are counted together; 1 for exact ranks.
    public int width() {
        return width;
    }

    public int unitCount() {
        return units;
    }

    public int binCount() {
        return bins;
    }

    /// Counts the run that was sorted last.
    public void add(Ranker ranker) {
        if (kept) {
            char[] run = new char[units];
            ranker.ranksFromZero(run);
            runs.add(run);
            return;
        }
        char[] run = recent[recentRuns];
        if (width == 1) {
            ranker.ranksFromZero(run);
        } else {
            ranker.ranks(ranks);
            for (int unit = 0; unit < units; unit++) {
                run[unit] = (char) ((ranks[unit] - 1) / width);
            }
        }
        recentRuns++;
        if (recentRuns == TOGETHER) {
            recentRuns = 0;
            store(recent[0], recent[1], recent[2], recent[3]);
            waitingFours++;
            if (waitingFours == wait) {
                count();
            }
        }
    }

    private void store(char[] a, char[] b, char[] c, char[] d) {
        long[] into = waiting;
        for (int unit = 0; unit < units; unit++) {
            into[unit * wait + waitingFours] =
                    a[unit] | (long) b[unit] << 16 | (long) c[unit] << 32 | (long) d[unit] << 48;
        }
    }

    private void count() {
        for (int unit = 0; unit < counted.length; unit++) {
            int from = unit * wait;
            counted[unit].addFours(waiting, from, from + waitingFours);
            for (int run = 0; run < recentRuns; run++) {
                counted[unit].add(recent[run][unit]);
            }
        }
        waitingFours = 0;
        recentRuns = 0;
    }

    /// Adds what another has counted of the same units.
    public void addAll(RankCounts other) {
        count();
        other.count();
        for (int unit = 0; unit < counted.length; unit++) {
            counted[unit].addAll(other.counted[unit]);
        }
        runs.addAll(other.runs);
    }

    /// The counts of one unit.
    ///
    /// @return `[bin]`: in how many runs its rank was in `bin · width + 1 … (bin + 1) · width`
    public int[] of(int unit) {
        count();
        int[] counts = new int[bins];
        if (!kept) {
            counted[unit].copyTo(counts);
        }
        for (char[] run : runs) {
            counts[run[unit]]++;
        }
        return counts;
    }
}
