package org.jieti.planning.roadmap;

import java.util.Map;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.result.TargetProfile;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// What a unit wants to reach; all of it must hold.
///
/// @param level the overall level; 0 for none
/// @param profile the level of each domain that has a target
/// @param total the total over domains, in [0, 100]; 0 for none
/// @param scores the score of each domain that has a target, in [0, 100]
public record Target(int level, TargetProfile profile, double total, Map<NodeId, Double> scores) {
    public Target {
        scores = Map.copyOf(scores);
    }

    /// An overall level.
    public static Target level(int level) {
        return new Target(level, new TargetProfile(Map.of()), 0, Map.of());
    }

    /// A level for each domain.
    public static Target profile(TargetProfile profile) {
        return new Target(0, profile, 0, Map.of());
    }

    /// A total and scores of domains.
    public static Target scores(double total, Map<NodeId, Double> scores) {
        return new Target(0, new TargetProfile(Map.of()), total, scores);
    }

    /// The same target with a profile.
    public Target with(TargetProfile other) {
        return new Target(level, other, total, scores);
    }

    /// Whether a result is there. Domains that do not take part are asked nothing.
    public boolean isReachedBy(Result result) {
        if (level > 0 && levelOf(result.overall()) < level) {
            return false;
        }
        if (total > 0
                && (result.tree().total() == null
                        || !Threshold.isAtLeast(result.tree().total().lowest(), total))) {
            return false;
        }
        for (DomainResult domain : result.domains()) {
            if (domain.score().isExcluded()) {
                continue;
            }
            NodeId id = domain.domain().id();
            boolean isLower = levelOf(domain.grade()) < profile.level(id);
            if (isLower
                    || !Threshold.isAtLeast(
                            domain.score().earned(), scores.getOrDefault(id, 0.0))) {
                return false;
            }
        }
        return true;
    }

    /// The level that stands, from 1; 0 where there is none.
    static int levelOf(@Nullable Grade grade) {
        return grade == null ? 0 : grade.possible().lowest();
    }
}
