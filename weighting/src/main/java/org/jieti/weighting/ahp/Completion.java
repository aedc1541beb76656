package org.jieti.weighting.ahp;

import java.util.ArrayList;
import java.util.List;

/// The completion of a matrix with missing judgements that contradicts least: the one with the
/// smallest principal eigenvalue, which is unique if judgements join all nodes (Bozóki, Fülöp &
/// Rónyai 2010).
///
/// In the logarithms of the missing ratios the eigenvalue is convex, and its derivative with
/// respect to the logarithm of a_ij is v_i·a_ij·w_j − v_j·a_ji·w_i over v·w, with the right
/// eigenvector w and the left one v. Each step moves every missing ratio towards the value that
/// makes its derivative vanish, and is halved until the eigenvalue falls.
final class Completion {
    private static final double TOLERANCE = 1e-12;
    private static final int MOST_STEPS = 20_000;

    private final int size;
    private final PrincipalEigenvector eigenvector = new PrincipalEigenvector();
    private final double[] right;
    private final double[] left;
    private final double[] transposed;

    private Completion(int size) {
        this.size = size;
        this.right = new double[size];
        this.left = new double[size];
        this.transposed = new double[size * size];
    }

    /// The completed matrix; the matrix itself if nothing is missing.
    ///
    /// @param matrix whose judgements join all nodes
    static PairwiseMatrix of(PairwiseMatrix matrix) {
        if (matrix.isComplete()) {
            return matrix;
        }
        return new Completion(matrix.size()).completed(matrix);
    }

    private PairwiseMatrix completed(PairwiseMatrix matrix) {
        List<int[]> missing = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (matrix.isMissing(i, j)) {
                    missing.add(new int[] {i, j});
                }
            }
        }
        double[] ratios = started(matrix);
        double[] steps = new double[missing.size()];
        double eigenvalue = solve(ratios);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (widest(missing, ratios, steps) < TOLERANCE) {
                break;
            }
            double part = 1;
            double[] tried = moved(ratios, missing, steps, part);
            double lower = solve(tried);
            while (lower > eigenvalue * (1 + 1e-15) && part > 1e-6) {
                part /= 2;
                tried = moved(ratios, missing, steps, part);
                lower = solve(tried);
            }
            if (lower > eigenvalue * (1 + 1e-14)) {
                // Rounding alone keeps the eigenvalue from falling: this is the minimum.
                break;
            }
            ratios = tried;
            eigenvalue = lower;
        }
        PairwiseMatrix completed = matrix;
        for (int[] pair : missing) {
            completed = completed.with(pair[0], pair[1], ratios[pair[0] * size + pair[1]]);
        }
        return completed;
    }

    /// The matrix completed along chains of judgements. If nothing contradicts, it is the answer.
    private double[] started(PairwiseMatrix matrix) {
        double[] weights = new double[size];
        for (int node : matrix.parts().getFirst()) {
            if (node == 0) {
                weights[0] = 1;
                continue;
            }
            for (int before = 0; before < size; before++) {
                if (weights[before] > 0 && !matrix.isMissing(node, before)) {
                    weights[node] = weights[before] * matrix.ratio(node, before);
                    break;
                }
            }
        }
        double[] ratios = matrix.toArray();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (matrix.isMissing(i, j)) {
                    ratios[i * size + j] = weights[i] / weights[j];
                }
            }
        }
        return ratios;
    }

    private double solve(double[] ratios) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                transposed[j * size + i] = ratios[i * size + j];
            }
        }
        eigenvector.solve(transposed, size, left);
        return eigenvector.solve(ratios, size, right);
    }

    /// Fills in how far each logarithm is to move.
    ///
    /// @return the widest of them
    private double widest(List<int[]> missing, double[] ratios, double[] steps) {
        double widest = 0;
        for (int k = 0; k < steps.length; k++) {
            int i = missing.get(k)[0];
            int j = missing.get(k)[1];
            double ratio = ratios[i * size + j];
            steps[k] =
                    StrictMath.log(left[j] * right[i] / (left[i] * right[j])) / 2
                            - StrictMath.log(ratio);
            widest = Math.max(widest, Math.abs(steps[k]));
        }
        return widest;
    }

    private double[] moved(double[] ratios, List<int[]> missing, double[] steps, double part) {
        double[] moved = ratios.clone();
        for (int k = 0; k < steps.length; k++) {
            int i = missing.get(k)[0];
            int j = missing.get(k)[1];
            double ratio = ratios[i * size + j] * StrictMath.exp(part * steps[k]);
            moved[i * size + j] = ratio;
            moved[j * size + i] = 1 / ratio;
        }
        return moved;
    }
}
