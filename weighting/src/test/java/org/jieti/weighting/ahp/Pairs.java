package org.jieti.weighting.ahp;

/// Matrices from the judgements above their diagonals, row by row.
final class Pairs {
    private Pairs() {}

    /// @param upper the judgements above the diagonal; 0 for a missing one
    static PairwiseMatrix of(int size, double... upper) {
        if (upper.length != size * (size - 1) / 2) {
            throw new IllegalArgumentException("So many judgements fit no matrix of " + size);
        }
        PairwiseMatrix matrix = PairwiseMatrix.empty(size);
        int next = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (upper[next] != 0) {
                    matrix = matrix.with(i, j, upper[next]);
                }
                next++;
            }
        }
        return matrix;
    }
}
