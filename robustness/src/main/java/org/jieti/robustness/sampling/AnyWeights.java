package org.jieti.robustness.sampling;

/// Dirichlet(1, …, 1): exponentials divided by their sum.
final class AnyWeights extends SiblingSampler.Unbounded {
    AnyWeights(double[] set) {
        super(set);
    }

    @Override
    void fill(RunStream random, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = isFree(i) ? random.nextExponential() : 0;
        }
        normalise(weights);
    }
}
