package org.jieti.robustness.montecarlo;

import org.jieti.robustness.linear.Award;
import org.jieti.robustness.linear.Kernel;
import org.jieti.robustness.linear.Panel;

/// Some units of a panel, side by side, with all that is certain about them. Lanes beyond the last
/// unit hold 0 and count for nothing. Immutable once made, and shared by all threads.
final class Tile {
    private final Panel panel;
    private final int from;
    private final int count;
    private final int lanes;
    private final Kernel.Product product;

    /// `points[row][lane]`: scores, the total last.
    private final double[][] points;

    /// `shares[area * levels + level − 1][lane]`; the score of the area throughout where levels go
    /// by scores.
    private final double[][] shares;

    /// `caps[area][lane]`, as powers.
    private final double[][] caps;

    /// `lows[row][lane]` and `densities[row][lane]` of the bins of rows that have quantiles.
    private final double[][] lows;

    private final double[][] densities;

    /// `bins[row][lane]`: where the bins of the unit begin.
    private final int[][] bins;

    private final boolean isRun;
    private final int firstPlace;

    Tile(MonteCarlo of, Panel panel, int from, Kernel kernel) {
        this.panel = panel;
        this.from = from;
        this.count = Math.min(width(panel, kernel), panel.unitCount() - from);
        this.lanes = width(panel, kernel);
        double[][] values = new double[panel.columnCount()][lanes];
        for (int column = 0; column < values.length; column++) {
            for (int lane = 0; lane < count; lane++) {
                values[column][lane] = panel.value(column, from + lane);
            }
        }
        this.product = kernel.product(values);
        this.points = new double[of.rowCount()][lanes];
        for (int row = 0; row < points.length; row++) {
            for (int lane = 0; lane < count; lane++) {
                points[row][lane] = of.point().score(unit(lane), row);
            }
        }
        this.lows = new double[of.binnedRows()][lanes];
        this.densities = new double[of.binnedRows()][lanes];
        this.bins = new int[of.binnedRows()][lanes];
        for (int binned = 0; binned < bins.length; binned++) {
            int row = of.rowCount() - of.binnedRows() + binned;
            for (int lane = 0; lane < count; lane++) {
                int index = of.index(unit(lane), row);
                lows[binned][lane] = of.grid().low()[index];
                densities[binned][lane] = of.grid().density()[index];
                bins[binned][lane] = of.binIndex(unit(lane), row);
            }
        }
        this.isRun = isRun();
        this.firstPlace = firstPlace(of);
        int areas = panel.partCount() + 1;
        switch (panel.award()) {
            case Award.Fixed _, Award.Bands _ -> {
                this.shares = new double[0][];
                this.caps = new double[0][];
            }
            case Award.Graded graded -> {
                this.caps = new double[areas][lanes];
                this.shares = new double[areas * graded.levels()][];
                for (int area = 0; area < areas; area++) {
                    for (int lane = 0; lane < lanes; lane++) {
                        caps[area][lane] =
                                lane < count
                                        ? Kernel.power(graded.limits().cap(area, from + lane))
                                        : 1;
                    }
                    for (int level = 1; level <= graded.levels(); level++) {
                        shares[area * graded.levels() + level - 1] =
                                switch (graded.by()) {
                                    case Award.By.Score _ -> points[area];
                                    case Award.By.Share _ -> shares(graded.limits(), area, level);
                                };
                    }
                }
            }
        }
    }

    private double[] shares(Award.Limits limits, int area, int level) {
        double[] row = new double[lanes];
        for (int lane = 0; lane < count; lane++) {
            row[lane] = limits.share(area, level, from + lane);
        }
        return row;
    }

    private boolean isRun() {
        for (int lane = 0; lane < count; lane++) {
            if (unit(lane) != unit(0) + lane) {
                return false;
            }
        }
        return true;
    }

    private int firstPlace(MonteCarlo of) {
        int first = of.place(unit(0));
        for (int lane = 0; lane < count; lane++) {
            if (of.place(unit(lane)) != first + lane) {
                return -1;
            }
        }
        return first;
    }

    /// How many units of a panel a tile holds.
    static int width(Panel panel, Kernel kernel) {
        int step = kernel.step();
        int wanted = Math.min(panel.unitCount(), kernel.tile());
        return (wanted + step - 1) / step * step;
    }

    int count() {
        return count;
    }

    int lanes() {
        return lanes;
    }

    int unit(int lane) {
        return panel.unit(from + lane);
    }

    /// Whether its units follow one after another in the experiment.
    boolean isOfNeighbours() {
        return isRun;
    }

    /// The place of the first unit among those ranked, where those of the others follow one after
    /// another; −1 where they do not.
    int firstPlace() {
        return firstPlace;
    }

    Kernel.Product product() {
        return product;
    }

    double[][] points() {
        return points;
    }

    double[] point(int row) {
        return points[row];
    }

    double[][] shares() {
        return shares;
    }

    double[] cap(int area) {
        return caps[area];
    }

    double[] low(int binned) {
        return lows[binned];
    }

    double[] density(int binned) {
        return densities[binned];
    }

    int[] bins(int binned) {
        return bins[binned];
    }
}
