package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.Grade;
import org.jieti.core.result.DomainResult;
import org.jieti.core.scoring.Coverage;
import org.jieti.core.scoring.Score;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// One line of the domain table; the last is the whole, where there is one.
///
/// @param possible the higher level still possible, as in `→ IV`; empty where there is none
/// @param bar the position as a bar; null where there is no position
/// @param held what holds the level, in few words; empty for the whole, where the heading says so
public record DomainRow(
        String id,
        String name,
        boolean isWhole,
        LevelMark level,
        String possible,
        String position,
        @Nullable PositionBar bar,
        String score,
        String coverage,
        String held) {

    static List<DomainRow> of(Subject subject) {
        List<DomainRow> rows = new ArrayList<>();
        for (DomainResult domain : subject.result().domains()) {
            rows.add(
                    row(
                            subject,
                            domain.domain().id().value(),
                            subject.words().name(domain.domain()),
                            domain.score().score(),
                            domain.score().coverage(),
                            domain.grade(),
                            domain.score().exclusion() == null
                                    ? ""
                                    : subject.words().exclusion(domain.score().exclusion())));
        }
        if (subject.hasTotal()) {
            rows.add(
                    row(
                            subject,
                            "",
                            subject.words().say("overall.name"),
                            subject.result().tree().total(),
                            subject.result().tree().coverage(),
                            subject.result().overall(),
                            ""));
        }
        return rows;
    }

    private static DomainRow row(
            Subject subject,
            String id,
            String name,
            @Nullable Score score,
            Coverage coverage,
            @Nullable Grade grade,
            String excluded) {
        Words words = subject.words();
        Attained attained = grade == null ? null : grade.attained();
        return new DomainRow(
                id,
                name,
                id.isEmpty(),
                subject.mark(grade),
                possible(words, grade),
                attained == null ? words.code(0) : Numbers.position(attained.position()),
                attained == null ? null : PositionBar.of(attained, subject.levels()),
                Heading.score(score),
                score == null ? words.code(0) : Numbers.percent(coverage.answeredShare()),
                grade == null || id.isEmpty() ? excluded : words.held(grade));
    }

    private static String possible(Words words, @Nullable Grade grade) {
        if (grade == null) {
            return "";
        }
        int now = grade.attained() == null ? 0 : grade.attained().level();
        int highest = grade.possible().highest();
        return highest > now ? words.say("possible.short", words.code(highest)) : "";
    }
}
