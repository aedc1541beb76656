package org.jieti.core.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// The sums of [ScoreTree] on arrays: every node's score for one unit or many, where all criteria
/// are applicable.
///
/// The tree is laid out breadth first, the total in row 0, so that the children of a node are one
/// run of rows; tier by tier from the deepest, each node is `Σ coefficient · value` over its run:
/// points × fulfilment under a ladder, weight × score above. Terms are added in the order of the
/// model, as [ScoreTree] adds them, so both agree to the last bit. For one unit, nodes with as many
/// children are worked together, each number by a loop of its own: most have two to four, for which
/// setting up a loop over children costs more than their sum. Many units lie side by side in a row;
/// a loop over them carries nothing from one to the next and is left to the compiler to vectorise,
/// in blocks that stay in the nearest cache.
public final class ScoreKernel {
    private static final int BLOCK = 256;

    /// Row 0 is the total; row r + 1 is node r here.
    private final List<NodeId> nodes = new ArrayList<>();

    private final Map<NodeId, Integer> rowByNode = new HashMap<>();

    /// `coefficients[row]`: what the row's value is multiplied by in its parent's sum.
    private final double[] coefficients;

    /// The rows that have children, in the order in which they are worked: the deepest tier first
    /// and, within a tier, those with as many children beside each other.
    private final int[] sums;

    /// `from[i]`: the row of the first child of `sums[i]`; the others follow it.
    private final int[] from;

    /// `sums[runEnds[run - 1] .. runEnds[run])` have `counts[run]` children each.
    private final int[] runEnds;

    private final int[] counts;

    private ScoreKernel(MaturityModel model, WeightSet weights) {
        List<Double> coefficient = new ArrayList<>(List.of(1.0));
        List<Sum> branches = new ArrayList<>();
        List<Integer> depths = new ArrayList<>(List.of(0));
        List<List<? extends Node>> children = new ArrayList<>();
        children.add(model.domains());
        for (int row = 0; row < children.size(); row++) {
            int first = children.size();
            Map<NodeId, Double> points = points(row == 0 ? null : model.find(nodes.get(row - 1)));
            for (Node child : children.get(row)) {
                rowByNode.put(child.id(), children.size());
                nodes.add(child.id());
                coefficient.add(
                        child instanceof Criterion
                                ? points.getOrDefault(child.id(), 0.0)
                                : weights.weight(child.id()));
                children.add(child.children());
                depths.add(depths.get(row) + 1);
            }
            if (children.size() > first) {
                branches.add(new Sum(row, depths.get(row), first, children.size() - first));
            }
        }
        coefficients = coefficient.stream().mapToDouble(Double::doubleValue).toArray();
        branches.sort(Comparator.comparingInt(Sum::depth).reversed().thenComparingInt(Sum::count));
        sums = branches.stream().mapToInt(Sum::row).toArray();
        from = branches.stream().mapToInt(Sum::first).toArray();
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i <= branches.size(); i++) {
            boolean last = i == branches.size();
            if (last || branches.get(i).count() != branches.get(i - 1).count()) {
                ends.add(i);
            }
        }
        runEnds = ends.stream().mapToInt(Integer::intValue).toArray();
        counts = ends.stream().mapToInt(end -> branches.get(end - 1).count()).toArray();
    }

    /// What one row adds up: `count` rows from `first`.
    private record Sum(int row, int depth, int first, int count) {}

    private static Map<NodeId, Double> points(@Nullable Node node) {
        return node instanceof Indicator indicator && indicator.bearsCriteria()
                ? Points.of(indicator, _ -> true)
                : Map.of();
    }

    /// Lays out a model with its weights.
    public static ScoreKernel of(MaturityModel model, WeightSet weights) {
        return new ScoreKernel(model, weights);
    }

    /// How many rows there are: the total, in row 0, and one for every node.
    public int rowCount() {
        return coefficients.length;
    }

    /// The row of a domain, indicator or criterion.
    ///
    /// @throws IllegalArgumentException if the model has no such node
    public int row(NodeId node) {
        Integer row = rowByNode.get(node);
        if (row == null) {
            throw new IllegalArgumentException("The model has no node " + node);
        }
        return row;
    }

    /// Scores one unit.
    ///
    /// @param values `[row]`: the fulfilments of the criteria, in [0, 1], are read; the scores of
    ///     all other rows, in [0, 100], are written
    public void score(double[] values) {
        int begin = 0;
        for (int run = 0; run < runEnds.length; run++) {
            int end = runEnds[run];
            switch (counts[run]) {
                case 1 -> ofOne(values, begin, end);
                case 2 -> ofTwo(values, begin, end);
                case 3 -> ofThree(values, begin, end);
                case 4 -> ofFour(values, begin, end);
                default -> ofMany(values, begin, end, counts[run]);
            }
            begin = end;
        }
    }

    private void ofOne(double[] values, int begin, int end) {
        for (int i = begin; i < end; i++) {
            int a = from[i];
            values[sums[i]] = coefficients[a] * values[a];
        }
    }

    private void ofTwo(double[] values, int begin, int end) {
        for (int i = begin; i < end; i++) {
            int a = from[i];
            values[sums[i]] = coefficients[a] * values[a] + coefficients[a + 1] * values[a + 1];
        }
    }

    private void ofThree(double[] values, int begin, int end) {
        for (int i = begin; i < end; i++) {
            int a = from[i];
            values[sums[i]] =
                    coefficients[a] * values[a]
                            + coefficients[a + 1] * values[a + 1]
                            + coefficients[a + 2] * values[a + 2];
        }
    }

    private void ofFour(double[] values, int begin, int end) {
        for (int i = begin; i < end; i++) {
            int a = from[i];
            values[sums[i]] =
                    coefficients[a] * values[a]
                            + coefficients[a + 1] * values[a + 1]
                            + coefficients[a + 2] * values[a + 2]
                            + coefficients[a + 3] * values[a + 3];
        }
    }

    private void ofMany(double[] values, int begin, int end, int count) {
        for (int i = begin; i < end; i++) {
            int child = from[i];
            double sum = coefficients[child] * values[child];
            for (int last = child + count - 1; child < last; ) {
                child++;
                sum += coefficients[child] * values[child];
            }
            values[sums[i]] = sum;
        }
    }

    /// Scores many units.
    ///
    /// @param values `[row][unit]`: as for one unit
    public void score(double[][] values) {
        int unitCount = values[0].length;
        for (int unit = 0; unit < unitCount; unit += BLOCK) {
            block(values, unit, Math.min(unitCount, unit + BLOCK));
        }
    }

    private void block(double[][] values, int begin, int end) {
        int i = 0;
        for (int run = 0; run < runEnds.length; run++) {
            for (; i < runEnds[run]; i++) {
                sum(values, sums[i], from[i], from[i] + counts[run], begin, end);
            }
        }
    }

    private void sum(double[][] values, int row, int firstChild, int last, int begin, int end) {
        double[] sum = values[row];
        int child = firstChild;
        first(sum, values[child], coefficients[child], begin, end);
        child++;
        for (; child + 1 < last; child += 2) {
            addTwo(
                    sum,
                    values[child],
                    coefficients[child],
                    values[child + 1],
                    coefficients[child + 1],
                    begin,
                    end);
        }
        if (child < last) {
            addOne(sum, values[child], coefficients[child], begin, end);
        }
    }

    private static void first(double[] sum, double[] a, double ca, int begin, int end) {
        for (int unit = begin; unit < end; unit++) {
            sum[unit] = ca * a[unit];
        }
    }

    private static void addOne(double[] sum, double[] a, double ca, int begin, int end) {
        for (int unit = begin; unit < end; unit++) {
            sum[unit] += ca * a[unit];
        }
    }

    private static void addTwo(
            double[] sum, double[] a, double ca, double[] b, double cb, int begin, int end) {
        for (int unit = begin; unit < end; unit++) {
            sum[unit] = sum[unit] + ca * a[unit] + cb * b[unit];
        }
    }
}
