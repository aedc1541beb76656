package org.jieti.robustness.montecarlo;

/// When to stop.
public sealed interface RunLimit {
    /// How many runs there may be at most.
    long most();

    /// After so many runs.
    record Runs(long most) implements RunLimit {}

    /// As soon as no share of runs that a unit is at a level, or ahead of another, has a larger
    /// standard error. That is looked at after 1,000, 2,000, 3,000, 4,000, 6,000, 8,000, 12,000 …
    /// runs and nowhere else, so that it does not depend on how the runs were worked.
    ///
    /// @param standardError above 0
    /// @param most after how many runs to stop all the same
    record StandardError(double standardError, long most) implements RunLimit {
        public StandardError {
            if (!(standardError > 0)) {
                throw new IllegalArgumentException(
                        "The standard error (%s) must be above 0.".formatted(standardError));
            }
        }
    }

    /// After how many runs to look next.
    ///
    /// @param done how many there are
    default long next(long done) {
        return switch (this) {
            case Runs runs -> runs.most();
            case StandardError error -> {
                long next = MonteCarlo.LEAST_RUNS;
                while (next <= done) {
                    long power = Long.highestOneBit(next / MonteCarlo.LEAST_RUNS);
                    next += Math.max(1, power / 2) * MonteCarlo.LEAST_RUNS;
                }
                yield Math.min(next, error.most());
            }
        };
    }
}
