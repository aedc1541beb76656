package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.Coverage;
import org.jieti.core.scoring.Score;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// The first thing seen: whose result, which level, and why.
///
/// @param graded whether the whole has a level and a score
/// @param profile the level of each domain, where the result is their profile; empty otherwise
/// @param levelName the level in words, or that there is none yet
/// @param meaning what the level means in the model; empty without one
/// @param possible what completing the answers can lead to; empty when nothing is open
/// @param score a dash while nothing is answered
/// @param scoreTo what the score can still become; empty when nothing is open
public record Heading(
        String unit,
        String kind,
        String asOf,
        List<String> place,
        boolean graded,
        List<DomainLevel> profile,
        LevelMark level,
        String levelName,
        String meaning,
        String why,
        String possible,
        List<Step> steps,
        int stepsWidth,
        int stepsHeight,
        String score,
        String scoreTo,
        String coverage,
        String counts,
        String position,
        String positionRange,
        String disclaimer) {
    /// One domain of a profile.
    public record DomainLevel(String name, LevelMark level) {}

    public Heading {
        place = List.copyOf(place);
        profile = List.copyOf(profile);
        steps = List.copyOf(steps);
    }

    static Heading of(Subject subject) {
        Result result = subject.result();
        MaturityModel model = result.model();
        Words words = subject.words();
        Coverage coverage = result.tree().coverage();
        Grade overall = result.overall();
        LevelMark level = subject.mark(overall);
        List<Step> steps = overall == null ? List.of() : Step.stairs(subject, overall);
        return new Heading(
                result.assessment().unit().name(),
                kind(words, model),
                result.assessment().asOf().toString(),
                place(result),
                subject.hasLevels() && subject.hasTotal(),
                profile(subject),
                level,
                levelName(subject, level),
                overall == null || overall.attained() == null
                        ? ""
                        : words.text(model.level(overall.attained().level()).meaning()),
                overall == null ? "" : words.why(overall),
                overall == null ? "" : words.possible(overall, coverage),
                steps,
                steps.isEmpty() ? 0 : steps.getLast().x() + 46,
                steps.isEmpty() ? 0 : steps.getLast().height(),
                score(result.tree().total()),
                scoreTo(words, result.tree().total()),
                Numbers.percent(coverage.answeredShare()),
                words.say("figure.coverage.counts", coverage.answered(), coverage.applicable()),
                overall == null || overall.attained() == null
                        ? words.code(0)
                        : Numbers.position(overall.attained().position()),
                words.say("figure.position.of", subject.levels()),
                words.text(model.disclaimer()));
    }

    private static String levelName(Subject subject, LevelMark level) {
        Words words = subject.words();
        if (!subject.hasLevels()) {
            return words.say("heading.ungraded");
        }
        if (!subject.hasTotal()) {
            return words.say("heading.profile");
        }
        return level.isAwarded()
                ? words.say("heading.level", level.name())
                : words.say("heading.no-level");
    }

    static List<DomainLevel> profile(Subject subject) {
        return subject.hasTotal()
                ? List.of()
                : subject.result().domains().stream()
                        .map(
                                domain ->
                                        new DomainLevel(
                                                subject.words().name(domain.domain()),
                                                subject.mark(domain.grade())))
                        .toList();
    }

    private static List<String> place(Result result) {
        List<String> place = new ArrayList<>();
        if (!result.assessment().unit().region().isBlank()) {
            place.add(result.assessment().unit().region());
        }
        if (!result.assessment().unit().peerGroup().isBlank()) {
            place.add(result.assessment().unit().peerGroup());
        }
        return place;
    }

    static String score(@Nullable Score score) {
        return score == null || score.now() == null ? "–" : Numbers.score(score.now());
    }

    /// The model, and that it is a local variant where it is one.
    private static String kind(Words words, MaturityModel model) {
        String kind = words.say("heading.kind", words.text(model.name()), model.id().version());
        String variant = words.variant();
        return variant == null ? kind : kind + words.say("list.separator") + variant;
    }

    static String scoreTo(Words words, @Nullable Score score) {
        if (score == null) {
            return "";
        }
        String highest = Numbers.score(score.highest());
        return highest.equals(Numbers.score(score.lowest()))
                ? ""
                : words.say("figure.score.to", highest);
    }
}
