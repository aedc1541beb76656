package org.jieti.core.grading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jieti.core.grading.NextLevel.Failing;
import org.jieti.core.grading.NextLevel.Quantity;
import org.jieti.core.grading.NextLevel.Shortfall;
import org.jieti.core.model.Grading;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Scope;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Score;
import org.jieti.core.scoring.ScoreTree;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// Awards levels by one preset.
///
/// A domain's level is the lower of preset and gates. The overall level applies the same preset
/// over all domains together, and stands never more than `spread` above the lowest domain level,
/// nor above the highest domain level, nor above the gates of overall scope. A unit with an answer
/// is at least at the first level.
///
/// Everything is decided twice: on what is answered now, which is also the worst that a
/// completion can give, and with every missing answer at its best.
public final class Grader {
    private final Grading grading;
    private final Preset preset;
    private final int top;

    public Grader(Grading grading, Preset preset, int levels) {
        this.grading = grading;
        this.preset = preset;
        this.top = levels;
    }

    /// The grade of each domain that takes part, in the order of the model.
    public Map<NodeId, Grade> domains(ScoreTree tree) {
        Map<NodeId, Grade> grades = new LinkedHashMap<>();
        for (BranchScore domain : tree.applicableDomains()) {
            grades.put(domain.id(), domain(domain));
        }
        return grades;
    }

    private Grade domain(BranchScore domain) {
        Demands demands = Demands.ofDomain(domain, grading.satisfied());
        Score score = scoreOf(domain.score());
        List<LevelVerdict> levels = verdicts(demands, score.lowest(), NOW);
        List<GateVerdict> gates = gates(domain, Scope.DOMAIN, NOW);
        Attained now = attained(levels, Gates.limits(gates));
        Attained best =
                attained(
                        verdicts(demands, score.highest(), BEST),
                        Gates.limits(gates(domain, Scope.DOMAIN, BEST)));
        return grade(demands, score, now, best, levels, gates, List.of());
    }

    /// The overall grade; null when every domain is excluded.
    public @Nullable Grade overall(ScoreTree tree, Map<NodeId, Grade> domains) {
        if (tree.total() == null) {
            return null;
        }
        List<BranchScore> applicable = tree.applicableDomains();
        Demands demands = Demands.ofAll(applicable, grading.satisfied());
        List<GateVerdict> gates = new ArrayList<>();
        List<GateVerdict> bestGates = new ArrayList<>();
        for (BranchScore domain : applicable) {
            gates.addAll(gates(domain, Scope.OVERALL, NOW));
            bestGates.addAll(gates(domain, Scope.OVERALL, BEST));
        }
        DomainLevels levelsNow = DomainLevels.now(domains);
        DomainLevels levelsBest = DomainLevels.best(domains);
        List<LevelVerdict> levels = verdicts(demands, tree.total().lowest(), NOW);
        List<LevelLimit> between = levelsNow.limits(spread());
        Attained now = attained(levels, joined(Gates.limits(gates), between));
        Attained best =
                attained(
                        verdicts(demands, tree.total().highest(), BEST),
                        joined(Gates.limits(bestGates), levelsBest.limits(spread())));
        return grade(demands, tree.total(), now, best, levels, gates, between);
    }

    private static final ToDoubleFunction<CriterionScore> NOW = CriterionScore::currentFulfilment;
    private static final ToDoubleFunction<CriterionScore> BEST = CriterionScore::bestFulfilment;

    private List<GateVerdict> gates(
            BranchScore domain, Scope scope, ToDoubleFunction<CriterionScore> fulfilment) {
        return Gates.of(domain, scope, grading.satisfied(), fulfilment);
    }

    private List<LevelVerdict> verdicts(
            Demands demands, double score, ToDoubleFunction<CriterionScore> fulfilment) {
        List<LevelVerdict> verdicts = new ArrayList<>();
        for (int level = 1; level <= top; level++) {
            double share = demands.share(level, fulfilment);
            int unsatisfied = demands.unsatisfied(level, fulfilment);
            double scoreFrom = demands.scoreFrom(level);
            boolean reached =
                    switch (preset) {
                        case Preset.Share shares -> Threshold.isAtLeast(share, shares.threshold());
                        case Preset.Staged _ -> unsatisfied == 0;
                        case Preset.BandOfScore _ -> Threshold.isAtLeast(score, scoreFrom);
                    };
            verdicts.add(
                    new LevelVerdict(
                            level,
                            demands.asked(level),
                            unsatisfied,
                            share,
                            demands.share(level, BEST),
                            scoreFrom,
                            reached));
        }
        return verdicts;
    }

    /// Under `staged` the overall level is that of the lowest domain, gates and all.
    private int spread() {
        return switch (preset) {
            case Preset.Share _, Preset.BandOfScore _ -> grading.spread();
            case Preset.Staged _ -> 0;
        };
    }

    private Attained attained(List<LevelVerdict> levels, List<LevelLimit> limits) {
        int byPreset = 0;
        while (byPreset < top && levels.get(byPreset).reached()) {
            byPreset++;
        }
        int level = Math.max(1, byPreset);
        for (LevelLimit limit : limits) {
            level = Math.min(level, Math.max(1, limit.cap()));
        }
        int before = byPreset;
        List<LevelLimit> binding = new ArrayList<>(limits);
        binding.removeIf(limit -> limit.cap() >= before);
        return new Attained(byPreset, level, position(level, levels), binding);
    }

    /// The level plus the part of the way to the next, always below the next.
    private double position(int level, List<LevelVerdict> levels) {
        if (level == top) {
            return top;
        }
        double way = levels.get(level).share() / threshold();
        return Math.min(level + way, Math.nextDown((double) level + 1));
    }

    private double threshold() {
        return switch (preset) {
            case Preset.Share share -> share.threshold();
            case Preset.Staged _, Preset.BandOfScore _ -> grading.satisfied();
        };
    }

    private Grade grade(
            Demands demands,
            Score score,
            Attained now,
            Attained best,
            List<LevelVerdict> levels,
            List<GateVerdict> gates,
            List<LevelLimit> between) {
        LevelRange possible = new LevelRange(now.level(), best.level());
        if (score.now() == null) {
            return new Grade(null, new LevelRange(1, best.level()), levels, gates, null);
        }
        NextLevel next =
                now.level() == top
                        ? null
                        : next(demands, score.lowest(), now.level() + 1, levels, gates, between);
        return new Grade(now, possible, levels, gates, next);
    }

    private NextLevel next(
            Demands demands,
            double score,
            int target,
            List<LevelVerdict> levels,
            List<GateVerdict> gates,
            List<LevelLimit> between) {
        List<Shortfall> shortfalls = new ArrayList<>();
        for (LevelVerdict verdict : levels) {
            if (verdict.level() <= target && !verdict.reached()) {
                shortfalls.add(shortfall(verdict, score));
            }
        }
        List<Failing> failing = new ArrayList<>();
        for (LevelVerdict verdict : levels) {
            boolean concerns =
                    switch (preset) {
                        case Preset.Share _, Preset.Staged _ ->
                                verdict.level() <= target && !verdict.reached();
                        case Preset.BandOfScore _ ->
                                !shortfalls.isEmpty() && verdict.level() <= target;
                    };
            if (concerns) {
                for (Demands.Weighted each : demands.weighted(verdict.level())) {
                    double fulfilment = NOW.applyAsDouble(each.criterion());
                    if (!Threshold.isAtLeast(fulfilment, enough())) {
                        failing.add(new Failing(each.criterion(), each.part() * (1 - fulfilment)));
                    }
                }
            }
        }
        Collections.sort(failing);
        List<GateVerdict> holding = new ArrayList<>(gates);
        holding.removeIf(gate -> !gate.isClosed() || gate.cap() >= target);
        List<LevelLimit> limits = new ArrayList<>(between);
        limits.removeIf(limit -> limit.cap() >= target);
        return new NextLevel(target, shortfalls, failing, holding, limits);
    }

    /// The fulfilment from which a criterion no longer stands in the way: if all have it, the
    /// preset's condition holds.
    private double enough() {
        return switch (preset) {
            case Preset.Share share -> Math.max(share.threshold(), grading.satisfied());
            case Preset.Staged _ -> grading.satisfied();
            case Preset.BandOfScore _ -> 1;
        };
    }

    private Shortfall shortfall(LevelVerdict verdict, double score) {
        return switch (preset) {
            case Preset.Share share ->
                    new Shortfall(
                            verdict.level(), Quantity.SHARE, verdict.share(), share.threshold());
            case Preset.Staged _ ->
                    new Shortfall(
                            verdict.level(),
                            Quantity.CRITERIA,
                            verdict.asked() - verdict.unsatisfied(),
                            verdict.asked());
            case Preset.BandOfScore _ ->
                    new Shortfall(verdict.level(), Quantity.SCORE, score, verdict.scoreFrom());
        };
    }

    private static Score scoreOf(@Nullable Score score) {
        if (score == null) {
            throw new IllegalArgumentException("An excluded domain has no grade.");
        }
        return score;
    }

    private static List<LevelLimit> joined(List<LevelLimit> gates, List<LevelLimit> between) {
        List<LevelLimit> limits = new ArrayList<>(gates);
        limits.addAll(between);
        limits.sort(LevelLimit.BY_CAP);
        return limits;
    }
}
