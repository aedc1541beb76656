package org.jieti.robustness.montecarlo;

import org.jieti.robustness.ranking.Ranker;

/// Ranks the totals of a chunk, run by run, and compares pairs.
final class RankWork {
    private final int units;
    private final Ranker ranker;

    /// `totals[run * units + place]`.
    private final double[] totals;

    RankWork(MonteCarlo of) {
        this.units = of.rankedCount();
        this.ranker = new Ranker(units);
        this.totals = new double[units * MonteCarlo.CHUNK];
    }

    /// Takes over the totals of one unit.
    ///
    /// @param place of the unit among those ranked
    void take(int place, double[] total, int runs) {
        for (int run = 0; run < runs; run++) {
            totals[run * units + place] = total[run];
        }
    }

    /// `totals[run * stride + place]`, to be filled in.
    double[] totals() {
        return totals;
    }

    int stride() {
        return units;
    }

    void count(int runs, Tally into) {
        for (int run = 0; run < runs; run++) {
            ranker.sort(totals, run * units);
            into.ranks().add(ranker);
            into.pairs().add(totals, run * units);
        }
    }
}
