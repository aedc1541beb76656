package org.jieti.robustness.sampling;

/// The random numbers of one source of uncertainty in one run: xoshiro256++ (Blackman & Vigna,
/// *Scrambled linear pseudorandom number generators*, ACM TOMS 47(4), 2021), its state mixed by the
/// finaliser of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014) from the seed, the number of the run
/// and a key of the source.
///
/// A stream depends on these three alone: not on what other sources draw, nor on how many runs
/// there are, nor on the order in which they are worked. Only `+ − × /`, square roots and
/// [StrictMath] are used, so that every machine draws the same bits.
public final class RunStream {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double ULP = 0x1p-53;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /// What seed and run come to, since many sources follow one run.
    private long lastSeed;

    private long lastRun = -1;
    private long ofSeed;
    private long ofRun;

    /// Begins the numbers of a run anew.
    ///
    /// @param key of the source, as [#key] makes it
    public void begin(long seed, long run, long key) {
        if (seed != lastSeed || run != lastRun) {
            lastSeed = seed;
            lastRun = run;
            ofSeed = mix(seed + GOLDEN);
            ofRun = mix(ofSeed ^ (run + 1) * 0xd1342543de82ef95L);
        }
        long ofKey = mix(ofRun + key * GOLDEN);
        s0 = mix(ofKey + GOLDEN);
        s1 = mix(s0 + GOLDEN);
        s2 = mix(ofRun ^ s1);
        s3 = mix(ofSeed ^ key) | 1;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// The key of a source: FNV-1a over its names, which stand for the same in every run.
    public static long key(String... names) {
        long hash = 0xcbf29ce484222325L;
        for (String name : names) {
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0xffff) * 0x100000001b3L;
        }
        return mix(hash);
    }

    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /// Uniform in (0, 1); neither end comes up.
    public double nextUniform() {
        return ((nextLong() >>> 11) + 0.5) * ULP;
    }

    /// Uniform in 0 … bound − 1.
    public int nextInt(int bound) {
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    /// Exponential with mean 1, above 0.
    public double nextExponential() {
        return Exponential.draw(this);
    }

    /// Normal with mean 0 and standard deviation 1, by the polar method (Marsaglia & Bray, SIAM
    /// Review 6(3), 1964); the second number of the pair is not kept.
    public double nextNormal() {
        while (true) {
            double x = 2 * nextUniform() - 1;
            double y = 2 * nextUniform() - 1;
            double s = x * x + y * y;
            if (s < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /// The logarithm of a Gamma variate of scale 1 (Marsaglia & Tsang, *A simple method for
    /// generating gamma variables*, ACM TOMS 26(3), 2000). A small shape makes variates that no
    /// double can hold; their logarithms remain.
    ///
    /// @param shape above 0
    public double nextLogGamma(double shape) {
        if (shape < 1) {
            return nextLogGamma(shape + 1) + StrictMath.log(nextUniform()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = nextNormal();
            double cube = 1 + c * x;
            if (cube <= 0) {
                continue;
            }
            double v = cube * cube * cube;
            double logV = StrictMath.log(v);
            if (StrictMath.log(nextUniform()) < x * x / 2 + d * (1 - v + logV)) {
                return StrictMath.log(d) + logV;
            }
        }
    }
}
