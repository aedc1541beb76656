package org.jieti.planning.roadmap;

import org.jieti.planning.roadmap.Roadmap.Proof;

/// Chosen steps in periods.
final class Order {
    private final int[][] counts;
    private final Proof proof;

    Order(int[][] counts, Proof proof) {
        this.counts = counts;
        this.proof = proof;
    }

    /// `[period][chain]`: steps taken by the end of the period. Not to be written to.
    int[][] counts() {
        return counts;
    }

    Proof proof() {
        return proof;
    }
}
