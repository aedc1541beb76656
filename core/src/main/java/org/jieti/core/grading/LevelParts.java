package org.jieti.core.grading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jieti.core.model.NodeId;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.ScoreTree;

/// The part of a level's share that each criterion carries: the share is the sum of part times
/// fulfilment. Parts depend on weights and on what is applicable, not on ratings.
public final class LevelParts {
    private LevelParts() {}

    /// The parts within a domain; they sum to 1, and are empty where the level asks nothing.
    public static Map<NodeId, Double> within(BranchScore domain, int level) {
        return parts(Demands.ofDomain(domain, 1), level);
    }

    /// The parts over all domains together.
    public static Map<NodeId, Double> overall(ScoreTree tree, int level) {
        return parts(Demands.ofAll(tree.applicableDomains(), 1), level);
    }

    private static Map<NodeId, Double> parts(Demands demands, int level) {
        Map<NodeId, Double> parts = new LinkedHashMap<>();
        for (Demands.Weighted each : demands.weighted(level)) {
            parts.put(each.criterion().id(), each.part());
        }
        return parts;
    }
}
