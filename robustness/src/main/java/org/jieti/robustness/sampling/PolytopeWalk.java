package org.jieti.robustness.sampling;

import org.jspecify.annotations.Nullable;

/// A random walk whose limit is the uniform distribution on a [Polytope]: hit-and-run (Smith,
/// *Efficient Monte Carlo procedures for generating points uniformly distributed over bounded
/// regions*, Operations Research 32(6), 1984) along the edges e_i − e_j of the simplex. A step
/// takes two members at random and moves weight from one to the other, to anywhere between the two
/// ends of the line within the polytope, uniformly.
///
/// Every draw is a walk of its own: it begins at the same inner point and takes `100 · n²` steps,
/// which is its burn-in; only its end is used, so draws are independent and nothing is thinned.
final class PolytopeWalk {
    private static final int STEPS_PER_PAIR = 100;
    private static final int HALVINGS = 60;

    private final Polytope polytope;
    private final double[] start;

    PolytopeWalk(Polytope polytope) {
        this.polytope = polytope;
        this.start = inner(polytope);
    }

    void fill(RunStream random, double[] weights) {
        int[] free = polytope.free();
        int n = free.length;
        if (n < 2) {
            return;
        }
        for (int member : free) {
            weights[member] = start[member];
        }
        for (int step = 0; step < STEPS_PER_PAIR * n * n; step++) {
            int i = random.nextInt(n);
            int j = random.nextInt(n - 1);
            move(random, weights, free[i], free[j < i ? j : j + 1]);
        }
    }

    /// Moves weight from one member to another.
    private void move(RunStream random, double[] weights, int from, int to) {
        double least =
                Math.max(weights[from] - polytope.greatest(from), polytope.least(to) - weights[to]);
        double most =
                Math.min(weights[from] - polytope.least(from), polytope.greatest(to) - weights[to]);
        for (int i = 0; i < polytope.orderCount(); i++) {
            int more = polytope.more(i);
            int less = polytope.less(i);
            double room = weights[more] - weights[less];
            if (more == from && less == to) {
                most = Math.min(most, room / 2);
            } else if (more == to && less == from) {
                least = Math.max(least, -room / 2);
            } else if (more == from || less == to) {
                most = Math.min(most, room);
            } else if (more == to || less == from) {
                least = Math.max(least, -room);
            }
        }
        if (most > least) {
            double moved = least + random.nextUniform() * (most - least);
            weights[from] -= moved;
            weights[to] += moved;
        }
    }

    /// A point that keeps every bound and order with half of the largest distance that all of them
    /// allow.
    private static double[] inner(Polytope polytope) {
        double fits = 0;
        double tooFar = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (fits + tooFar) / 2;
            if (between(polytope, middle) != null) {
                fits = middle;
            } else {
                tooFar = middle;
            }
        }
        double[] point = between(polytope, fits / 2);
        if (point == null) {
            throw new IllegalStateException("The polytope is empty.");
        }
        return point;
    }

    /// A point that keeps every bound and order with at least the distance; null if there is none.
    private static double @Nullable [] between(Polytope polytope, double distance) {
        int count = polytope.memberCount();
        double[] low = new double[count];
        double[] high = new double[count];
        for (int member : polytope.free()) {
            low[member] = polytope.least(member) + distance;
            high[member] = polytope.greatest(member) - distance;
        }
        for (int round = 0; round < count; round++) {
            for (int i = 0; i < polytope.orderCount(); i++) {
                int more = polytope.more(i);
                int less = polytope.less(i);
                low[more] = Math.max(low[more], low[less] + distance);
                high[less] = Math.min(high[less], high[more] - distance);
            }
        }
        double lows = 0;
        double highs = 0;
        for (int member : polytope.free()) {
            if (low[member] > high[member]) {
                return null;
            }
            lows += low[member];
            highs += high[member];
        }
        if (lows > polytope.toShare() || highs < polytope.toShare()) {
            return null;
        }
        double along = highs > lows ? (polytope.toShare() - lows) / (highs - lows) : 0;
        double[] point = new double[count];
        for (int member : polytope.free()) {
            point[member] = low[member] + along * (high[member] - low[member]);
        }
        return point;
    }
}
