package org.jieti.planning.roadmap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.robustness.experiment.AssessmentExperiment;
import org.jieti.robustness.montecarlo.MonteCarlo;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.RunLimit;
import org.jieti.robustness.montecarlo.Simulation;
import org.jieti.robustness.montecarlo.Watcher;
import org.jieti.robustness.ranking.Share;
import org.jspecify.annotations.Nullable;

/// How likely a plan leads where it says, when weights, ratings and choices are not certain: the
/// share of runs in which a level is reached or passed. Every step counts as taken as planned; what
/// is drawn is how the outcome is judged.
///
/// @param periods one for each period of the plan
public record Chance(Uncertainty uncertainty, long runs, long seed, List<AfterPeriod> periods) {
    public Chance {
        periods = List.copyOf(periods);
    }

    /// After one period.
    ///
    /// @param overall how often the overall level aimed at was reached; null where none is
    /// @param domains how often each domain that must be at a level was there
    public record AfterPeriod(@Nullable Share overall, Map<NodeId, Share> domains) {
        public AfterPeriod {
            domains = Map.copyOf(domains);
        }
    }

    /// Runs it. What is aimed at is the target, or what a plan for a budget reaches.
    ///
    /// @param runs at least 1,000
    /// @return null where it was stopped
    public static @Nullable Chance of(
            Roadmap.Planned plan,
            Uncertainty uncertainty,
            long runs,
            long seed,
            int threads,
            Watcher watcher) {
        Result now = plan.now();
        if (now.model().grading() == null) {
            throw new IllegalArgumentException(
                    "Model %s has no levels to reach.".formatted(now.model().id()));
        }
        List<Assessment> after =
                plan.periods().stream().map(period -> period.after().assessment()).toList();
        AssessmentExperiment experiment =
                AssessmentExperiment.of(
                        now.model(), now.weights(), now.preset(), after, uncertainty);
        Robustness robustness =
                Simulation.run(
                        MonteCarlo.of(experiment, seed, runs),
                        new RunLimit.Runs(runs),
                        threads,
                        watcher);
        if (!robustness.isEnough()) {
            return null;
        }
        List<AfterPeriod> periods = new ArrayList<>();
        for (int unit = 0; unit < after.size(); unit++) {
            periods.add(afterPeriod(plan, robustness, unit));
        }
        return new Chance(uncertainty, robustness.runs(), seed, periods);
    }

    private static AfterPeriod afterPeriod(Roadmap.Planned plan, Robustness robustness, int unit) {
        Result reached = plan.reached();
        int level =
                switch (plan.request().goal()) {
                    case Goal.Reach(Target target) -> target.level();
                    case Goal.Best _ -> Target.levelOf(reached.overall());
                };
        Map<NodeId, Share> domains = new LinkedHashMap<>();
        for (int part = 0; part < reached.domains().size(); part++) {
            DomainResult domain = reached.domains().get(part);
            NodeId id = domain.domain().id();
            int wanted =
                    switch (plan.request().goal()) {
                        case Goal.Reach(Target target) -> target.profile().level(id);
                        case Goal.Best _ -> level > 0 ? 0 : Target.levelOf(domain.grade());
                    };
            Share share = atLeast(robustness.levels(unit, part), wanted, robustness.runs());
            if (wanted > 0 && share != null) {
                domains.put(id, share);
            }
        }
        return new AfterPeriod(
                level > 0 ? atLeast(robustness.levels(unit), level, robustness.runs()) : null,
                domains);
    }

    private static @Nullable Share atLeast(
            Robustness.@Nullable Levels levels, int wanted, long runs) {
        if (levels == null) {
            return null;
        }
        long at = 0;
        for (int level = Math.max(1, wanted); level <= levels.shares().size(); level++) {
            at += levels.shares().get(level - 1).runs();
        }
        return new Share(at, runs);
    }
}
