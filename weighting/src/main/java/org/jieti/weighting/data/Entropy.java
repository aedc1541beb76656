package org.jieti.weighting.data;

/// Entropy weighting: with p_i a unit's part of a column's sum, the column informs
/// 1 + Σ p_i·ln p_i / ln m over m units (Shannon 1948; Hwang & Yoon 1981). A unit at 0 adds
/// nothing, the limit of p·ln p. The direction of a column plays no part.
final class Entropy {
    private Entropy() {}

    /// @param columns columns[column][unit], at least 0
    static double[] information(double[][] columns) {
        double[] information = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            if (Informative.isConstant(columns[j])) {
                continue;
            }
            double sum = Informative.sum(columns[j]);
            double entropy = 0;
            for (double value : columns[j]) {
                if (value > 0) {
                    entropy -= value / sum * StrictMath.log(value / sum);
                }
            }
            information[j] = Math.max(0, 1 - entropy / StrictMath.log(columns[j].length));
        }
        return information;
    }
}
