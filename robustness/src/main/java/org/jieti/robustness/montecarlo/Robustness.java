package org.jieti.robustness.montecarlo;

import java.util.ArrayList;
import java.util.List;
import org.jieti.robustness.ranking.PairCounts;
import org.jieti.robustness.ranking.RankShares;
import org.jieti.robustness.ranking.Share;
import org.jspecify.annotations.Nullable;

/// What a Monte Carlo says: how scores spread, how often a unit is at which level and rank, and who
/// is ahead of whom. Everything is worked out when it is asked for.
public final class Robustness {
    private final MonteCarlo of;
    private final Tally tally;
    private final RunLimit limit;
    private final boolean complete;
    private final int[] pointRanks;

    /// How a score spreads.
    ///
    /// @param point what comes out where nothing is drawn
    /// @param deviation the standard deviation between runs
    /// @param low the 5 % quantile
    /// @param high the 95 % quantile; quantiles are null where only the total has them, as beyond
    ///     50,000 units
    public record Spread(
            double point,
            double mean,
            double deviation,
            @Nullable Double low,
            @Nullable Double median,
            @Nullable Double high,
            double standardError) {}

    /// How often a level was awarded.
    ///
    /// @param point the level where nothing is drawn, from 1
    /// @param shares from the first level to the last; they sum to 1
    public record Levels(int point, List<Share> shares) {
        public Levels {
            shares = List.copyOf(shares);
        }

        /// The level that was awarded most often, the lower of two.
        public int mostFrequent() {
            int most = 1;
            for (int level = 2; level <= shares.size(); level++) {
                if (shares.get(level - 1).runs() > shares.get(most - 1).runs()) {
                    most = level;
                }
            }
            return most;
        }

        /// How often it was the level of the point.
        public Share atPoint() {
            return shares.get(point - 1);
        }
    }

    /// How often a unit was at a rank.
    ///
    /// @param point the rank where nothing is drawn
    /// @param counts `[bin]`: runs
    public record Ranks(int point, RankShares shares, List<Integer> counts) {
        public Ranks {
            counts = List.copyOf(counts);
        }
    }

    /// Two units and how often each was ahead.
    public record Pair(int first, int second, Share firstAhead, Share secondAhead) {}

    Robustness(MonteCarlo of, Tally tally, RunLimit limit, boolean complete) {
        this.of = of;
        this.tally = tally;
        this.limit = limit;
        this.complete = complete;
        this.pointRanks = of.pointRanks();
    }

    private int total() {
        return of.rowCount() - 1;
    }

    public MonteCarlo of() {
        return of;
    }

    public RunLimit limit() {
        return limit;
    }

    public long runs() {
        return tally.runs();
    }

    /// Whether it ran as far as was asked; if not, it was stopped, and says what the runs say that
    /// were done.
    public boolean isComplete() {
        return complete;
    }

    /// Whether anything may be said at all: there were runs enough.
    public boolean isEnough() {
        return tally.runs() >= MonteCarlo.LEAST_RUNS;
    }

    public int partCount() {
        return of.experiment().partCount();
    }

    /// How the score of a part spreads; null where the unit has none.
    public @Nullable Spread part(int unit, int part) {
        return spread(unit, part);
    }

    /// How the total spreads; null where the unit has none.
    public @Nullable Spread total(int unit) {
        return spread(unit, total());
    }

    private @Nullable Spread spread(int unit, int row) {
        if (!of.point().isScored(unit, row)) {
            return null;
        }
        int index = of.index(unit, row);
        double point = of.point().score(unit, row);
        double deviation = tally.deviation(index);
        int[] bins = bins(unit, row);
        return new Spread(
                point,
                point + tally.mean(index),
                deviation,
                quantile(index, bins, 0.05),
                quantile(index, bins, 0.5),
                quantile(index, bins, 0.95),
                deviation / Math.sqrt((double) tally.runs()));
    }

    private int @Nullable [] bins(int unit, int row) {
        int skipped = of.rowCount() - of.binnedRows();
        if (row < skipped) {
            return null;
        }
        int[] bins = new int[of.grid().bins()];
        for (int bin = 0; bin < bins.length; bin++) {
            bins[bin] = tally.bins().get(of.binIndex(unit, row) + bin);
        }
        return bins;
    }

    private @Nullable Double quantile(int index, int @Nullable [] bins, double share) {
        return bins == null
                ? null
                : of.grid().quantile(index, bins, share, tally.least(index), tally.greatest(index));
    }

    /// How often a part was at which level; null where the unit has none.
    public @Nullable Levels levels(int unit, int part) {
        return levelsOf(unit, part);
    }

    /// How often the unit was at which overall level; null where it has none.
    public @Nullable Levels levels(int unit) {
        return levelsOf(unit, total());
    }

    private @Nullable Levels levelsOf(int unit, int row) {
        int point = of.point().level(unit, row);
        if (point == 0) {
            return null;
        }
        List<Share> shares = new ArrayList<>();
        for (int level = 0; level < of.levelCount(); level++) {
            int index = of.index(unit, row) * of.levelCount() + level;
            shares.add(share(tally.byLevel().get(index)));
        }
        return new Levels(point, shares);
    }

    private Share share(long runs) {
        return new Share(runs, tally.runs());
    }

    /// How many units are ranked.
    public int rankedCount() {
        return of.rankedCount();
    }

    /// How many ranks are counted together; 1 for exact ranks.
    public int rankWidth() {
        return tally.ranks().width();
    }

    /// How often a unit was at which rank; null where it has no total.
    public @Nullable Ranks ranks(int unit) {
        int place = of.place(unit);
        if (place < 0) {
            return null;
        }
        int[] counts = tally.ranks().of(place);
        List<Integer> list = new ArrayList<>(counts.length);
        for (int count : counts) {
            list.add(count);
        }
        return new Ranks(pointRanks[place], RankShares.of(counts, tally.ranks().width()), list);
    }

    /// What the ranks of a unit say; null where it has no total.
    public @Nullable RankShares rankShares(int unit) {
        int place = of.place(unit);
        return place < 0 ? null : RankShares.of(tally.ranks().of(place), tally.ranks().width());
    }

    /// The rank of a unit where nothing is drawn; [Integer#MAX_VALUE] where it has no total.
    public int pointRank(int unit) {
        int place = of.place(unit);
        return place < 0 ? Integer.MAX_VALUE : pointRanks[place];
    }

    /// Whether every pair is compared, or each unit with the next by point score only.
    public boolean comparesAllPairs() {
        return of.rankedCount() <= MonteCarlo.MOST_FOR_ALL_PAIRS;
    }

    /// The pairs compared, the unit with the higher point score first.
    public List<Pair> pairs() {
        PairCounts counts = tally.pairs();
        List<Pair> pairs = new ArrayList<>();
        for (int pair = 0; pair < counts.size(); pair++) {
            pairs.add(
                    new Pair(
                            of.ranked(counts.first(pair)),
                            of.ranked(counts.second(pair)),
                            share(counts.firstAhead(pair)),
                            share(counts.secondAhead(pair))));
        }
        return pairs;
    }

    /// The largest standard error of any share that a unit is at a level, or ahead of another.
    public double largestStandardError() {
        double largest = 0;
        for (int unit = 0; unit < of.unitCount(); unit++) {
            for (int row = 0; row < of.rowCount(); row++) {
                Levels levels = levelsOf(unit, row);
                if (levels != null) {
                    for (Share share : levels.shares()) {
                        largest = Math.max(largest, share.standardError());
                    }
                }
            }
        }
        PairCounts pairs = tally.pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            largest = Math.max(largest, share(pairs.firstAhead(pair)).standardError());
        }
        return largest;
    }
}
