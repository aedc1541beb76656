package org.jieti.planning.roadmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelParts;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Grading;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Scope;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.planning.program.LinearSum;
import org.jieti.planning.program.MixedProgram;

/// What levels and scores ask of a unit's fulfilments at the end of one period, as rows of a
/// program: shares, every criterion, or the score, as the preset has it; gates; and between
/// domains the spread and the highest domain. The parts of shares are the engine's.
final class LevelDemands {
    private final Formulation of;
    private final Result now;
    private final int period;
    private final double margin;
    private final Map<NodeId, DomainResult> domains = new LinkedHashMap<>();
    private final Map<NodeId, List<CriterionScore>> criteria = new HashMap<>();
    private final Map<NodeId, CriterionScore> byId = new HashMap<>();
    private final Map<NodeId, Map<Integer, Integer>> indicators = new HashMap<>();

    /// @param margin above what is asked of shares and scores, in [0, 1]
    LevelDemands(Formulation of, Result now, int period, double margin) {
        this.margin = margin;
        this.of = of;
        this.now = now;
        this.period = period;
        for (DomainResult domain : now.domains()) {
            if (!domain.score().isExcluded()) {
                domains.put(domain.domain().id(), domain);
                List<CriterionScore> applicable =
                        domain.score().criteria().stream().filter(e -> !e.isExcluded()).toList();
                criteria.put(domain.domain().id(), applicable);
                applicable.forEach(each -> byId.put(each.id(), each));
            }
        }
    }

    /// Demands all of a target.
    void demand(Target target) {
        domains.forEach(
                (id, domain) -> {
                    int level = target.profile().level(id);
                    if (level > Target.levelOf(domain.grade())) {
                        within(domain, level).forEach(of::demand);
                    }
                    double score = target.scores().getOrDefault(id, 0.0);
                    if (score > 0) {
                        of.demand(new Demand(score(domain.score()), raised(score / 100)));
                    }
                });
        if (target.level() > Target.levelOf(now.overall())) {
            demandOverall(target.level());
        }
        if (target.total() > 0) {
            of.demand(new Demand(total(), raised(target.total() / 100)));
        }
    }

    private void demandOverall(int level) {
        overall(level).forEach(of::demand);
        domains.forEach(
                (_, domain) -> {
                    if (Target.levelOf(domain.grade()) < level - spread()) {
                        within(domain, level - spread()).forEach(of::demand);
                    }
                });
        LinearSum highest = anyDomainAt(level);
        if (!highest.isConstant()) {
            of.program().atLeast(highest, 1);
        }
    }

    /// How many domains are at a level; a constant where one is there already.
    private LinearSum anyDomainAt(int level) {
        LinearSum at = new LinearSum();
        for (DomainResult domain : domains.values()) {
            if (Target.levelOf(domain.grade()) >= level) {
                return LinearSum.of(1);
            }
        }
        domains.keySet().forEach(id -> at.plus(isAt(id, level), 1));
        return at;
    }

    /// A variable that is 1 only if a domain is at a level that it is not at now.
    int isAt(NodeId id, int level) {
        Map<Integer, Integer> byLevel = indicators.computeIfAbsent(id, _ -> new HashMap<>());
        Integer known = byLevel.get(level);
        if (known != null) {
            return known;
        }
        int variable = of.program().binary();
        byLevel.put(level, variable);
        within(domain(id), level).forEach(demand -> of.demandIf(variable, demand));
        return variable;
    }

    /// A variable that is 1 only if the overall level is one that it is not now.
    int isAt(int level) {
        MixedProgram program = of.program();
        int variable = program.binary();
        overall(level).forEach(demand -> of.demandIf(variable, demand));
        domains.forEach(
                (id, domain) -> {
                    if (Target.levelOf(domain.grade()) < level - spread()) {
                        program.atLeast(
                                LinearSum.of(isAt(id, level - spread()), 1).plus(variable, -1), 0);
                    }
                });
        program.atLeast(anyDomainAt(level).plus(variable, -1), 0);
        return variable;
    }

    private DomainResult domain(NodeId id) {
        DomainResult domain = domains.get(id);
        if (domain == null) {
            throw new IllegalArgumentException("Domain %s takes no part.".formatted(id));
        }
        return domain;
    }

    /// Under `staged` the overall level is that of the lowest domain.
    private int spread() {
        return switch (preset()) {
            case Preset.Staged _ -> 0;
            case Preset.Share _, Preset.BandOfScore _ -> grading().spread();
        };
    }

    private Preset preset() {
        if (now.preset() == null) {
            throw new IllegalStateException("The model has no levels.");
        }
        return now.preset();
    }

    private Grading grading() {
        if (now.model().grading() == null) {
            throw new IllegalStateException("The model has no levels.");
        }
        return now.model().grading();
    }

    private List<Demand> within(DomainResult domain, int level) {
        List<Demand> demands = new ArrayList<>();
        if (level < 2 || domain.grade() == null) {
            return demands;
        }
        BranchScore branch = domain.score();
        switch (preset()) {
            case Preset.Share share -> {
                for (int each = 1; each <= level; each++) {
                    share(LevelParts.within(branch, each), raised(share.threshold()), demands);
                }
            }
            case Preset.Staged _ -> satisfied(branch, level, demands);
            case Preset.BandOfScore _ ->
                    demands.add(
                            new Demand(score(branch), raised(scoreFrom(domain.grade(), level))));
        }
        gates(branch, Scope.DOMAIN, level, demands);
        return demands;
    }

    private List<Demand> overall(int level) {
        List<Demand> demands = new ArrayList<>();
        Grade grade = now.overall();
        if (level < 2 || grade == null) {
            return demands;
        }
        switch (preset()) {
            case Preset.Share share -> {
                for (int each = 1; each <= level; each++) {
                    share(LevelParts.overall(now.tree(), each), raised(share.threshold()), demands);
                }
            }
            case Preset.Staged _ ->
                    domains.values().forEach(each -> satisfied(each.score(), level, demands));
            case Preset.BandOfScore _ ->
                    demands.add(new Demand(total(), raised(scoreFrom(grade, level))));
        }
        domains.values().forEach(each -> gates(each.score(), Scope.OVERALL, level, demands));
        return demands;
    }

    private double raised(double asked) {
        return Math.min(1, asked + margin);
    }

    private static double scoreFrom(Grade grade, int level) {
        return grade.verdict(level).scoreFrom() / 100;
    }

    private void share(Map<NodeId, Double> parts, double threshold, List<Demand> demands) {
        LinearSum share = new LinearSum();
        parts.forEach((id, part) -> share.plus(fulfilment(id), (double) part));
        if (!parts.isEmpty()) {
            demands.add(new Demand(share, threshold));
        }
    }

    private LinearSum fulfilment(NodeId id) {
        CriterionScore score = byId.get(id);
        if (score == null) {
            throw new IllegalStateException("No criterion " + id);
        }
        return of.fulfilment(period, score);
    }

    private List<CriterionScore> criteria(BranchScore domain) {
        return criteria.getOrDefault(domain.id(), List.of());
    }

    private void satisfied(BranchScore domain, int level, List<Demand> demands) {
        for (CriterionScore score : criteria(domain)) {
            if (score.level() <= level) {
                demands.add(new Demand(of.fulfilment(period, score), grading().satisfied()));
            }
        }
    }

    private void gates(BranchScore domain, Scope scope, int level, List<Demand> demands) {
        for (CriterionScore score : criteria(domain)) {
            Criterion criterion = score.criterion();
            boolean mandatory =
                    scope == Scope.DOMAIN
                            && criterion.mandatory()
                            && Math.max(1, criterion.level() - 1) < level;
            boolean veto =
                    criterion.veto() != null
                            && criterion.veto().scope() == scope
                            && Math.max(1, criterion.veto().cap()) < level;
            if (mandatory || veto) {
                demands.add(new Demand(of.fulfilment(period, score), grading().satisfied()));
            }
        }
    }

    /// The score of a domain, in [0, 1].
    private LinearSum score(BranchScore domain) {
        LinearSum sum = new LinearSum();
        for (CriterionScore score : criteria(domain)) {
            sum.plus(of.fulfilment(period, score), score.weightInDomain());
        }
        return sum;
    }

    /// The total over domains, in [0, 1].
    LinearSum total() {
        LinearSum sum = new LinearSum();
        for (DomainResult domain : domains.values()) {
            for (CriterionScore score : criteria(domain.score())) {
                sum.plus(of.fulfilment(period, score), score.effectiveWeight());
            }
        }
        return sum;
    }

    /// How many levels are gained, each an indicator: overall, times `overallWorth`, and of every
    /// domain. Nothing above what is given is looked at.
    LinearSum gained(Result most, double overallWorth, double domainWorth) {
        LinearSum gained = new LinearSum();
        for (DomainResult domain : domains.values()) {
            NodeId id = domain.domain().id();
            DomainResult best = most.domain(id);
            int from = Target.levelOf(domain.grade());
            int to = best == null ? 0 : Target.levelOf(best.grade());
            if (domainWorth > 0 && domain.grade() != null) {
                int below = -1;
                for (int level = from + 1; level <= to; level++) {
                    int at = isAt(id, level);
                    gained.plus(at, domainWorth);
                    below = chain(below, at);
                }
            }
        }
        if (now.overall() != null) {
            int below = -1;
            int to = Target.levelOf(most.overall());
            for (int level = Target.levelOf(now.overall()) + 1; level <= to; level++) {
                int at = isAt(level);
                gained.plus(at, overallWorth);
                below = chain(below, at);
            }
        }
        return gained;
    }

    /// A level holds only if the one below does.
    private int chain(int below, int at) {
        if (below >= 0) {
            of.program().atLeast(LinearSum.of(below, 1).plus(at, -1), 0);
        }
        return at;
    }
}
