package org.jieti.robustness.sampling;

/// Each weight times 1 ± share, uniformly, divided by the sum.
final class WeightsPlusMinus extends SiblingSampler.Unbounded {
    private final double share;

    WeightsPlusMinus(double[] set, double share) {
        super(set);
        this.share = share;
    }

    @Override
    void fill(RunStream random, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = isFree(i) ? set(i) * (1 + share * (2 * random.nextUniform() - 1)) : 0;
        }
        normalise(weights);
    }
}
