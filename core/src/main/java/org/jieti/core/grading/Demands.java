package org.jieti.core.grading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Rung> rungs;
    private final ToDoubleFunction<ScoreNode> weight;
    private final double satisfied;

    /// What one ladder asks at one level; never empty.
    private record Rung(int level, double weight, List<CriterionScore> criteria) {}

    private Demands(
            List<BranchScore> domains, ToDoubleFunction<ScoreNode> weight, double satisfied) {
        this.weight = weight;
        this.satisfied = satisfied;
        this.rungs = new ArrayList<>();
        for (BranchScore domain : domains) {
            for (BranchScore ladder : domain.ladders()) {
                addRungs(ladder);
            }
        }
    }

    private void addRungs(BranchScore ladder) {
        Map<Integer, List<CriterionScore>> byLevel = new LinkedHashMap<>();
        for (CriterionScore criterion : ladder.criteria()) {
            if (!criterion.isExcluded()) {
                byLevel.computeIfAbsent(criterion.level(), _ -> new ArrayList<>()).add(criterion);
            }
        }
        double w = weight.applyAsDouble(ladder);
        byLevel.forEach((level, criteria) -> rungs.add(new Rung(level, w, criteria)));
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
        for (Rung rung : rungs) {
            if (rung.level() == level) {
                double fulfilled = 0;
                for (CriterionScore criterion : rung.criteria()) {
                    fulfilled += fulfilment.applyAsDouble(criterion);
                }
                sum += rung.weight() * fulfilled / rung.criteria().size();
                weights += rung.weight();
            }
        }
        return weights > 0 ? sum / weights : 1;
    }

    /// The part of the level's share that each of its criteria carries; they sum to 1.
    List<Weighted> weighted(int level) {
        double weights = 0;
        for (Rung rung : rungs) {
            weights += rung.level() == level ? rung.weight() : 0;
        }
        List<Weighted> criteria = new ArrayList<>();
        for (Rung rung : rungs) {
            if (rung.level() == level) {
                double part = weights > 0 ? rung.weight() / weights / rung.criteria().size() : 0;
                for (CriterionScore criterion : rung.criteria()) {
                    criteria.add(new Weighted(criterion, part));
                }
            }
        }
        return criteria;
    }

    record Weighted(CriterionScore criterion, double part) {}

    int asked(int level) {
        int asked = 0;
        for (Rung rung : rungs) {
            asked += rung.level() == level ? rung.criteria().size() : 0;
        }
        return asked;
    }

    int unsatisfied(int level, ToDoubleFunction<CriterionScore> fulfilment) {
        int unsatisfied = 0;
        for (Rung rung : rungs) {
            if (rung.level() == level) {
                for (CriterionScore criterion : rung.criteria()) {
                    double fulfilled = fulfilment.applyAsDouble(criterion);
                    unsatisfied += Threshold.isAtLeast(fulfilled, satisfied) ? 0 : 1;
                }
            }
        }
        return unsatisfied;
    }

    /// The score with all demands up to the level met and none above, in [0, 100].
    double scoreFrom(int level) {
        double score = 0;
        for (Rung rung : rungs) {
            if (rung.level() <= level) {
                for (CriterionScore criterion : rung.criteria()) {
                    score += 100 * weight.applyAsDouble(criterion);
                }
            }
        }
        return score;
    }
}
