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
    private final List<BranchScore> ladders;
    private final ToDoubleFunction<ScoreNode> weight;
    private final double satisfied;

    private Demands(
            List<BranchScore> ladders, ToDoubleFunction<ScoreNode> weight, double satisfied) {
        this.ladders = ladders;
        this.weight = weight;
        this.satisfied = satisfied;
    }

    static Demands ofDomain(BranchScore domain, double satisfied) {
        return new Demands(domain.ladders(), ScoreNode::weightInDomain, satisfied);
    }

    static Demands ofAll(List<BranchScore> domains, double satisfied) {
        return new Demands(
                domains.stream().flatMap(domain -> domain.ladders().stream()).toList(),
                ScoreNode::effectiveWeight,
                satisfied);
    }

    /// 1 where nothing is asked at the level.
    double share(int level, ToDoubleFunction<CriterionScore> fulfilment) {
        double sum = 0;
        double weights = 0;
        for (BranchScore ladder : ladders) {
            List<CriterionScore> rung = rung(ladder, level);
            if (!rung.isEmpty()) {
                double w = weight.applyAsDouble(ladder);
                sum += w * rung.stream().mapToDouble(fulfilment).sum() / rung.size();
                weights += w;
            }
        }
        return weights > 0 ? sum / weights : 1;
    }

    /// The part of the level's share that each of its criteria carries; they sum to 1.
    List<Weighted> weighted(int level) {
        List<Weighted> criteria = new ArrayList<>();
        double weights = 0;
        for (BranchScore ladder : ladders) {
            List<CriterionScore> rung = rung(ladder, level);
            double w = weight.applyAsDouble(ladder);
            weights += rung.isEmpty() ? 0 : w;
            rung.forEach(criterion -> criteria.add(new Weighted(criterion, w / rung.size())));
        }
        double sum = weights;
        return criteria.stream()
                .map(each -> new Weighted(each.criterion(), sum > 0 ? each.part() / sum : 0))
                .toList();
    }

    record Weighted(CriterionScore criterion, double part) {}

    int asked(int level) {
        return (int) applicable().stream().filter(c -> c.level() == level).count();
    }

    int unsatisfied(int level, ToDoubleFunction<CriterionScore> fulfilment) {
        return (int)
                applicable().stream()
                        .filter(c -> c.level() == level)
                        .filter(c -> !Threshold.isAtLeast(fulfilment.applyAsDouble(c), satisfied))
                        .count();
    }

    /// The score with all demands up to the level met and none above, in [0, 100].
    double scoreFrom(int level) {
        return applicable().stream()
                .filter(criterion -> criterion.level() <= level)
                .mapToDouble(criterion -> 100 * weight.applyAsDouble(criterion))
                .sum();
    }

    List<CriterionScore> applicable() {
        return ladders.stream()
                .flatMap(ladder -> ladder.criteria().stream())
                .filter(criterion -> !criterion.isExcluded())
                .toList();
    }

    private static List<CriterionScore> rung(BranchScore ladder, int level) {
        return ladder.criteria().stream()
                .filter(criterion -> criterion.level() == level && !criterion.isExcluded())
                .toList();
    }
}
