package org.jieti.weighting.ahp;

/// The principal eigenvector of a positive matrix by power iteration, which converges for every
/// positive matrix (Perron 1907). It keeps its working space, so that solving allocates nothing;
/// not for two threads at once.
public final class PrincipalEigenvector {
    /// The largest change of a weight at which it stops.
    private static final double TOLERANCE = 1e-13;

    private static final int MOST_ITERATIONS = 100_000;

    private double[] next = new double[0];

    /// Solves for one matrix.
    ///
    /// @param matrix matrix[row * size + column], above 0
    /// @param vector receives the eigenvector, each above 0, summing to 1
    /// @return the principal eigenvalue; the size for a reciprocal matrix without contradiction,
    ///     more with
    /// @throws IllegalStateException if a hundred thousand iterations do not settle it, as with
    ///     ratios beyond all scales
    public double solve(double[] matrix, int size, double[] vector) {
        if (next.length < size) {
            next = new double[size];
        }
        double[] w = next;
        for (int i = 0; i < size; i++) {
            vector[i] = 1.0 / size;
        }
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double sum = multiply(matrix, size, vector, w);
            double scale = 1 / sum;
            double change = 0;
            for (int i = 0; i < size; i++) {
                double weight = w[i] * scale;
                change = Math.max(change, Math.abs(weight - vector[i]));
                vector[i] = weight;
            }
            if (change < TOLERANCE) {
                // The vector sums to 1, so that the sum of its image is the eigenvalue.
                return sum;
            }
        }
        throw new IllegalStateException("The power iteration does not settle.");
    }

    /// Multiplies five rows at a time, whose sums do not wait for each other.
    ///
    /// @return the sum of the product
    private static double multiply(double[] matrix, int size, double[] vector, double[] product) {
        double sum = 0;
        int row = 0;
        for (; row + 4 < size; row += 5) {
            int a = row * size;
            int b = a + size;
            int c = b + size;
            int d = c + size;
            int e = d + size;
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            double fifth = 0;
            for (int j = 0; j < size; j++) {
                double weight = vector[j];
                first += matrix[a + j] * weight;
                second += matrix[b + j] * weight;
                third += matrix[c + j] * weight;
                fourth += matrix[d + j] * weight;
                fifth += matrix[e + j] * weight;
            }
            product[row] = first;
            product[row + 1] = second;
            product[row + 2] = third;
            product[row + 3] = fourth;
            product[row + 4] = fifth;
            sum += first + second + third + fourth + fifth;
        }
        for (; row < size; row++) {
            int a = row * size;
            double one = 0;
            for (int j = 0; j < size; j++) {
                one += matrix[a + j] * vector[j];
            }
            product[row] = one;
            sum += one;
        }
        return sum;
    }
}
