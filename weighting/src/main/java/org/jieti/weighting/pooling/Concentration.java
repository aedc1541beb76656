package org.jieti.weighting.pooling;

import org.jspecify.annotations.Nullable;

/// The concentration of the Dirichlet distribution that spreads as the experts do, by the method
/// of moments: a Dirichlet with mean m and concentration s has the variance m·(1 − m) / (s + 1) in
/// each weight, and summed over the weights this is solved for s (Ng, Tian & Tang 2011, 2.9).
public final class Concentration {
    /// What is left of a distribution whose experts all put everything on one node.
    private static final double LEAST = 0.01;

    /// Below this variance the experts say the same.
    private static final double NOTHING = 1e-18;

    private Concentration() {}

    /// The concentration, at least 0.01; null where all experts agree, or there is only one.
    ///
    /// @param weights weights[expert][node], in [0, 1], each expert's summing to 1
    /// @param voices above 0, one for each expert
    public static @Nullable Double of(double[][] weights, double[] voices) {
        double[] mean = Pooled.mean(weights, voices);
        double voice = 0;
        double squares = 0;
        for (double each : voices) {
            voice += each;
            squares += each * each;
        }
        // With voices for frequencies, this makes the variance that of a sample.
        double degrees = 1 - squares / (voice * voice);
        double variance = 0;
        double widest = 0;
        for (int node = 0; node < mean.length; node++) {
            for (int k = 0; k < voices.length; k++) {
                double deviation = weights[k][node] - mean[node];
                variance += voices[k] / voice * deviation * deviation;
            }
            widest += mean[node] * (1 - mean[node]);
        }
        if (weights.length < 2 || variance < NOTHING) {
            return null;
        }
        return Math.max(LEAST, widest * degrees / variance - 1);
    }
}
