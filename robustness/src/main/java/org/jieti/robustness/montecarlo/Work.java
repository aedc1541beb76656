package org.jieti.robustness.montecarlo;

/// Works chunks, one after another. Not for use by several threads.
public interface Work {
    /// Runs a chunk.
    ///
    /// @param chunk its number, from 0
    /// @param runs how many of its runs are wanted, from the first
    /// @param into where they are counted
    void run(int chunk, int runs, Tally into);
}
