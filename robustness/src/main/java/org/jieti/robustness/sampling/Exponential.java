package org.jieti.robustness.sampling;

/// Exponential variates by the ziggurat (Marsaglia & Tsang, *The ziggurat method for generating
/// random variables*, Journal of Statistical Software 5(8), 2000): exact, and without a logarithm.
///
/// The area under e^−x is covered by 256 layers of equal area. Almost every draw falls into the
/// part of a layer that lies wholly beneath the curve and costs one multiplication and one
/// comparison. At the edge of a layer the curve itself decides; beyond the lowest layer the
/// distribution, which has no memory, begins anew.
final class Exponential {
    private static final int LAYERS = 256;

    /// Where the tail begins with 256 layers: the paper's constant.
    private static final double TAIL = 7.69711747013105;

    /// That of a layer: the lowest rectangle and the tail beyond it.
    private static final double AREA = (TAIL + 1) * StrictMath.exp(-TAIL);

    private static final double ULP = 0x1p-53;

    /// `EDGES[layer]`: its right end; the lowest layer's is that of a rectangle of the same area
    /// as layer and tail.
    private static final double[] EDGES = new double[LAYERS + 1];

    /// `CURVE[layer] = e^−EDGES[layer]`.
    private static final double[] CURVE = new double[LAYERS + 1];

    static {
        EDGES[0] = AREA / StrictMath.exp(-TAIL);
        EDGES[1] = TAIL;
        for (int layer = 2; layer < LAYERS; layer++) {
            double above = EDGES[layer - 1];
            EDGES[layer] = -StrictMath.log(AREA / above + StrictMath.exp(-above));
        }
        EDGES[LAYERS] = 0;
        for (int layer = 0; layer <= LAYERS; layer++) {
            CURVE[layer] = StrictMath.exp(-EDGES[layer]);
        }
    }

    private Exponential() {}

    static double draw(RunStream random) {
        double beyond = 0;
        while (true) {
            long bits = random.nextLong();
            int layer = (int) bits & (LAYERS - 1);
            double x = ((bits >>> 11) + 0.5) * ULP * EDGES[layer];
            if (x < EDGES[layer + 1]) {
                return beyond + x;
            }
            if (layer == 0) {
                beyond += TAIL;
            } else if (isBeneathCurve(layer, x, random)) {
                return beyond + x;
            }
        }
    }

    private static boolean isBeneathCurve(int layer, double x, RunStream random) {
        double low = CURVE[layer];
        double high = CURVE[layer + 1];
        return low + random.nextUniform() * (high - low) < StrictMath.exp(-x);
    }
}
