package org.jieti.robustness.sampling;

/// Dirichlet with parameters `concentration × weight`: Gamma variates divided by their sum, by way
/// of their logarithms, since those of small shapes are less than any double.
final class WeightsAround extends SiblingSampler.Unbounded {
    private final double concentration;

    WeightsAround(double[] set, double concentration) {
        super(set);
        this.concentration = concentration;
    }

    @Override
    void fill(RunStream random, double[] weights) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            if (isFree(i)) {
                weights[i] = random.nextLogGamma(concentration * set(i));
                greatest = Math.max(greatest, weights[i]);
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = isFree(i) ? StrictMath.exp(weights[i] - greatest) : 0;
        }
        normalise(weights);
    }
}
