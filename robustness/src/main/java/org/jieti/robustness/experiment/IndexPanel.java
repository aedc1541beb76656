package org.jieti.robustness.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.core.population.IndexBand;
import org.jieti.core.population.IndexLanes;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.scoring.Threshold;
import org.jieti.robustness.linear.Award;
import org.jieti.robustness.linear.Coefficients;
import org.jieti.robustness.linear.Panel;

/// The units of an index that is a weighted mean all the way down, each of which has every value.
/// A column is a leaf.
final class IndexPanel extends Panel {
    private final IndexModel model;

    /// `cells[leaf][unit]`.
    private final double[][] cells;

    /// `paths[leaf]`: the rows of the nodes from below its part down to it.
    private final int[][] paths;

    /// `siblings[row]`: the rows of the children of the same node.
    private final int[][] siblings;

    private final int[] parts;
    private final double[][] point;

    /// @param set `[row]`: the weights at the point
    IndexPanel(IndexModel model, double[][] cells, int[] units, double[] set) {
        super(units, model.root().parts().size(), ends(model));
        this.model = model;
        this.cells = cells;
        List<IndexNode> weighted = IndexLanes.weighted(model);
        this.siblings = new int[weighted.size()][];
        for (IndexNode.Branch branch : model.root().branches()) {
            int[] rows = branch.parts().stream().mapToInt(weighted::indexOf).toArray();
            for (int row : rows) {
                siblings[row] = rows;
            }
        }
        this.parts = siblings[0];
        List<int[]> found = new ArrayList<>();
        for (IndexNode part : model.root().parts()) {
            paths(part, new int[0], weighted, found);
        }
        this.paths = found.toArray(int[][]::new);
        this.point = new double[set.length][1];
        for (int row = 0; row < set.length; row++) {
            point[row][0] = set[row];
        }
    }

    private static int[] ends(IndexModel model) {
        int[] ends = new int[model.root().parts().size()];
        int next = 0;
        for (int i = 0; i < ends.length; i++) {
            next +=
                    switch (model.root().parts().get(i)) {
                        case IndexNode.Leaf _ -> 1;
                        case IndexNode.Branch branch -> branch.leaves().size();
                    };
            ends[i] = next;
        }
        return ends;
    }

    private static void paths(
            IndexNode node, int[] above, List<IndexNode> weighted, List<int[]> into) {
        switch (node) {
            case IndexNode.Leaf _ -> into.add(above);
            case IndexNode.Branch branch -> {
                for (IndexNode part : branch.parts()) {
                    int[] path = Arrays.copyOf(above, above.length + 1);
                    path[above.length] = weighted.indexOf(part);
                    paths(part, path, weighted, into);
                }
            }
        }
    }

    /// Whether an index is a weighted mean all the way down, without any rounding between.
    static boolean fits(IndexModel model) {
        return model.root().branches().stream()
                .allMatch(branch -> branch.aggregation().isLinear() && branch.decimals() == null);
    }

    @Override
    public double value(int column, int place) {
        return cells[column][unit(place)];
    }

    @Override
    public Award award() {
        List<IndexBand> bands = model.bands();
        if (bands.isEmpty()) {
            return new Award.Fixed();
        }
        List<Double> thresholds = new ArrayList<>();
        for (IndexBand band : bands.reversed()) {
            Double from = band.from();
            thresholds.add(from == null ? Double.NEGATIVE_INFINITY : from - Threshold.TOLERANCE);
        }
        return new Award.Bands(thresholds);
    }

    @Override
    public Coefficients coefficients(int width) {
        return new IndexCoefficients(width);
    }

    private final class IndexCoefficients extends Coefficients {
        private final double[] pointColumns = new double[columnCount()];
        private final double[] pointParts = new double[partCount()];

        /// `shared[row][run]`: the weight of a node among its siblings, summing to 1.
        private final double[][] shared;

        private final double[] sum;

        IndexCoefficients(int width) {
            super(IndexPanel.this, 0, width);
            this.shared = new double[siblings.length][width];
            this.sum = new double[width];
            fill(point, 1);
            for (int column = 0; column < pointColumns.length; column++) {
                pointColumns[column] = columns[column * width];
            }
            for (int part = 0; part < pointParts.length; part++) {
                pointParts[part] = parts[part * width];
            }
        }

        @Override
        public void fill(double[][] weights, int runs) {
            share(weights, runs);
            for (int column = 0; column < paths.length; column++) {
                int at = column * width();
                for (int run = 0; run < runs; run++) {
                    columns[at + run] = 1;
                }
                for (int row : paths[column]) {
                    double[] share = shared[row];
                    for (int run = 0; run < runs; run++) {
                        columns[at + run] *= share[run];
                    }
                }
                for (int run = 0; run < runs; run++) {
                    columns[at + run] -= pointColumns[column];
                }
            }
            for (int part = 0; part < partCount(); part++) {
                double[] share = shared[IndexPanel.this.parts[part]];
                for (int run = 0; run < runs; run++) {
                    parts[part * width() + run] = share[run];
                    partDeviations[part * width() + run] = share[run] - pointParts[part];
                }
            }
        }

        private void share(double[][] weights, int runs) {
            for (int row = 0; row < siblings.length; row++) {
                if (siblings[row][0] == row) {
                    Arrays.fill(sum, 0, runs, 0);
                    for (int member : siblings[row]) {
                        for (int run = 0; run < runs; run++) {
                            sum[run] += weights[member][run];
                        }
                    }
                    for (int member : siblings[row]) {
                        for (int run = 0; run < runs; run++) {
                            shared[member][run] = weights[member][run] / sum[run];
                        }
                    }
                }
            }
        }
    }
}
