package org.jieti.robustness.sensitivity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sensitivity analysis runs: values of some subjects as a function of independent factors.
/// Immutable, and shared by all threads.
public interface Study {
    int factorCount();

    /// How many subjects there are: units, or one thing alone.
    int subjectCount();

    /// How many values each subject has.
    int valueCount();

    /// What indices are estimated of, the same of each subject.
    List<Outcome> outcomes();

    /// What one thread evaluates with.
    ///
    /// @param rows at most how many rows at a time
    Evaluator evaluator(int rows);

    /// Evaluates rows of the design. Not for use by several threads.
    @FunctionalInterface
    interface Evaluator {
        /// Evaluates all subjects in all columns of some rows: column 0 is A, 1 is B, and 2 + i is
        /// A but for factor i, which is B's. What a row gives depends on its number alone.
        ///
        /// @param first the number of the first row, from 0
        /// @param into where the values go
        /// @param place of the first row in it
        void evaluate(long first, int rows, Values into, int place);
    }

    /// A number that indices are estimated of.
    ///
    /// @param value its place among a subject's values
    /// @param atLeast null for the value itself; else whether it is at least so much, as 0 or 1
    record Outcome(int value, @Nullable Double atLeast) {}
}
