package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelVerdict;
import org.jieti.core.grading.NextLevel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.result.DomainResult;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.Coverage;
import org.jieti.core.scoring.Score;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Where a unit stands while it answers: the domain that is being answered, and the whole.
///
/// @param whole null where the result is the profile of its domains
/// @param profile the domains of a profile; empty where there is a whole
/// @param threshold the share that every level must reach; empty where the preset asks for none
public record LiveView(
        Part domain,
        @Nullable Part whole,
        List<Heading.DomainLevel> profile,
        boolean hasLevels,
        String threshold) {
    private static final int FIRST = 3;

    public LiveView {
        profile = List.copyOf(profile);
    }

    /// The state of one domain, or of the whole.
    ///
    /// @param next the next level; none at the top and while nothing is answered
    /// @param score a dash while nothing is answered
    /// @param scoreTo what the score can still become; empty when nothing is open
    /// @param possible the levels that completing the answers can lead to; empty when nothing is
    ///     open
    /// @param obstacles what stands before the next level
    /// @param begin the first criteria to raise
    public record Part(
            String name,
            LevelMark level,
            LevelMark next,
            String score,
            String scoreTo,
            String coverage,
            String counts,
            String possible,
            List<Share> shares,
            List<String> obstacles,
            List<Begin> begin) {
        public Part {
            shares = List.copyOf(shares);
            obstacles = List.copyOf(obstacles);
            begin = List.copyOf(begin);
        }
    }

    /// How far one level is fulfilled.
    ///
    /// @param share empty where nothing is asked
    /// @param satisfied how many criteria of how many are satisfied
    /// @param width of the share in [0, 100], rounded down so that only a full bar is full
    /// @param needed where the share must reach, in [0, 100]; 0 where the preset asks for none
    public record Share(
            LevelMark level,
            String share,
            String satisfied,
            int width,
            int needed,
            boolean reached,
            boolean isNext) {
        public boolean isAsked() {
            return !share.isEmpty();
        }
    }

    /// A criterion to raise, and the ladder on which it stands.
    public record Begin(String id, String name, String ladder, LevelMark level) {}

    /// The state of a result while a node is being answered.
    static LiveView of(Subject subject, NodeId node) {
        DomainResult domain = domainOf(subject, node);
        Grade overall = subject.result().overall();
        return new LiveView(
                part(
                        subject,
                        subject.words().name(domain.domain()),
                        domain.score().score(),
                        domain.score().coverage(),
                        domain.grade(),
                        FIRST),
                subject.hasTotal()
                        ? part(
                                subject,
                                subject.words().say("overall.name"),
                                subject.result().tree().total(),
                                subject.result().tree().coverage(),
                                overall,
                                0)
                        : null,
                Heading.profile(subject),
                subject.hasLevels(),
                subject.result().preset() instanceof Preset.Share share
                        ? Numbers.share(share.threshold())
                        : "");
    }

    private static DomainResult domainOf(Subject subject, NodeId node) {
        for (DomainResult domain : subject.result().domains()) {
            if (domain.domain().id().contains(node)) {
                return domain;
            }
        }
        throw new IllegalArgumentException("The model has no domain of " + node);
    }

    private static Part part(
            Subject subject,
            String name,
            @Nullable Score score,
            Coverage coverage,
            @Nullable Grade grade,
            int named) {
        Words words = subject.words();
        NextLevel next = grade == null ? null : grade.next();
        return new Part(
                name,
                subject.mark(grade),
                next == null ? LevelMark.NONE : subject.mark(next.level()),
                Heading.score(score),
                Heading.scoreTo(words, score),
                Numbers.percent(coverage.answeredShare()),
                words.say("figure.coverage.counts", coverage.answered(), coverage.applicable()),
                grade == null ? "" : words.possible(grade, coverage),
                grade == null ? List.of() : shares(subject, grade, next),
                next == null ? List.of() : words.obstacles(next),
                next == null ? List.of() : begin(subject, next, named));
    }

    private static List<Share> shares(Subject subject, Grade grade, @Nullable NextLevel next) {
        int needed =
                subject.result().preset() instanceof Preset.Share share
                        ? (int) Math.round(100 * share.threshold())
                        : 0;
        List<Share> shares = new ArrayList<>();
        for (LevelVerdict verdict : grade.levels()) {
            boolean asked = verdict.asked() > 0;
            shares.add(
                    new Share(
                            subject.mark(verdict.level()),
                            asked ? Numbers.share(verdict.share()) : "",
                            Matrix.satisfied(verdict),
                            (int) (100 * verdict.share()),
                            needed,
                            verdict.reached(),
                            next != null && next.level() == verdict.level()));
        }
        return shares;
    }

    private static List<Begin> begin(Subject subject, NextLevel next, int named) {
        return next.failing().stream()
                .limit(named)
                .map(failing -> failing.criterion().criterion())
                .map(
                        criterion ->
                                new Begin(
                                        criterion.id().value(),
                                        subject.words().name(criterion),
                                        ladderOf(subject, criterion.id()),
                                        subject.mark(criterion.level())))
                .toList();
    }

    private static String ladderOf(Subject subject, NodeId criterion) {
        for (BranchScore ladder : domainOf(subject, criterion).score().ladders()) {
            if (ladder.criteria().stream().anyMatch(each -> each.id().equals(criterion))) {
                return ladder.id().value();
            }
        }
        throw new IllegalArgumentException("No ladder has " + criterion);
    }
}
