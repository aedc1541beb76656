package org.jieti.planning.peers;

import java.util.HashMap;
import java.util.Map;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// What of a unit's result is compared with its peers.
///
/// @param group the peer group; empty for none
/// @param total in [0, 100]; null where nothing is answered
/// @param level the overall level, from 1; null where there is none
/// @param domains the scores of answered domains, in [0, 100]
/// @param criteria whether each criterion that applies is satisfied; what is missing is not
public record PeerUnit(
        String id,
        String group,
        @Nullable Double total,
        @Nullable Integer level,
        Map<NodeId, Double> domains,
        Map<NodeId, Boolean> criteria) {
    private static final double CUSTOMARY_SATISFIED = 0.8;

    public PeerUnit {
        domains = Map.copyOf(domains);
        criteria = Map.copyOf(criteria);
    }

    public static PeerUnit of(Result result) {
        double satisfied =
                result.model().grading() == null
                        ? CUSTOMARY_SATISFIED
                        : result.model().grading().satisfied();
        Map<NodeId, Double> domains = new HashMap<>();
        for (DomainResult domain : result.domains()) {
            Double score = domain.score().score() == null ? null : domain.score().score().now();
            if (score != null) {
                domains.put(domain.domain().id(), score);
            }
        }
        Map<NodeId, Boolean> criteria = new HashMap<>();
        for (BranchScore domain : result.tree().applicableDomains()) {
            for (CriterionScore criterion : domain.criteria()) {
                if (!criterion.isExcluded()) {
                    criteria.put(
                            criterion.id(),
                            Threshold.isAtLeast(criterion.currentFulfilment(), satisfied));
                }
            }
        }
        Grade overall = result.overall();
        return new PeerUnit(
                result.assessment().unit().id(),
                result.assessment().unit().peerGroup(),
                result.tree().total() == null ? null : result.tree().total().now(),
                overall == null || overall.attained() == null ? null : overall.attained().level(),
                domains,
                criteria);
    }
}
