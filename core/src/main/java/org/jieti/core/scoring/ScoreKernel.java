package org.jieti.core.scoring;

import java.util.ArrayList;
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
/// run of rows; going from the last row to the first, each node is `Σ coefficient · value` over
/// its run: points × fulfilment under a ladder, weight × score above. Terms are added in the order
/// of the model, as [ScoreTree] adds them, so both agree to the last bit. Units lie side by side
/// in a row; a loop over them carries nothing from one to the next and is left to the compiler to
/// vectorise. Many units are worked in blocks that stay in the nearest cache.
public final class ScoreKernel {
    private static final int BLOCK = 256;

    /// Row 0 is the total; row r + 1 is node r here.
    private final List<NodeId> nodes = new ArrayList<>();

    private final Map<NodeId, Integer> rowByNode = new HashMap<>();

    /// `coefficients[row]`: what the row's value is multiplied by in its parent's sum.
    private final double[] coefficients;

    /// `from[row]`, `to[row]`: the rows of its children, `to` exclusive; equal for a criterion.
    private final int[] from;

    private final int[] to;

    private ScoreKernel(MaturityModel model, WeightSet weights) {
        List<Double> coefficient = new ArrayList<>(List.of(1.0));
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<List<? extends Node>> children = new ArrayList<>();
        children.add(model.domains());
        for (int row = 0; row < children.size(); row++) {
            begins.add(children.size());
            Map<NodeId, Double> points = points(row == 0 ? null : model.find(nodes.get(row - 1)));
            for (Node child : children.get(row)) {
                rowByNode.put(child.id(), children.size());
                nodes.add(child.id());
                coefficient.add(
                        child instanceof Criterion
                                ? points.getOrDefault(child.id(), 0.0)
                                : weights.weight(child.id()));
                children.add(child.children());
            }
            ends.add(children.size());
        }
        coefficients = coefficient.stream().mapToDouble(Double::doubleValue).toArray();
        from = begins.stream().mapToInt(Integer::intValue).toArray();
        to = ends.stream().mapToInt(Integer::intValue).toArray();
    }

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
        for (int row = from.length - 1; row >= 0; row--) {
            int child = from[row];
            int end = to[row];
            if (child < end) {
                values[row] = sum(values, child, end);
            }
        }
    }

    /// Most nodes have two to four children; a loop set up for so few costs more than their sum.
    private double sum(double[] values, int child, int end) {
        double sum = coefficients[child] * values[child];
        if (++child == end) {
            return sum;
        }
        sum += coefficients[child] * values[child];
        if (++child == end) {
            return sum;
        }
        sum += coefficients[child] * values[child];
        for (child++; child < end; child++) {
            sum += coefficients[child] * values[child];
        }
        return sum;
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
        for (int row = from.length - 1; row >= 0; row--) {
            int child = from[row];
            int last = to[row];
            if (child == last) {
                continue;
            }
            double[] sum = values[row];
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
