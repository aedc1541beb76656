package org.jieti.weighting.ahp;

/// What a matrix of pairs compared says: the weights, and how far it contradicts itself.
///
/// The weights are its principal right eigenvector (Saaty 1980). Missing judgements are completed
/// first.
public final class Priorities {
    private final PairwiseMatrix matrix;
    private final double[] weights;
    private final double eigenvalue;

    private Priorities(PairwiseMatrix matrix, double[] weights, double eigenvalue) {
        this.matrix = matrix;
        this.weights = weights;
        this.eigenvalue = eigenvalue;
    }

    /// The priorities of a matrix.
    ///
    /// @param matrix whose judgements join all nodes
    public static Priorities of(PairwiseMatrix matrix) {
        if (matrix.parts().size() > 1) {
            throw new IllegalArgumentException("The judgements do not join all nodes.");
        }
        PairwiseMatrix complete = Completion.of(matrix);
        double[] weights = new double[complete.size()];
        double eigenvalue =
                new PrincipalEigenvector().solve(complete.toArray(), complete.size(), weights);
        return new Priorities(complete, weights, eigenvalue);
    }

    /// The matrix with all that was missing.
    public PairwiseMatrix matrix() {
        return matrix;
    }

    /// A copy of the weights, in the order of the matrix, each above 0, summing to 1.
    public double[] weights() {
        return weights.clone();
    }

    /// The principal eigenvalue, at least the number of nodes but for rounding.
    public double eigenvalue() {
        return eigenvalue;
    }

    /// The consistency index, (λ − n) / (n − 1); 0 for two nodes or fewer, which cannot
    /// contradict.
    public double index() {
        int size = matrix.size();
        // Rounding may leave the eigenvalue of a consistent matrix a trifle below its size.
        return size <= 2 ? 0 : Math.max(0, (eigenvalue - size) / (size - 1));
    }

    /// The consistency ratio: the index over the random index; 0 for two nodes or fewer.
    public double ratio(RandomIndex table) {
        return matrix.size() <= 2 ? 0 : index() / table.of(matrix.size());
    }

    /// The geometric consistency index: the mean square of the logarithms of a_ij·w_j / w_i with
    /// the geometric means of the rows as weights, over all pairs and the degrees of freedom
    /// (Aguarón & Moreno-Jiménez 2003); 0 for two nodes or fewer.
    public double geometricIndex() {
        int size = matrix.size();
        if (size <= 2) {
            return 0;
        }
        double[] means = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                means[i] += StrictMath.log(matrix.ratio(i, j)) / size;
            }
        }
        double squares = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double error = StrictMath.log(matrix.ratio(i, j)) - means[i] + means[j];
                squares += error * error;
            }
        }
        return 2 * squares / ((size - 1.0) * (size - 2.0));
    }

    /// Up to which geometric index judgements are accepted: what corresponds to a ratio of 0.1
    /// (Aguarón & Moreno-Jiménez 2003, Table 3).
    public static double geometricLimit(int nodes) {
        return switch (nodes) {
            case 1, 2, 3 -> 0.3147;
            case 4 -> 0.3526;
            default -> 0.370;
        };
    }
}
