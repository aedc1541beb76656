package org.jieti.core.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;

/// The sums of [ScoreTree] on arrays: every node's score for many units at once, where all
/// criteria are applicable.
///
/// The tree is laid out in post-order, so that each node is one weighted sum over rows that are
/// already there: `Σ points · fulfilment` for a ladder, `Σ weight · score` above. Terms are added
/// one after the other in the order of the model, as [ScoreTree] adds them, so both agree to the
/// last bit. Units lie side by side in a row; a loop over them has no carried dependency and is
/// left to the compiler to vectorise. Units are worked in blocks that stay in the nearest cache.
public final class ScoreKernel {
    private static final int BLOCK = 256;

    private final List<NodeId> criteria = new ArrayList<>();
    private final List<NodeId> nodes = new ArrayList<>();

    /// Row r below `criteria.size()` is that criterion's fulfilment; above, a node's score.
    private int[] rows = new int[0];

    private double[] coefficients = new double[0];

    /// Node n sums the terms from `ends[n - 1]` (0 for the first) to `ends[n]`.
    private int[] ends = new int[0];

    private ScoreKernel() {}

    /// Lays out a model with its weights.
    public static ScoreKernel of(MaturityModel model, WeightSet weights) {
        ScoreKernel kernel = new ScoreKernel();
        model.criteria().forEach(criterion -> kernel.criteria.add(criterion.id()));
        Layout layout = new Layout(kernel.criteria, kernel.nodes, weights);
        layout.total(model.domains());
        kernel.rows = layout.rows.stream().mapToInt(Integer::intValue).toArray();
        kernel.coefficients =
                layout.coefficients.stream().mapToDouble(Double::doubleValue).toArray();
        kernel.ends = layout.ends.stream().mapToInt(Integer::intValue).toArray();
        return kernel;
    }

    /// The criteria in the order of the rows of fulfilments.
    public List<NodeId> criteria() {
        return List.copyOf(criteria);
    }

    /// The nodes in the order of the rows of scores: parts before the whole. The total has one
    /// row more, the last.
    public List<NodeId> nodes() {
        return List.copyOf(nodes);
    }

    /// How many rows of scores there are.
    public int rowCount() {
        return ends.length;
    }

    /// Scores one unit.
    ///
    /// @param fulfilments `[criterion]`, in [0, 1]
    /// @param scores `[row]`, in [0, 100]; overwritten
    public void score(double[] fulfilments, double[] scores) {
        int criterionCount = fulfilments.length;
        int term = 0;
        for (int node = 0; node < ends.length; node++) {
            double sum = 0;
            for (int end = ends[node]; term < end; term++) {
                int row = rows[term];
                double part =
                        row < criterionCount ? fulfilments[row] : scores[row - criterionCount];
                sum += coefficients[term] * part;
            }
            scores[node] = sum;
        }
    }

    /// Scores many units.
    ///
    /// @param fulfilments `[criterion][unit]`, in [0, 1]
    /// @param scores `[row][unit]`, in [0, 100]; overwritten
    public void score(double[][] fulfilments, double[][] scores) {
        int unitCount = scores[0].length;
        double[][] all = new double[fulfilments.length + scores.length][];
        System.arraycopy(fulfilments, 0, all, 0, fulfilments.length);
        System.arraycopy(scores, 0, all, fulfilments.length, scores.length);
        for (int from = 0; from < unitCount; from += BLOCK) {
            block(all, scores, from, Math.min(unitCount, from + BLOCK));
        }
    }

    private void block(double[][] all, double[][] scores, int from, int to) {
        int term = 0;
        for (int node = 0; node < ends.length; node++) {
            int end = ends[node];
            double[] sum = scores[node];
            first(sum, all[rows[term]], coefficients[term], from, to);
            term++;
            for (; term + 1 < end; term += 2) {
                addTwo(
                        sum,
                        all[rows[term]],
                        coefficients[term],
                        all[rows[term + 1]],
                        coefficients[term + 1],
                        from,
                        to);
            }
            if (term < end) {
                addOne(sum, all[rows[term]], coefficients[term], from, to);
                term++;
            }
        }
    }

    private static void first(double[] sum, double[] a, double ca, int from, int to) {
        for (int unit = from; unit < to; unit++) {
            sum[unit] = ca * a[unit];
        }
    }

    private static void addOne(double[] sum, double[] a, double ca, int from, int to) {
        for (int unit = from; unit < to; unit++) {
            sum[unit] += ca * a[unit];
        }
    }

    private static void addTwo(
            double[] sum, double[] a, double ca, double[] b, double cb, int from, int to) {
        for (int unit = from; unit < to; unit++) {
            sum[unit] = sum[unit] + ca * a[unit] + cb * b[unit];
        }
    }

    /// Lays the tree out in post-order.
    private static final class Layout {
        private final List<NodeId> criteria;
        private final List<NodeId> nodes;
        private final WeightSet weights;
        private final List<Integer> rows = new ArrayList<>();
        private final List<Double> coefficients = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private int nextCriterion;

        Layout(List<NodeId> criteria, List<NodeId> nodes, WeightSet weights) {
            this.criteria = criteria;
            this.nodes = nodes;
            this.weights = weights;
        }

        void total(List<Domain> domains) {
            sum(domains);
        }

        /// Returns the row of the node's score.
        private int row(Node node) {
            if (node instanceof Indicator indicator && indicator.bearsCriteria()) {
                Map<NodeId, Double> points = Points.of(indicator, _ -> true);
                for (Criterion criterion : indicator.criteria()) {
                    rows.add(nextCriterion++);
                    coefficients.add(points.getOrDefault(criterion.id(), 0.0));
                }
            } else {
                sum(node.children());
                nodes.add(node.id());
                return criteria.size() + ends.size() - 1;
            }
            nodes.add(node.id());
            ends.add(rows.size());
            return criteria.size() + ends.size() - 1;
        }

        private void sum(List<? extends Node> parts) {
            List<Integer> partRows = new ArrayList<>();
            for (Node part : parts) {
                partRows.add(row(part));
            }
            for (int i = 0; i < parts.size(); i++) {
                rows.add(partRows.get(i));
                coefficients.add(weights.weight(parts.get(i).id()));
            }
            ends.add(rows.size());
        }
    }
}
