package org.jieti.weighting.pooling;

import java.util.List;
import org.jieti.weighting.ahp.PairwiseMatrix;

/// Several experts as one, each with a voice.
public final class Pooled {
    private Pooled() {}

    /// The matrix whose judgements are the weighted geometric means of those given: the one way of
    /// pooling that keeps reciprocals, unanimity and proportion (Aczél & Saaty 1983). A judgement
    /// that some left out is that of the others.
    ///
    /// @param voices above 0, one for each matrix
    public static PairwiseMatrix judgements(List<PairwiseMatrix> matrices, double[] voices) {
        int size = matrices.getFirst().size();
        PairwiseMatrix pooled = PairwiseMatrix.empty(size);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double logarithms = 0;
                double heard = 0;
                for (int k = 0; k < voices.length; k++) {
                    if (!matrices.get(k).isMissing(i, j)) {
                        logarithms += voices[k] * StrictMath.log(matrices.get(k).ratio(i, j));
                        heard += voices[k];
                    }
                }
                if (heard > 0) {
                    pooled = pooled.with(i, j, StrictMath.exp(logarithms / heard));
                }
            }
        }
        return pooled;
    }

    /// The weighted geometric means of weights, renormalised to sum to 1 (Forman & Peniwati 1998).
    ///
    /// @param weights weights[expert][node], above 0
    public static double[] priorities(double[][] weights, double[] voices) {
        double[] pooled = new double[weights[0].length];
        double voice = 0;
        for (double each : voices) {
            voice += each;
        }
        double sum = 0;
        for (int node = 0; node < pooled.length; node++) {
            double logarithms = 0;
            for (int k = 0; k < voices.length; k++) {
                logarithms += voices[k] * StrictMath.log(weights[k][node]);
            }
            pooled[node] = StrictMath.exp(logarithms / voice);
            sum += pooled[node];
        }
        for (int node = 0; node < pooled.length; node++) {
            pooled[node] /= sum;
        }
        return pooled;
    }

    /// The weighted arithmetic means of weights, which sum to 1 as they do.
    ///
    /// @param weights weights[expert][node], in [0, 1]
    public static double[] mean(double[][] weights, double[] voices) {
        double[] pooled = new double[weights[0].length];
        double voice = 0;
        for (double each : voices) {
            voice += each;
        }
        for (int node = 0; node < pooled.length; node++) {
            for (int k = 0; k < voices.length; k++) {
                pooled[node] += voices[k] * weights[k][node];
            }
            pooled[node] /= voice;
        }
        return pooled;
    }
}
