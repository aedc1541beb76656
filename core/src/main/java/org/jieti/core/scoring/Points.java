package org.jieti.core.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.PointsRule;

/// Shares the 100 points of an indicator among its applicable criteria.
///
/// On a ladder each rung is worth the step in levels that it climbs: with rungs at
/// l1 < … < ln and l0 = 0, rung m is worth `100 · (l_m − l_{m−1}) / l_n`. What is not applicable
/// gives its points to its rung; a rung that is wholly not applicable is no rung, and the points
/// are computed from those that remain.
public final class Points {
    private static final double ALL = 100;

    private Points() {}

    /// The points of each applicable criterion; they sum to 100 unless none is applicable.
    public static Map<NodeId, Double> of(Indicator indicator, Predicate<Criterion> isApplicable) {
        PointsRule rule = indicator.points();
        if (rule == null) {
            throw new IllegalArgumentException(
                    "Indicator %s bears no criteria.".formatted(indicator.id()));
        }
        Map<NodeId, Double> points = new HashMap<>();
        double handedOut = 0;
        int below = 0;
        for (Rungs.Rung rung : Rungs.of(indicator.criteria()).rungs()) {
            List<Criterion> applicable = applicable(rung.criteria(), isApplicable);
            if (applicable.isEmpty()) {
                continue;
            }
            double worth =
                    switch (rule) {
                        case LADDER -> rung.level() - below;
                        case STATED -> weight(rung.criteria());
                        case EQUAL -> applicable.size();
                    };
            below = rung.level();
            handedOut += worth;
            double rungWeight = weight(applicable);
            for (Criterion criterion : applicable) {
                points.put(criterion.id(), worth * weight(criterion) / rungWeight);
            }
        }
        double scale = ALL / handedOut;
        points.replaceAll((_, raw) -> raw * scale);
        return points;
    }

    private static List<Criterion> applicable(
            List<Criterion> criteria, Predicate<Criterion> isApplicable) {
        List<Criterion> applicable = new ArrayList<>(criteria.size());
        for (Criterion criterion : criteria) {
            if (isApplicable.test(criterion)) {
                applicable.add(criterion);
            }
        }
        return applicable;
    }

    private static double weight(List<Criterion> criteria) {
        double sum = 0;
        for (Criterion criterion : criteria) {
            sum += weight(criterion);
        }
        return sum;
    }

    /// The share of a criterion within its rung: stated points where the model has them.
    private static double weight(Criterion criterion) {
        return criterion.statedPoints() == null ? 1 : criterion.statedPoints();
    }
}
