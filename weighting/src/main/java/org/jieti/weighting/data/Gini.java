package org.jieti.weighting.data;

/// A column informs its Gini coefficient: the mean difference between two units over twice the
/// mean (Gini 1912; as weights, Li, Chi & Li 2014).
final class Gini {
    private Gini() {}

    /// @param columns columns[column][unit], at least 0
    static double[] information(double[][] columns) {
        double[] information = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            double differences = 0;
            for (double a : columns[j]) {
                for (double b : columns[j]) {
                    differences += Math.abs(a - b);
                }
            }
            double sum = Informative.sum(columns[j]);
            information[j] = sum == 0 ? 0 : differences / (2 * columns[j].length * sum);
        }
        return information;
    }
}
