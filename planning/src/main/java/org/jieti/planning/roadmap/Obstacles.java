package org.jieti.planning.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelLimit;
import org.jieti.core.grading.NextLevel;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// Says what stands between a target and the result with everything raised that may be.
final class Obstacles {
    private Obstacles() {}

    /// @param all every step there is
    /// @param usable the steps that are left without what is forbidden
    static List<Obstacle> ofPins(RoadmapRequest request, Chains all, Chains usable) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (Wish wish : request.pinned()) {
            if (has(usable, wish)) {
                continue;
            }
            Obstacle.Reason reason =
                    !has(all, wish)
                            ? Obstacle.Reason.NO_STEP
                            : isForbidden(all, wish, request.forbidden())
                                    ? Obstacle.Reason.FORBIDDEN
                                    : Obstacle.Reason.PREREQUISITE;
            obstacles.add(new Obstacle.Pin(wish, reason));
        }
        return obstacles;
    }

    private static boolean has(Chains chains, Wish wish) {
        return chains.list().stream().anyMatch(chain -> place(chain, wish) >= 0);
    }

    private static int place(Chain chain, Wish wish) {
        for (int step = 0; step < chain.length(); step++) {
            if (wish.names(chain.steps().get(step))) {
                return step;
            }
        }
        return -1;
    }

    private static boolean isForbidden(Chains all, Wish wish, List<Wish> forbidden) {
        for (Chain chain : all.list()) {
            int wanted = place(chain, wish);
            for (Wish no : forbidden) {
                int ruledOut = place(chain, no);
                if (wanted >= 0 && ruledOut >= 0 && ruledOut <= wanted) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Obstacle> of(Result most, Target target) {
        List<Obstacle> obstacles = new ArrayList<>();
        Map<NodeId, Integer> asked = new TreeMap<>(target.profile().levels());
        if (target.level() > 0 && Target.levelOf(most.overall()) < target.level()) {
            overall(most.overall(), target.level(), asked, obstacles);
        }
        for (DomainResult domain : most.domains()) {
            NodeId id = domain.domain().id();
            if (domain.score().isExcluded()) {
                continue;
            }
            Grade grade = domain.grade();
            if (grade != null && Target.levelOf(grade) < asked.getOrDefault(id, 0)) {
                next(id, grade.next(), obstacles);
            }
            double score = target.scores().getOrDefault(id, 0.0);
            if (!Threshold.isAtLeast(domain.score().earned(), score)) {
                obstacles.add(new Obstacle.Score(id, score, domain.score().earned()));
            }
        }
        double total = most.tree().total() == null ? 0 : most.tree().total().lowest();
        if (target.total() > 0 && !Threshold.isAtLeast(total, target.total())) {
            obstacles.add(new Obstacle.Score(null, target.total(), total));
        }
        return obstacles;
    }

    private static void overall(
            @Nullable Grade grade,
            int level,
            Map<NodeId, Integer> asked,
            List<Obstacle> obstacles) {
        NextLevel next = grade == null ? null : grade.next();
        next(null, next, obstacles);
        if (next != null) {
            for (LevelLimit limit : next.limits()) {
                obstacles.add(new Obstacle.Between(limit, level));
                for (NodeId domain : limit.causes()) {
                    asked.merge(domain, next.level(), Math::max);
                }
            }
        }
    }

    private static void next(
            @Nullable NodeId domain, @Nullable NextLevel next, List<Obstacle> obstacles) {
        if (next == null) {
            return;
        }
        for (NextLevel.Shortfall shortfall : next.shortfalls()) {
            List<NodeId> failing =
                    next.failing().stream()
                            .filter(each -> each.criterion().level() == shortfall.level())
                            .map(each -> each.criterion().id())
                            .toList();
            obstacles.add(new Obstacle.Level(domain, shortfall.level(), shortfall, failing));
        }
        for (GateVerdict gate : next.gates()) {
            obstacles.add(new Obstacle.Gate(gate));
        }
    }
}
