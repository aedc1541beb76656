package org.jieti.planning.roadmap;

import org.jieti.planning.roadmap.Roadmap.Proof;

/// The steps that a solver chose.
final class Choice {
    private final int[] counts;
    private final Proof proof;

    Choice(int[] counts, Proof proof) {
        this.counts = counts;
        this.proof = proof;
    }

    /// `[chain]`: steps taken. Not to be written to.
    int[] counts() {
        return counts;
    }

    Proof proof() {
        return proof;
    }
}
