package org.jieti.core.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelVerdict;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.model.NodeId;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// The distance of a result from a target profile: each criterion at or below its domain's
/// target that is not satisfied, with what raising it to the best rating gains. Every gain is
/// found by scoring again, so states, measures that several criteria read, and gates are exact.
///
/// @param items by domain in the order of the model, then by level, then largest gain first
/// @param joint the result if all items are raised together
public record Gap(Result now, TargetProfile target, List<Item> items, Result joint) {

    /// One criterion below target.
    ///
    /// @param scoreGain what its domain's score gains if it alone is raised, in [0, 100]
    /// @param totalGain what the total gains, in [0, 100]
    /// @param shareGains the shares of its domain's levels that rise
    /// @param opens the closed gates that it alone opens
    public record Item(
            NodeId domain,
            CriterionScore criterion,
            double scoreGain,
            double totalGain,
            List<ShareGain> shareGains,
            List<GateVerdict> opens) {
        public Item {
            shareGains = List.copyOf(shareGains);
            opens = List.copyOf(opens);
        }
    }

    /// What the share of one level gains, in [0, 1].
    public record ShareGain(int level, double gain) {}

    public Gap {
        items = List.copyOf(items);
    }

    public static Gap analyse(Result now, TargetProfile target) {
        if (now.model().grading() == null) {
            throw new IllegalArgumentException(
                    "Model %s has no levels, so there is no target level."
                            .formatted(now.model().id()));
        }
        double satisfied = now.model().grading().satisfied();
        List<Item> items = new ArrayList<>();
        Assessment joint = now.assessment();
        for (DomainResult domain : now.domains()) {
            NodeId id = domain.domain().id();
            List<Item> ofDomain = new ArrayList<>();
            for (CriterionScore criterion : domain.score().criteria()) {
                if (isWanted(criterion.criterion(), target.level(id))
                        && !criterion.isExcluded()
                        && !Threshold.isAtLeast(criterion.fulfilment().value(), satisfied)) {
                    ofDomain.add(item(now, id, criterion));
                    joint = raised(now, joint, criterion.criterion());
                }
            }
            ofDomain.sort(
                    Comparator.comparingInt((Item item) -> item.criterion().level())
                            .thenComparing(Comparator.comparingDouble(Item::totalGain).reversed()));
            items.addAll(ofDomain);
        }
        return new Gap(now, target, items, rescored(now, joint));
    }

    /// A criterion up to the target, or above it with a veto that would hold the target back.
    private static boolean isWanted(Criterion criterion, int target) {
        return criterion.level() <= target
                || (criterion.veto() != null && criterion.veto().cap() < target);
    }

    private static Item item(Result now, NodeId domain, CriterionScore criterion) {
        Result then = rescored(now, raised(now, now.assessment(), criterion.criterion()));
        DomainResult before = domain(now, domain);
        DomainResult after = domain(then, domain);
        List<ShareGain> shares = new ArrayList<>();
        if (before.grade() != null && after.grade() != null) {
            for (LevelVerdict level : before.grade().levels()) {
                double gain = after.grade().verdict(level.level()).share() - level.share();
                if (gain > Threshold.TOLERANCE) {
                    shares.add(new ShareGain(level.level(), gain));
                }
            }
        }
        return new Item(
                domain,
                criterion,
                after.score().earned() - before.score().earned(),
                total(then) - total(now),
                shares,
                opened(now, then));
    }

    private static List<GateVerdict> opened(Result now, Result then) {
        List<GateVerdict> after = gates(then).toList();
        return gates(now)
                .filter(GateVerdict::isClosed)
                .filter(
                        gate ->
                                after.stream()
                                        .anyMatch(
                                                other -> isSame(gate, other) && !other.isClosed()))
                .toList();
    }

    private static boolean isSame(GateVerdict a, GateVerdict b) {
        return a.kind() == b.kind()
                && a.scope() == b.scope()
                && a.criterion().id().equals(b.criterion().id());
    }

    private static Stream<GateVerdict> gates(Result result) {
        return Stream.concat(
                result.domains().stream().flatMap(domain -> gates(domain.grade())),
                gates(result.overall()));
    }

    private static Stream<GateVerdict> gates(@Nullable Grade grade) {
        return grade == null ? Stream.empty() : grade.gates().stream();
    }

    private static Result rescored(Result now, Assessment assessment) {
        return Scoring.score(now.model(), now.weights(), now.preset(), assessment);
    }

    /// The assessment with one criterion at its best rating, or its measure just past the limit.
    private static Assessment raised(Result now, Assessment assessment, Criterion criterion) {
        MeasureBand reads = criterion.reading();
        if (reads == null) {
            return assessment.with(
                    criterion.id(), new Answer.Rated(now.model().ratings().best(), ""));
        }
        Measure measure = now.model().findMeasure(reads.measure());
        Band band = measure == null ? null : measure.band(reads.band());
        if (measure == null || band == null) {
            throw new IllegalStateException("The model has no band " + reads);
        }
        Assessment counted = assessment.with(criterion.id(), new Answer.Unanswered());
        Reading reading = assessment.measures().get(measure.id());
        return reading != null && band.limit().passes(reading.value())
                ? counted
                : counted.with(
                        measure.id(), new Reading(band.limit().firstPassing(), measure.unit()));
    }

    private static DomainResult domain(Result result, NodeId id) {
        DomainResult domain = result.domain(id);
        if (domain == null) {
            throw new IllegalStateException("The result has no domain " + id);
        }
        return domain;
    }

    private static double total(Result result) {
        return result.tree().total() == null ? 0 : result.tree().total().lowest();
    }
}
