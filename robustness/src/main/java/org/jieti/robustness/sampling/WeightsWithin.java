package org.jieti.robustness.sampling;

import java.util.List;
import org.jieti.core.model.NodeId;
import org.jieti.core.uncertainty.WeightBounds;
import org.jieti.core.uncertainty.WeightDistribution;

/// Uniform on the polytope {w : Σ w = 1, least ≤ w ≤ greatest, orders}.
///
/// Exactly, where that is quick: weights above their least bounds are those bounds plus a share of
/// what is left, drawn from Dirichlet(1, …, 1); within a chain of members with equal bounds they
/// are sorted, since before that every order of them was as likely as another; and draws beyond a
/// greatest bound or against any other order are thrown away. The mirror image of the same, from
/// the greatest bounds down, serves where fewer draws are lost that way. Which it is, a fixed trial
/// of 2,000 draws decides. Where both lose more than 99 of 100, a random walk takes over; see
/// [PolytopeWalk].
final class WeightsWithin extends SiblingSampler {
    private static final int TRIALS = 2000;
    private static final int ENOUGH = TRIALS / 100;
    private static final int MOST_TRIES = 100_000;

    private final double[] set;
    private final Polytope polytope;
    private final PolytopeWalk walk;
    private final Way way;

    /// How a draw comes about.
    enum Way {
        /// There is only one set of weights.
        CONSTANT,
        FROM_LEAST,
        FROM_GREATEST,
        WALK
    }

    private WeightsWithin(double[] set, Polytope polytope, Way way) {
        this.set = set.clone();
        this.polytope = polytope;
        this.way = way;
        this.walk = new PolytopeWalk(polytope);
    }

    static WeightsWithin of(WeightDistribution.Within within, List<NodeId> members, double[] set) {
        WeightBounds bounds = WeightBounds.of(within, members, set);
        WeightBounds.Infeasible infeasible = bounds.infeasible(members);
        if (infeasible != null) {
            throw new IllegalArgumentException("No weights of " + members + " fit: " + infeasible);
        }
        Polytope polytope = Polytope.of(bounds, members.size());
        return new WeightsWithin(set, polytope, bestWay(polytope));
    }

    /// The same, however many draws are lost: for comparing the ways with each other.
    static WeightsWithin of(
            WeightDistribution.Within within, List<NodeId> members, double[] set, Way way) {
        WeightBounds bounds = WeightBounds.of(within, members, set);
        return new WeightsWithin(set, Polytope.of(bounds, members.size()), way);
    }

    private static Way bestWay(Polytope polytope) {
        if (polytope.freeCount() == 0) {
            return Way.CONSTANT;
        }
        int up = kept(polytope, Way.FROM_LEAST);
        int down = kept(polytope, Way.FROM_GREATEST);
        if (Math.max(up, down) < ENOUGH) {
            return Way.WALK;
        }
        return up >= down ? Way.FROM_LEAST : Way.FROM_GREATEST;
    }

    private static int kept(Polytope polytope, Way way) {
        RunStream random = new RunStream();
        random.begin(0, 0, RunStream.key("trial"));
        double[] weights = new double[polytope.memberCount()];
        int kept = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            polytope.propose(random, way, weights);
            kept += polytope.contains(weights) ? 1 : 0;
        }
        return kept;
    }

    Way way() {
        return way;
    }

    @Override
    boolean isFree(int member) {
        return set[member] > 0 && polytope.isFree(member);
    }

    @Override
    void fill(RunStream random, double[] weights) {
        polytope.fillFixed(weights);
        switch (way) {
            case CONSTANT -> {}
            case WALK -> walk.fill(random, weights);
            case FROM_LEAST, FROM_GREATEST -> {
                for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
                    polytope.propose(random, way, weights);
                    if (polytope.contains(weights)) {
                        return;
                    }
                }
                walk.fill(random, weights);
            }
        }
    }
}
