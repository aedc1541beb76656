package org.jieti.core.grading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.Level;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreTree;
import org.jieti.core.scoring.Threshold;

/// Finds criteria that alone carry so much of a level that failing them fails the level: they are
/// mandatory in effect.
public final class HeavyCriteria {

    /// A criterion that carries much of a level.
    ///
    /// @param part the part of the level's share that the criterion carries, in [0, 1]
    public record Heavy(NodeId domain, NodeId criterion, int level, double part) {}

    private HeavyCriteria() {}

    /// Finds them in every domain, at every level; those that are mandatory anyway are left out.
    ///
    /// @param limit the part from which a criterion is heavy, exclusive
    public static List<Heavy> find(MaturityModel model, WeightSet weights, double limit) {
        ScoreTree tree = ScoreTree.of(model, weights, unanswered(model));
        List<Heavy> heavy = new ArrayList<>();
        for (BranchScore domain : tree.applicableDomains()) {
            Demands demands = Demands.ofDomain(domain, 1);
            for (Level level : model.levels()) {
                for (Demands.Weighted each : demands.weighted(level.number())) {
                    CriterionScore criterion = each.criterion();
                    if (each.part() > limit + Threshold.TOLERANCE
                            && !criterion.criterion().mandatory()) {
                        heavy.add(
                                new Heavy(
                                        domain.id(), criterion.id(), level.number(), each.part()));
                    }
                }
            }
        }
        return heavy;
    }

    private static Assessment unanswered(MaturityModel model) {
        return new Assessment(
                model.id(), new Unit("-", "-", "", ""), LocalDate.EPOCH, Map.of(), Map.of());
    }
}
