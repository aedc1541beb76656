package org.jieti.robustness.montecarlo;

import org.jieti.robustness.experiment.Draws;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.experiment.Outcomes;

/// What comes out where nothing is drawn. A row is a part, or, last, the total.
public final class Point {
    private final int units;
    private final double[] scores;
    private final int[] levels;
    private final boolean[] scored;

    private Point(int units, int rows) {
        this.units = units;
        this.scores = new double[units * rows];
        this.levels = new int[units * rows];
        this.scored = new boolean[units * rows];
    }

    static Point of(Experiment experiment, long seed) {
        int parts = experiment.partCount();
        Point point = new Point(experiment.unitCount(), parts + 1);
        long[][] nothing = new long[experiment.factors().size()][1];
        for (long[] factor : nothing) {
            factor[0] = Draws.POINT;
        }
        Experiment.Worker worker = experiment.worker(1);
        worker.draw(Draws.of(seed, nothing, 1));
        Outcomes outcomes = new Outcomes(parts, 1);
        for (int unit = 0; unit < experiment.unitCount(); unit++) {
            worker.run(unit, outcomes);
            for (int row = 0; row <= parts; row++) {
                boolean isTotal = row == parts;
                int index = row * point.units + unit;
                boolean graded = isTotal ? outcomes.isGraded() : outcomes.isGraded(row);
                point.scored[index] = isTotal ? outcomes.isScored() : outcomes.isScored(row);
                point.scores[index] = MonteCarlo.scores(outcomes, row)[0];
                point.levels[index] =
                        !graded ? 0 : isTotal ? outcomes.level()[0] : outcomes.levels(row)[0];
            }
        }
        return point;
    }

    /// Whether a unit has a score in a row, in this and in every run.
    public boolean isScored(int unit, int row) {
        return scored[row * units + unit];
    }

    public double score(int unit, int row) {
        return scores[row * units + unit];
    }

    /// The level, from 1; 0 where there is none, in this and in every run.
    public int level(int unit, int row) {
        return levels[row * units + unit];
    }
}
