package org.jieti.weighting.data;

import org.jieti.core.model.Direction;

/// MEREC: a column informs what leaving it out changes. With x scaled to least / x where more is
/// better, and to x / greatest where less is, a unit performs ln(1 + Σ |ln x| / n), and the column
/// informs the sum over the units of how far that moves without it (Keshavarz-Ghorabaee et al.
/// 2021).
final class Merec {
    private Merec() {}

    /// @param columns columns[column][unit], above 0
    static double[] information(double[][] columns, Direction[] directions) {
        int units = columns[0].length;
        double[][] logarithms = new double[columns.length][units];
        double[] sums = new double[units];
        for (int j = 0; j < columns.length; j++) {
            double least = Informative.least(columns[j]);
            double greatest = Informative.greatest(columns[j]);
            for (int i = 0; i < units; i++) {
                double scaled =
                        switch (directions[j]) {
                            case HIGHER -> least / columns[j][i];
                            case LOWER -> columns[j][i] / greatest;
                        };
                logarithms[j][i] = Math.abs(StrictMath.log(scaled));
                sums[i] += logarithms[j][i];
            }
        }
        double[] information = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < units; i++) {
                double with = StrictMath.log1p(sums[i] / columns.length);
                double without =
                        StrictMath.log1p(Math.max(0, sums[i] - logarithms[j][i]) / columns.length);
                information[j] += Math.abs(with - without);
            }
        }
        return information;
    }
}
