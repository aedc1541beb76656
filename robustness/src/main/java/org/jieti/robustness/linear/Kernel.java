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

    /// Lays out the values of a tile.
    ///
    /// @param values `[column][lane]`, a multiple of [#step] lanes
    public abstract Product product(double[][] values);

    /// The columns of a tile, ready to be multiplied.
    public interface Product {
        /// `into[j][lane] = Σ_column values[column][lane] · coefficients[column · stride + run +
        /// j]` for the [#RUNS] runs from `run` and the columns `from` (inclusive) to `to`.
        void multiply(
                int from, int to, double[] coefficients, int stride, int run, double[][] into);
    }

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

    /// The fastest kernel that this JVM can run: with vectors, where the module
    /// `jdk.incubator.vector` is there and the compiler that knows it; else the plain one.
    public static Kernel best() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        String compilers = System.getProperty("java.vm.info", "");
        boolean optimises = compilers.contains("mixed mode") && !compilers.contains("client");
        return module && optimises ? new VectorKernel() : new PlainKernel();
    }
}
