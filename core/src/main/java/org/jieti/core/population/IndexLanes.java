package org.jieti.core.population;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// The aggregation of [PopulationScoring] for one unit and many *lanes*: a lane has weights, values
/// and a way of aggregating of its own, as a run of a Monte Carlo draws them. Terms are added in
/// the order of the model, so both agree to the last bit. Not for use by several threads.
public final class IndexLanes {
    private final IndexModel model;
    private final List<IndexNode.Branch> branches;
    private final List<IndexNode.Leaf> leaves;

    /// `parts[branch][part]`: a branch b as b, a leaf l as −1 − l.
    private final int[][] parts;

    /// `rows[branch][part]`: where the weights of the parts stand.
    private final int[][] rows;

    /// `values[branch][lane]`, as rounded; of the root also before that.
    private final double[][] values;

    private final double[] unrounded;
    private final boolean[] scored;
    private final double[][] shares;
    private final double[][] inputs;

    private IndexLanes(IndexModel model, int width) {
        this.model = model;
        this.branches = model.root().branches();
        this.leaves = model.root().leaves();
        this.parts = new int[branches.size()][];
        this.rows = new int[branches.size()][];
        this.values = new double[branches.size()][width];
        this.unrounded = new double[width];
        this.scored = new boolean[branches.size()];
        this.shares = new double[branches.size()][];
        this.inputs = new double[branches.size()][];
        List<IndexNode> weighted = weighted(model);
        for (int b = 0; b < branches.size(); b++) {
            List<IndexNode> children = branches.get(b).parts();
            parts[b] = new int[children.size()];
            rows[b] = new int[children.size()];
            shares[b] = new double[children.size()];
            inputs[b] = new double[children.size()];
            for (int i = 0; i < children.size(); i++) {
                IndexNode child = children.get(i);
                rows[b][i] = weighted.indexOf(child);
                parts[b][i] =
                        switch (child) {
                            case IndexNode.Branch branch -> branches.indexOf(branch);
                            case IndexNode.Leaf leaf -> -1 - leaves.indexOf(leaf);
                        };
            }
        }
    }

    /// Room for so many lanes.
    public static IndexLanes of(IndexModel model, int width) {
        return new IndexLanes(model, width);
    }

    /// The nodes that carry weights: all but the root, parents before children. Each has a row.
    public static List<IndexNode> weighted(IndexModel model) {
        List<IndexNode> weighted = new ArrayList<>();
        collect(model.root(), weighted);
        return weighted;
    }

    private static void collect(IndexNode.Branch branch, List<IndexNode> into) {
        for (IndexNode part : branch.parts()) {
            into.add(part);
            switch (part) {
                case IndexNode.Branch inner -> collect(inner, into);
                case IndexNode.Leaf _ -> {}
            }
        }
    }

    /// Scores one unit in every lane.
    ///
    /// @param weights `[row][lane]`: not negative, 0 in the same places in every lane
    /// @param cells `[leaf][lane]`: what goes into the aggregation
    /// @param present `[leaf]`: whether it is there
    /// @param everywhere the way of aggregating at every node of a lane; null for the model's own
    /// @throws IllegalArgumentException if a way of aggregating is not defined for negative parts
    ///     and there are some
    public void score(
            double[][] weights,
            double[][] cells,
            boolean[] present,
            IntFunction<@Nullable Aggregation> everywhere,
            int lanes) {
        for (int b = branches.size() - 1; b >= 0; b--) {
            for (int lane = 0; lane < lanes; lane++) {
                aggregate(b, weights, cells, present, everywhere.apply(lane), lane);
            }
        }
    }

    private void aggregate(
            int b,
            double[][] weights,
            double[][] cells,
            boolean[] present,
            @Nullable Aggregation everywhere,
            int lane) {
        double there = 0;
        double all = 0;
        boolean complete = true;
        for (int i = 0; i < parts[b].length; i++) {
            double weight = weights[rows[b][i]][lane];
            all += weight;
            if (isThere(parts[b][i], present)) {
                there += weight;
            } else if (weight > 0) {
                complete = false;
            }
        }
        scored[b] =
                switch (model.missing()) {
                    case NO_VALUE -> complete;
                    case WEIGHT_TO_SIBLINGS -> there > 0;
                };
        if (!scored[b]) {
            return;
        }
        double whole = complete ? all : there;
        IndexNode.Branch branch = branches.get(b);
        Aggregation aggregation = everywhere == null ? branch.aggregation() : everywhere;
        for (int i = 0; i < parts[b].length; i++) {
            boolean isThere = isThere(parts[b][i], present);
            shares[b][i] = isThere ? weights[rows[b][i]][lane] / whole : 0;
            inputs[b][i] = isThere ? value(parts[b][i], cells, lane) : 0;
            if (aggregation.needsNonNegative() && shares[b][i] > 0 && inputs[b][i] < 0) {
                throw new IllegalArgumentException(
                        "%s is not defined for the negative part %s of %s."
                                .formatted(aggregation, inputs[b][i], branch.id()));
            }
        }
        double value = aggregation.of(shares[b], inputs[b]);
        values[b][lane] = rounded(value, branch.decimals());
        if (b == 0) {
            unrounded[lane] = value;
        }
    }

    private boolean isThere(int part, boolean[] present) {
        return part < 0 ? present[-1 - part] : scored[part];
    }

    private double value(int part, double[][] cells, int lane) {
        return part < 0 ? cells[-1 - part][lane] : values[part][lane];
    }

    static double rounded(double value, @Nullable Integer decimals) {
        return decimals == null
                ? value
                : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
    }

    /// Whether the unit last scored has an index.
    public boolean isScored() {
        return scored[0];
    }

    /// `[lane]`: the index, before any rounding of its own or after it, whichever the model ranks
    /// on; a published index is no matter of lanes.
    public double[] index() {
        return switch (model.rankBasis()) {
            case UNROUNDED, PUBLISHED -> unrounded;
            case ROUNDED -> values[0];
        };
    }

    /// Whether the unit last scored has a value of a part of the root.
    ///
    /// @param present as it was scored
    public boolean isScored(int part, boolean[] present) {
        return isThere(parts[0][part], present);
    }

    /// The value of a part of the root in a lane.
    ///
    /// @param cells as they were scored
    public double part(int part, double[][] cells, int lane) {
        return value(parts[0][part], cells, lane);
    }

    /// The number of bands that the index of a lane reaches, counted from the lowest; 0 for none.
    public int band(int lane) {
        List<IndexBand> bands = model.bands();
        for (int i = 0; i < bands.size(); i++) {
            Double from = bands.get(i).from();
            if (from == null || Threshold.isAtLeast(values[0][lane], from)) {
                return bands.size() - i;
            }
        }
        return 0;
    }
}
