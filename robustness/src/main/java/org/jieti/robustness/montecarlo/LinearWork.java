package org.jieti.robustness.montecarlo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.robustness.experiment.Draws;
import org.jieti.robustness.experiment.Experiment;
import org.jieti.robustness.linear.Award;
import org.jieti.robustness.linear.Coefficients;
import org.jieti.robustness.linear.Kernel;
import org.jieti.robustness.linear.Panel;

/// Works a chunk for many units side by side, four runs at a time: for experiments whose scores are
/// linear in the weights, and that draw nothing else.
///
/// Per tile: the product of its values with the runs' coefficients gives how far each score, and
/// each share of a level, deviates from the point; sums, levels and bins follow while all that is
/// in the nearest cache. The totals then go to the ranking.
final class LinearWork implements Work {
    private static final int RUNS = Kernel.RUNS;
    private static final int WIDTH = MonteCarlo.CHUNK;

    private final MonteCarlo of;
    private final Kernel kernel;
    private final Experiment.Worker worker;
    private final RankWork ranking;
    private final List<PanelWork> panels = new ArrayList<>();

    LinearWork(MonteCarlo of, List<TiledPanel> tiled, Kernel kernel) {
        this.of = of;
        this.kernel = kernel;
        this.worker = of.experiment().worker(WIDTH);
        this.ranking = new RankWork(of);
        for (TiledPanel panel : tiled) {
            panels.add(new PanelWork(panel));
        }
    }

    @Override
    public void run(int chunk, int runs, Tally into) {
        long first = (long) chunk * MonteCarlo.CHUNK;
        worker.draw(Draws.runs(of.seed(), of.experiment().factors().size(), first, runs));
        for (PanelWork panel : panels) {
            panel.run(runs, into);
        }
        ranking.count(runs, into);
        into.addRuns(runs);
    }

    /// One panel and its arrays; rows are as wide as its tiles.
    private final class PanelWork {
        private final TiledPanel tiled;
        private final Panel panel;
        private final Award award;
        private final Coefficients coefficients;
        private final int parts;
        private final int width;

        /// The coefficients of columns, those of four runs together: `[four runs][column][run]`.
        private final double[] byRuns;

        /// `deltas[form][j][lane]`: of four runs.
        private final double[][][] deltas;

        /// `totals[j][lane]`: how far the totals of four runs deviate, T − T₀ =
        /// Σ_d W_d·(C_d − C₀_d) + (W_d − W₀_d)·C₀_d, whose terms vanish where nothing deviates.
        private final double[][] totals;

        /// `[row][lane]`: of a chunk.
        private final double[][] sums;

        private final double[][] squares;
        private final double[][] lows;
        private final double[][] highs;

        /// `byLevel[row][lane]`: powers, added up.
        private final double[][] byLevel;

        /// `reached[area][lane]`: powers, of one run.
        private final double[][] reached;

        /// `overall[level − 1][lane]`: how far overall shares of one run deviate.
        private final double[][] overall;

        /// `bands[level − 1]`: the totals that bands begin at.
        private final double[] bands;

        /// `graded[row]`: whether any unit has a level.
        private final boolean[] graded;

        private final double[] lowest;
        private final double[] highest;
        private final int[] bin;
        private final int binnedRows;

        PanelWork(TiledPanel tiled) {
            this.tiled = tiled;
            this.panel = tiled.panel();
            this.award = panel.award();
            this.coefficients = panel.coefficients(WIDTH);
            this.parts = panel.partCount();
            this.width = tiled.width();
            int rows = parts + 1;
            this.byRuns = new double[panel.columnCount() * WIDTH];
            this.deltas = new double[panel.formCount()][RUNS][width];
            this.totals = new double[RUNS][width];
            this.sums = new double[rows][width];
            this.squares = new double[rows][width];
            this.lows = new double[rows][width];
            this.highs = new double[rows][width];
            this.byLevel = new double[rows][width];
            this.reached = new double[rows][width];
            this.overall = new double[of.levelCount()][width];
            this.bands =
                    switch (award) {
                        case Award.Fixed _, Award.Graded _ -> new double[0];
                        case Award.Bands(List<Double> thresholds) ->
                                thresholds.stream().mapToDouble(Double::doubleValue).toArray();
                    };
            this.graded = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                for (int place = 0; place < panel.unitCount(); place++) {
                    graded[row] |= of.point().level(panel.unit(place), row) > 0;
                }
            }
            this.lowest = new double[width];
            this.highest = new double[width];
            this.bin = new int[width];
            this.binnedRows = of.binnedRows();
        }

        void run(int runs, Tally into) {
            coefficients.fill(worker.weights(), runs);
            for (int column = 0; column < panel.columnCount(); column++) {
                for (int run = 0; run < WIDTH; run++) {
                    byRuns[at(run) + column * RUNS + run % RUNS] =
                            coefficients.columns()[column * WIDTH + run];
                }
            }
            for (int tile = 0; tile < tiled.tileCount(); tile++) {
                run(tiled.tile(tile), runs, into);
            }
        }

        /// Where the coefficients of four runs begin.
        private int at(int run) {
            return run / RUNS * panel.columnCount() * RUNS;
        }

        private void run(Tile tile, int runs, Tally into) {
            begin();
            for (int run = 0; run < runs; run += RUNS) {
                int count = Math.min(RUNS, runs - run);
                for (int form = 0; form < deltas.length; form++) {
                    tile.product()
                            .multiply(
                                    panel.from(form),
                                    panel.to(form),
                                    byRuns,
                                    at(run),
                                    deltas[form]);
                }
                kernel.total(
                        parts,
                        tile.points(),
                        deltas,
                        coefficients.parts(),
                        coefficients.partDeviations(),
                        run,
                        WIDTH,
                        totals);
                for (int row = 0; row <= parts; row++) {
                    count(row, row < parts ? deltas[row] : totals, count);
                }
                for (int j = 0; j < count; j++) {
                    award(tile, run + j, j);
                    bin(tile, j, into);
                    store(tile, run + j, totals[j]);
                }
            }
            end(tile, runs, into);
        }

        private void begin() {
            for (int row = 0; row <= parts; row++) {
                Arrays.fill(sums[row], 0);
                Arrays.fill(squares[row], 0);
                Arrays.fill(lows[row], Double.POSITIVE_INFINITY);
                Arrays.fill(highs[row], Double.NEGATIVE_INFINITY);
                Arrays.fill(byLevel[row], 0);
            }
        }

        /// Four runs at once where there are four: each sum is fetched and put back once.
        private void count(int row, double[][] delta, int count) {
            boolean ranges = row > parts - binnedRows;
            if (count == RUNS) {
                kernel.moments(delta, sums[row], squares[row]);
                if (ranges) {
                    range(lows[row], highs[row], delta[0], delta[1], delta[2], delta[3]);
                }
                return;
            }
            for (int j = 0; j < count; j++) {
                moments(sums[row], squares[row], delta[j]);
                if (ranges) {
                    range(lows[row], highs[row], delta[j]);
                }
            }
        }

        private void award(Tile tile, int run, int j) {
            switch (award) {
                case Award.Fixed _ -> {}
                case Award.Bands _ ->
                        kernel.climb(tile.point(parts), totals[j], bands, byLevel[parts]);
                case Award.Graded levels -> graded(tile, levels, run, j);
            }
        }

        private void graded(Tile tile, Award.Graded graded, int run, int j) {
            int levels = graded.levels();
            double[] limits = new double[levels];
            double[][] base = new double[levels][];
            double[][] delta = new double[levels][];
            Arrays.fill(lowest, Kernel.power(levels));
            Arrays.fill(highest, 1);
            for (int area = 0; area <= parts; area++) {
                boolean whole = area == parts;
                if (whole) {
                    overall(tile, graded, run, j);
                }
                for (int level = 0; level < levels; level++) {
                    base[level] = tile.shares()[area * levels + level];
                    switch (graded.by()) {
                        case Award.By.Share(double threshold) -> {
                            limits[level] = threshold;
                            delta[level] =
                                    whole
                                            ? overall[level]
                                            : deltas[parts + area * levels + level][j];
                        }
                        case Award.By.Score _ -> {
                            limits[level] =
                                    coefficients
                                            .thresholds()[(area * levels + level) * WIDTH + run];
                            delta[level] = whole ? totals[j] : deltas[area][j];
                        }
                    }
                }
                kernel.climb(base, delta, limits, tile.cap(area), reached[area]);
                if (!whole && graded.limits().counts(area)) {
                    least(lowest, reached[area]);
                    greatest(highest, reached[area]);
                }
            }
            between(reached[parts], lowest, Kernel.power(graded.spread() + 1), highest);
            for (int row = 0; row <= parts; row++) {
                add(byLevel[row], reached[row]);
            }
        }

        /// As for totals: with V the parts' weights in the share of a level, and S its shares.
        private void overall(Tile tile, Award.Graded graded, int run, int j) {
            for (int level = 0; level < graded.levels(); level++) {
                switch (graded.by()) {
                    case Award.By.Score _ -> {}
                    case Award.By.Share _ -> {
                        Arrays.fill(overall[level], 0);
                        for (int part = 0; part < parts; part++) {
                            int at = (level * parts + part) * WIDTH + run;
                            int area = part * graded.levels() + level;
                            combine(
                                    overall[level],
                                    deltas[parts + area][j],
                                    coefficients.shares()[at],
                                    tile.shares()[area],
                                    coefficients.shareDeviations()[at]);
                        }
                    }
                }
            }
        }

        private void bin(Tile tile, int j, Tally into) {
            int skipped = parts + 1 - binnedRows;
            for (int binned = 0; binned < binnedRows; binned++) {
                int row = skipped + binned;
                double[] delta = row < parts ? deltas[row][j] : totals[j];
                bins(
                        bin,
                        tile.point(row),
                        delta,
                        tile.low(binned),
                        tile.density(binned),
                        of.grid().bins() - 1);
                into.bins().addEach(tile.bins(binned), bin, tile.count());
            }
        }

        private void store(Tile tile, int run, double[] total) {
            int from = run * ranking.stride();
            double[] point = tile.point(parts);
            int place = tile.firstPlace();
            if (place >= 0) {
                sum(ranking.totals(), from + place, point, total, tile.count());
                return;
            }
            for (int lane = 0; lane < tile.count(); lane++) {
                int at = of.place(tile.unit(lane));
                if (at >= 0) {
                    ranking.totals()[from + at] = point[lane] + total[lane];
                }
            }
        }

        private void end(Tile tile, int runs, Tally into) {
            for (int row = 0; row <= parts; row++) {
                boolean ranges = row > parts - binnedRows;
                if (ranges) {
                    add(lows[row], tile.point(row));
                    add(highs[row], tile.point(row));
                }
                if (tile.isOfNeighbours()) {
                    int first = of.index(tile.unit(0), row);
                    into.addSums(first, sums[row], squares[row], tile.count());
                    if (ranges) {
                        into.addRange(first, lows[row], highs[row], tile.count());
                    }
                } else {
                    for (int lane = 0; lane < tile.count(); lane++) {
                        int index = of.index(tile.unit(lane), row);
                        into.addSum(index, sums[row][lane], squares[row][lane]);
                        into.addRange(index, lows[row][lane], highs[row][lane]);
                    }
                }
                for (int lane = 0; lane < tile.count() && graded[row]; lane++) {
                    if (of.point().level(tile.unit(lane), row) > 0) {
                        levels(tile.unit(lane), row, byLevel[row][lane], runs, into);
                    }
                }
            }
        }

        private void levels(int unit, int row, double powers, int runs, Tally into) {
            int at = of.index(unit, row) * of.levelCount();
            switch (award) {
                case Award.Fixed _ ->
                        into.byLevel().add(at + of.point().level(unit, row) - 1, runs);
                case Award.Bands _, Award.Graded _ -> {
                    for (int level = 1; level <= of.levelCount(); level++) {
                        into.byLevel().add(at + level - 1, Kernel.digit(powers, level));
                    }
                }
            }
        }
    }

    private static void combine(
            double[] into, double[] delta, double weight, double[] point, double deviation) {
        for (int lane = 0; lane < into.length; lane++) {
            into[lane] =
                    Math.fma(deviation, point[lane], Math.fma(weight, delta[lane], into[lane]));
        }
    }

    private static void moments(double[] sum, double[] square, double[] a) {
        for (int lane = 0; lane < sum.length; lane++) {
            sum[lane] += a[lane];
            square[lane] = Math.fma(a[lane], a[lane], square[lane]);
        }
    }

    private static void range(double[] low, double[] high, double[] a) {
        for (int lane = 0; lane < low.length; lane++) {
            low[lane] = Math.min(low[lane], a[lane]);
            high[lane] = Math.max(high[lane], a[lane]);
        }
    }

    private static void range(
            double[] low, double[] high, double[] a, double[] b, double[] c, double[] d) {
        for (int lane = 0; lane < low.length; lane++) {
            double least = Math.min(Math.min(a[lane], b[lane]), Math.min(c[lane], d[lane]));
            double greatest = Math.max(Math.max(a[lane], b[lane]), Math.max(c[lane], d[lane]));
            low[lane] = Math.min(low[lane], least);
            high[lane] = Math.max(high[lane], greatest);
        }
    }

    private static void add(double[] sum, double[] a) {
        for (int lane = 0; lane < sum.length; lane++) {
            sum[lane] += a[lane];
        }
    }

    private static void least(double[] least, double[] a) {
        for (int lane = 0; lane < least.length; lane++) {
            least[lane] = Math.min(least[lane], a[lane]);
        }
    }

    private static void greatest(double[] greatest, double[] a) {
        for (int lane = 0; lane < greatest.length; lane++) {
            greatest[lane] = Math.max(greatest[lane], a[lane]);
        }
    }

    private static void between(double[] level, double[] lowest, double spread, double[] highest) {
        for (int lane = 0; lane < level.length; lane++) {
            level[lane] = Math.min(level[lane], Math.min(lowest[lane] * spread, highest[lane]));
        }
    }

    private static void bins(
            int[] bin, double[] point, double[] delta, double[] low, double[] density, int last) {
        for (int lane = 0; lane < bin.length; lane++) {
            int at = (int) ((point[lane] + delta[lane] - low[lane]) * density[lane]);
            bin[lane] = Math.min(Math.max(at, 0), last);
        }
    }

    private static void sum(double[] into, int at, double[] a, double[] b, int count) {
        for (int lane = 0; lane < count; lane++) {
            into[at + lane] = a[lane] + b[lane];
        }
    }
}
