package org.jieti.weighting.data;

import org.jieti.core.model.Direction;

/// CRITIC: contrast times conflict. With columns scaled from 0 at the worst to 1 at the best, a
/// column informs its standard deviation times the sum of 1 − r over the others, r being Pearson's
/// correlation (Diakoulaki, Mavrotas & Papayannakis 1995). A constant column has no correlation
/// and adds nothing to the others.
final class Critic {
    private Critic() {}

    /// @param columns columns[column][unit]
    static double[] information(double[][] columns, Direction[] directions) {
        double[][] scaled = new double[columns.length][];
        double[] deviations = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            scaled[j] = Informative.scaled(columns[j], directions[j]);
            deviations[j] = Informative.deviation(scaled[j]);
        }
        double[] information = new double[columns.length];
        int varying = 0;
        for (int j = 0; j < columns.length; j++) {
            double conflict = 0;
            for (int k = 0; k < columns.length; k++) {
                if (k != j && deviations[j] > 0 && deviations[k] > 0) {
                    conflict +=
                            1 - correlation(scaled[j], scaled[k], deviations[j] * deviations[k]);
                }
            }
            information[j] = deviations[j] * Math.max(0, conflict);
            varying += deviations[j] > 0 ? 1 : 0;
        }
        // The one column that varies conflicts with none, and is all there is to know.
        return varying == 1 ? deviations : information;
    }

    private static double correlation(double[] a, double[] b, double deviations) {
        double meanA = Informative.sum(a) / a.length;
        double meanB = Informative.sum(b) / b.length;
        double products = 0;
        for (int i = 0; i < a.length; i++) {
            products += (a[i] - meanA) * (b[i] - meanB);
        }
        return products / (a.length - 1) / deviations;
    }
}
