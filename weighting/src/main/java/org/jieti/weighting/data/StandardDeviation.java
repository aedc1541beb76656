package org.jieti.weighting.data;

import org.jieti.core.model.Direction;

/// A column informs its standard deviation, scaled from 0 at its lowest to 1 at its highest value
/// (Diakoulaki, Mavrotas & Papayannakis 1995; Jahan & Edwards 2013).
final class StandardDeviation {
    private StandardDeviation() {}

    /// @param columns columns[column][unit]
    static double[] information(double[][] columns) {
        double[] information = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            information[j] =
                    Informative.deviation(Informative.scaled(columns[j], Direction.HIGHER));
        }
        return information;
    }
}
