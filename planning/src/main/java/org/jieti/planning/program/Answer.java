package org.jieti.planning.program;

/// What the solver found.
public final class Answer {
    private final Status status;
    private final double objective;
    private final double bound;
    private final double[] values;

    public enum Status {
        /// Nothing better exists, within the gap that was allowed.
        PROVEN,
        /// A solution, but time ran out before it was proven.
        FOUND,
        /// There is no solution.
        IMPOSSIBLE,
        /// Time ran out before any solution was found.
        UNKNOWN
    }

    /// @param values `[variable]`; empty where there is no solution
    Answer(Status status, double objective, double bound, double[] values) {
        this.status = status;
        this.objective = objective;
        this.bound = bound;
        this.values = values;
    }

    public Status status() {
        return status;
    }

    /// Of the best solution found; 0 where there is none.
    public double objective() {
        return objective;
    }

    /// What the objective of no solution passes.
    public double bound() {
        return bound;
    }

    public boolean isProven() {
        return status == Status.PROVEN;
    }

    public boolean hasSolution() {
        return status == Status.PROVEN || status == Status.FOUND;
    }

    /// Whether a binary variable is 1.
    public boolean isSet(int variable) {
        return values[variable] > 0.5;
    }
}
