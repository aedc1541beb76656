package org.jieti.robustness.sampling;

/// Dirichlet(1, …, 1): exponentials divided by their sum.
final class AnyWeights extends SiblingSampler.Unbounded {
    AnyWeights(double[] set) {
        super(set);
    }

    @Override
    void fill(RunStream random, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = isFree(i) ? random.nextExponential() : 0;
            sum += weights[i];
        }
        divide(weights, sum);
    }
}
