package org.jieti.robustness.montecarlo;

import org.jieti.robustness.experiment.Draws;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.experiment.Outcomes;
import org.jieti.robustness.ranking.Counters;

/// Works a chunk unit by unit, its runs side by side: for any experiment.
final class LaneWork implements Work {
    private final MonteCarlo of;
    private final Experiment.Worker worker;
    private final Outcomes outcomes;
    private final RankWork ranking;

    LaneWork(MonteCarlo of) {
        this.of = of;
        this.worker = of.experiment().worker(MonteCarlo.CHUNK);
        this.outcomes = new Outcomes(of.experiment().partCount(), MonteCarlo.CHUNK);
        this.ranking = new RankWork(of);
    }

    @Override
    public void run(int chunk, int runs, Tally into) {
        long first = (long) chunk * MonteCarlo.CHUNK;
        worker.draw(Draws.runs(of.seed(), of.experiment().factors().size(), first, runs));
        int place = 0;
        for (int unit = 0; unit < of.unitCount(); unit++) {
            worker.run(unit, outcomes);
            for (int row = 0; row < of.rowCount(); row++) {
                if (of.point().isScored(unit, row)) {
                    count(unit, row, runs, into);
                }
            }
            if (of.point().isScored(unit, of.rowCount() - 1)) {
                ranking.take(place++, outcomes.total(), runs);
            }
        }
        ranking.count(runs, into);
        into.addRuns(runs);
    }

    private void count(int unit, int row, int runs, Tally into) {
        int index = of.index(unit, row);
        double[] scores = MonteCarlo.scores(outcomes, row);
        double point = of.point().score(unit, row);
        double sum = 0;
        double square = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int lane = 0; lane < runs; lane++) {
            double off = scores[lane] - point;
            sum += off;
            square += off * off;
            low = Math.min(low, scores[lane]);
            high = Math.max(high, scores[lane]);
        }
        into.addSum(index, sum, square);
        into.addRange(index, low, high);
        bin(unit, row, scores, runs, into);
        if (of.point().level(unit, row) > 0) {
            int[] levels = row < outcomes.partCount() ? outcomes.levels(row) : outcomes.level();
            for (int lane = 0; lane < runs; lane++) {
                into.byLevel().add(index * of.levelCount() + levels[lane] - 1);
            }
        }
    }

    private void bin(int unit, int row, double[] scores, int runs, Tally into) {
        if (row < of.rowCount() - of.binnedRows()) {
            return;
        }
        int index = of.index(unit, row);
        int from = of.binIndex(unit, row);
        Counters bins = into.bins();
        for (int lane = 0; lane < runs; lane++) {
            bins.add(from + of.grid().bin(index, scores[lane]));
        }
    }
}
