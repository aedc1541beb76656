package org.jieti.core.grading;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.NodeId;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.ScoreTree;

/// Finds criteria that alone carry so much of a level that failing them fails the level: they are
/// mandatory in effect.
public final class HeavyCriteria {

    /// A criterion that carries much of a level.
    ///
    /// @param part the part of the level's share that the criterion carries, in [0, 1]
    public record Heavy(NodeId domain, NodeId criterion, int level, double part) {}

    private HeavyCriteria() {}

    /// Finds them in every domain that takes part, at every level.
    ///
    /// @param limit the part from which a criterion is heavy, exclusive
    public static List<Heavy> find(ScoreTree tree, int levels, double limit) {
        List<Heavy> heavy = new ArrayList<>();
        for (BranchScore domain : tree.applicableDomains()) {
            Demands demands = Demands.ofDomain(domain, 1);
            for (int level = 1; level <= levels; level++) {
                for (Demands.Weighted each : demands.weighted(level)) {
                    if (each.part() > limit + 1e-9) {
                        heavy.add(
                                new Heavy(domain.id(), each.criterion().id(), level, each.part()));
                    }
                }
            }
        }
        return heavy;
    }
}
