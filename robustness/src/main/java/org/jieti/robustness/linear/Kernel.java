package org.jieti.robustness.linear;

/// The two loops in which a linear Monte Carlo spends its time, for units side by side in *lanes*.
/// All kernels give the same bits: a lane's terms are added in the order of the columns, each by
/// one fused multiply-add, whatever else is worked beside it.
public abstract sealed class Kernel permits PlainKernel, VectorKernel {
    /// How many runs are worked together.
    public static final int RUNS = 4;

    /// Levels are counted in base 64, one digit each; a double holds eight such digits exactly.
    /// Level l is 64^(l−1): of two levels the higher is the larger number, and up to 63 runs can
    /// be counted by adding them up.
    public static final int MOST_LEVELS = 8;

    static final double BASE = 64;
    static final int DIGIT = 6;

    private static final double[] POWERS = new double[MOST_LEVELS + 1];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = StrictMath.pow(BASE, i);
        }
    }

    /// The number that stands for a level, from 1.
    public static double power(int level) {
        return POWERS[level - 1];
    }

    /// How many of the runs added up were at a level, from 1.
    public static int digit(double sum, int level) {
        return (int) (((long) sum >> (DIGIT * (level - 1))) & ((1 << DIGIT) - 1));
    }

    /// The numbers of lanes that a tile may have are the multiples of this.
    public abstract int step();

    /// How many lanes a tile has at best, so that what is worked of it stays in the nearest caches.
    public abstract int tile();

    /// Lays out the values of a tile.
    ///
    /// @param values `[column][lane]`, a multiple of [#step] lanes
    public abstract Product product(double[][] values);

    /// The columns of a tile, ready to be multiplied.
    public interface Product {
        /// `into[j][lane] = Σ_column values[column][lane] · coefficients[at + column · RUNS + j]`
        /// for [#RUNS] runs and the columns `from` (inclusive) to `to`.
        void multiply(int from, int to, double[] coefficients, int at, double[][] into);
    }

    /// Adds parts up: `into[j][lane] = Σ_part weights[part · stride + j] · deltas[part][j][lane] +
    /// deviations[part · stride + j] · points[part][lane]` for [#RUNS] runs, term by term in this
    /// order, each by one fused multiply-add.
    ///
    /// @param points `[part][lane]`
    /// @param deltas `[part][j][lane]`
    /// @param weights from `at` on, as the deviations
    public abstract void total(
            int parts,
            double[][] points,
            double[][][] deltas,
            double[] weights,
            double[] deviations,
            int at,
            int stride,
            double[][] into);

    /// Adds the numbers of [#RUNS] runs, and their squares, run after run.
    ///
    /// @param of `[j][lane]`
    public abstract void moments(double[][] of, double[] sum, double[] square);

    /// How high each lane climbs: a level is reached when it and all below it have `base + delta`
    /// at least at the threshold. The first level is everybody's.
    ///
    /// @param base `[level − 1][lane]`
    /// @param delta `[level − 1][lane]`
    /// @param thresholds `[level − 1]`
    /// @param caps `[lane]`: the highest level allowed, as a power
    /// @param into `[lane]`: powers
    public abstract void climb(
            double[][] base, double[][] delta, double[] thresholds, double[] caps, double[] into);

    /// How high each lane climbs with one number, `base + delta`, and adds it up.
    ///
    /// @param base `[lane]`
    /// @param delta `[lane]`
    /// @param thresholds `[level − 1]`, rising; the first is not looked at
    /// @param sum `[lane]`: the powers reached are added
    public abstract void climb(double[] base, double[] delta, double[] thresholds, double[] sum);

    /// The fastest kernel that this JVM can run: with vectors, where their module is there and the
    /// compiler that knows them; else the plain one.
    public static Kernel best() {
        String compilers = System.getProperty("java.vm.info", "");
        boolean optimises = compilers.contains("mixed mode") && !compilers.contains("client");
        return optimises && VectorModule.load() ? new VectorKernel() : new PlainKernel();
    }
}
