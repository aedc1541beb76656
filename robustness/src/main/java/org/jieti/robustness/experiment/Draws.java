package org.jieti.robustness.experiment;

/// Which run every factor follows in each lane. In a Monte Carlo all factors of a lane follow the
/// same run; a variance-based sensitivity analysis lets one factor follow a run of its own.
///
/// `runs[factor][lane]`, factors in the order of [Experiment#factors]; [#POINT] lets a factor keep
/// its point value.
public final class Draws {
    /// The number of no run: nothing is drawn, the factor stays at its point value.
    public static final long POINT = -1;

    private final long seed;
    private final long[][] runs;
    private final int count;

    private Draws(long seed, long[][] runs, int count) {
        this.seed = seed;
        this.runs = runs;
        this.count = count;
    }

    /// Lanes whose factors follow the runs given.
    ///
    /// @param runs `[factor][lane]`, not copied
    /// @throws IllegalArgumentException if the factors have different numbers of lanes
    public static Draws of(long seed, long[][] runs, int lanes) {
        for (long[] factor : runs) {
            if (factor.length < lanes) {
                throw new IllegalArgumentException(
                        "A factor has %d lanes of %d.".formatted(factor.length, lanes));
            }
        }
        return new Draws(seed, runs, lanes);
    }

    /// Successive runs, every factor following the same.
    ///
    /// @param factors how many [Factor]s there are
    public static Draws runs(long seed, int factors, long first, int lanes) {
        long[] numbers = new long[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            numbers[lane] = first + lane;
        }
        long[][] runs = new long[factors][];
        for (int factor = 0; factor < factors; factor++) {
            runs[factor] = numbers;
        }
        return new Draws(seed, runs, lanes);
    }

    public long seed() {
        return seed;
    }

    /// How many lanes there are.
    public int count() {
        return count;
    }

    /// The run that a factor follows in a lane; [#POINT] for none.
    public long run(int factor, int lane) {
        return runs[factor][lane];
    }
}
