package org.jieti.weighting.bestworst;

import java.util.List;
import java.util.Map;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.weighting.linear.LinearProgram;

/// The best-worst method in its linear form (Rezaei 2016): the weights whose largest deviation
/// from the comparisons, |w_best − a_best,j · w_j| or |w_j − a_j,worst · w_worst|, is smallest.
/// They are unique.
///
/// @param weights in the order of the members, at least 0, summing to 1
/// @param deviation the largest deviation, ξ; 0 for comparisons without contradiction
/// @param inputRatio the input-based consistency ratio: the largest of
///     |a_best,j · a_j,worst − a_best,worst| over a_best,worst · (a_best,worst − 1), which says
///     already before solving how far the comparisons contradict (Liang, Brunelli & Rezaei 2020)
/// @param inputLimit up to which they accept it
public record BestWorst(
        List<Double> weights, double deviation, double inputRatio, double inputLimit) {
    /// The thresholds of Liang, Brunelli & Rezaei (2020), Table 3: a row for each comparison of
    /// best and worst from 3 to 9, a column for each number of nodes from 3 to 9.
    private static final double[][] THRESHOLDS = {
        {0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667},
        {0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683},
        {0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960},
        {0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262},
        {0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403},
        {0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657},
        {0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662},
    };

    /// The name of the table of thresholds.
    public static final String TABLE = "liang-brunelli-rezaei-2020";

    public BestWorst {
        weights = List.copyOf(weights);
    }

    /// The weights that fit the comparisons best.
    ///
    /// @param members all that are compared
    public static BestWorst of(List<NodeId> members, Statement.BestWorst statement) {
        int size = members.size();
        int best = members.indexOf(statement.best());
        int worst = members.indexOf(statement.worst());
        double[] fromBest = comparisons(members, statement.bestToOthers());
        double[] toWorst = comparisons(members, statement.othersToWorst());
        if (!statement.bestToOthers().containsKey(statement.worst())) {
            fromBest[worst] = toWorst[best];
        }
        if (!statement.othersToWorst().containsKey(statement.best())) {
            toWorst[best] = fromBest[worst];
        }
        LinearProgram program = new LinearProgram(size + 1);
        double[] sum = new double[size + 1];
        for (int j = 0; j < size; j++) {
            sum[j] = 1;
        }
        program.exactly(1, sum);
        for (int j = 0; j < size; j++) {
            deviation(program, size, best, j, fromBest[j]);
            deviation(program, size, j, worst, toWorst[j]);
        }
        double[] objective = new double[size + 1];
        objective[size] = 1;
        double[] solved = program.minimise(objective);
        if (solved == null) {
            throw new IllegalStateException("A deviation large enough always exists.");
        }
        return new BestWorst(
                normalised(solved, size),
                Math.max(0, solved[size]),
                inputRatio(fromBest, toWorst, best, worst),
                limit(size, fromBest[worst]));
    }

    /// Keeps |w_larger − times · w_smaller| at most ξ, the last variable.
    private static void deviation(
            LinearProgram program, int size, int larger, int smaller, double times) {
        if (larger == smaller) {
            return;
        }
        for (int sign = -1; sign <= 1; sign += 2) {
            double[] row = new double[size + 1];
            row[larger] = sign;
            row[smaller] = -sign * times;
            row[size] = -1;
            program.atMost(0, row);
        }
    }

    private static List<Double> normalised(double[] solved, int size) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += Math.max(0, solved[j]);
        }
        Double[] weights = new Double[size];
        for (int j = 0; j < size; j++) {
            weights[j] = Math.max(0, solved[j]) / sum;
        }
        return List.of(weights);
    }

    /// Whatever is compared with itself is as important as itself.
    private static double[] comparisons(List<NodeId> members, Map<NodeId, Double> stated) {
        double[] comparisons = new double[members.size()];
        for (int j = 0; j < comparisons.length; j++) {
            comparisons[j] = stated.getOrDefault(members.get(j), 1.0);
        }
        return comparisons;
    }

    private static double inputRatio(double[] fromBest, double[] toWorst, int best, int worst) {
        double whole = fromBest[worst];
        if (whole <= 1) {
            return 0;
        }
        double ratio = 0;
        for (int j = 0; j < fromBest.length; j++) {
            if (j != best && j != worst) {
                double error = Math.abs(fromBest[j] * toWorst[j] - whole);
                ratio = Math.max(ratio, error / (whole * whole - whole));
            }
        }
        return ratio;
    }

    /// The threshold; 0 up to a comparison of 2, and that of the nearest row and column beyond the
    /// table.
    private static double limit(int size, double whole) {
        if (size < 3 || whole < 2.5) {
            return 0;
        }
        int row = Math.clamp(Math.round(whole), 3, 9) - 3;
        int column = Math.clamp(size, 3, 9) - 3;
        return THRESHOLDS[row][column];
    }
}
