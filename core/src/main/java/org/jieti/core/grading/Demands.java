package org.jieti.core.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.core.scoring.Threshold;

/// The demands of every level within one scope: a domain, or all domains together.
///
/// `share_m` is the mean of the fulfilments of rung m, over the ladders that have it, weighted by
/// the ladders' weights. Points play no part: they would let a short or late ladder dominate a
/// level.
final class Demands {
    /// In the order of the ladders.
    private final List<Rung> rungs = new ArrayList<>();

    /// `byLevel[level]`: those of `rungs` that stand at the level, in their order.
    private final List<List<Rung>> byLevel = new ArrayList<>();

    /// `scoresFrom[level]`, as far as they were asked for: they are the same for every completion.
    private final List<Double> scoresFrom = new ArrayList<>();

    private final ToDoubleFunction<ScoreNode> weight;
    private final double satisfied;

    /// What one ladder asks at one level; never empty.
    private static final class Rung {
        private final int level;
        private final double weight;
        private final List<CriterionScore> criteria = new ArrayList<>(4);

        /// Of the scope's score; empty until they are asked for.
        private double[] points = {};

        Rung(int level, double weight) {
            this.level = level;
            this.weight = weight;
        }

        int level() {
            return level;
        }

        double weight() {
            return weight;
        }

        List<CriterionScore> criteria() {
            return criteria;
        }
    }

    private Demands(
            List<BranchScore> domains, ToDoubleFunction<ScoreNode> weight, double satisfied) {
        this.weight = weight;
        this.satisfied = satisfied;
        for (BranchScore domain : domains) {
            for (BranchScore ladder : domain.ladders()) {
                addRungs(ladder);
            }
        }
    }

    /// Rungs of one ladder in the order in which the model first names their levels.
    private void addRungs(BranchScore ladder) {
        int first = rungs.size();
        double w = weight.applyAsDouble(ladder);
        for (ScoreNode child : ladder.children()) {
            if (child instanceof CriterionScore criterion && !criterion.isExcluded()) {
                rungOf(criterion.level(), first, w).criteria().add(criterion);
            }
        }
    }

    private Rung rungOf(int level, int first, double w) {
        for (int i = first; i < rungs.size(); i++) {
            if (rungs.get(i).level() == level) {
                return rungs.get(i);
            }
        }
        Rung rung = new Rung(level, w);
        rungs.add(rung);
        while (byLevel.size() <= level) {
            byLevel.add(new ArrayList<>());
        }
        byLevel.get(level).add(rung);
        return rung;
    }

    private List<Rung> at(int level) {
        return level < byLevel.size() ? byLevel.get(level) : List.of();
    }

    static Demands ofDomain(BranchScore domain, double satisfied) {
        return new Demands(List.of(domain), ScoreNode::weightInDomain, satisfied);
    }

    static Demands ofAll(List<BranchScore> domains, double satisfied) {
        return new Demands(domains, ScoreNode::effectiveWeight, satisfied);
    }

    /// 1 where nothing is asked at the level.
    double share(int level, ToDoubleFunction<CriterionScore> fulfilment) {
        double sum = 0;
        double weights = 0;
        for (Rung rung : at(level)) {
            double fulfilled = 0;
            for (CriterionScore criterion : rung.criteria()) {
                fulfilled += fulfilment.applyAsDouble(criterion);
            }
            sum += rung.weight() * fulfilled / rung.criteria().size();
            weights += rung.weight();
        }
        return weights > 0 ? sum / weights : 1;
    }

    /// The part of the level's share that each of its criteria carries; they sum to 1.
    List<Weighted> weighted(int level) {
        double weights = 0;
        for (Rung rung : at(level)) {
            weights += rung.weight();
        }
        List<Weighted> criteria = new ArrayList<>();
        for (Rung rung : at(level)) {
            double part = weights > 0 ? rung.weight() / weights / rung.criteria().size() : 0;
            for (CriterionScore criterion : rung.criteria()) {
                criteria.add(new Weighted(criterion, part));
            }
        }
        return criteria;
    }

    record Weighted(CriterionScore criterion, double part) {}

    int asked(int level) {
        int asked = 0;
        for (Rung rung : at(level)) {
            asked += rung.criteria().size();
        }
        return asked;
    }

    int unsatisfied(int level, ToDoubleFunction<CriterionScore> fulfilment) {
        int unsatisfied = 0;
        for (Rung rung : at(level)) {
            for (CriterionScore criterion : rung.criteria()) {
                double fulfilled = fulfilment.applyAsDouble(criterion);
                unsatisfied += Threshold.isAtLeast(fulfilled, satisfied) ? 0 : 1;
            }
        }
        return unsatisfied;
    }

    /// The score with all demands up to the level met and none above, in [0, 100].
    double scoreFrom(int level) {
        while (scoresFrom.size() <= level) {
            scoresFrom.add(sumUpTo(scoresFrom.size()));
        }
        return scoresFrom.get(level);
    }

    private double[] points(Rung rung) {
        if (rung.points.length == 0) {
            rung.points = new double[rung.criteria.size()];
            for (int i = 0; i < rung.points.length; i++) {
                rung.points[i] = 100 * weight.applyAsDouble(rung.criteria.get(i));
            }
        }
        return rung.points;
    }

    private double sumUpTo(int level) {
        double score = 0;
        for (Rung rung : rungs) {
            if (rung.level() <= level) {
                for (double points : points(rung)) {
                    score += points;
                }
            }
        }
        return score;
    }
}
