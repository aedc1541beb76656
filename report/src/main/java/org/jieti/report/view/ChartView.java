package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jieti.core.grading.Grade;
import org.jieti.core.result.DomainResult;
import org.jieti.core.scoring.Score;
import org.jieti.report.chart.RadarChart;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// A chart with the table of the same numbers.
///
/// @param title the finding's subject
/// @param unit what is measured, and on which scale
/// @param json what the chart is drawn from
/// @param valueHead the head of the table's column of values
public record ChartView(
        String title, String unit, String json, String valueHead, List<Value> values) {
    private static final int FEWEST_AXES = 3;
    private static final int SCORE_RINGS = 5;

    /// One line of the table.
    public record Value(String name, LevelMark level, String value) {}

    public ChartView {
        values = List.copyOf(values);
    }

    /// Positions of the domains, or their scores in a model without levels. Null where too few
    /// domains take part to draw a figure.
    static @Nullable ChartView of(Subject subject) {
        List<RadarChart.Axis> axes = new ArrayList<>();
        List<Double> line = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (DomainResult domain : subject.result().domains()) {
            if (domain.score().isExcluded()) {
                continue;
            }
            LevelMark level = subject.mark(domain.grade());
            String name = subject.words().name(domain.domain());
            String value = shown(subject, domain);
            axes.add(new RadarChart.Axis(name, subject.hasLevels() ? level.code() : value));
            line.add(value(subject, domain));
            values.add(new Value(name, level, value));
        }
        if (axes.size() < FEWEST_AXES) {
            return null;
        }
        Words words = subject.words();
        int rings = subject.hasLevels() ? subject.levels() : SCORE_RINGS;
        RadarChart chart =
                new RadarChart(
                        axes,
                        rings(subject),
                        subject.hasLevels() ? rings : 100,
                        List.of(
                                new RadarChart.Line(
                                        subject.result().assessment().unit().name(),
                                        RadarChart.Role.RESULT,
                                        line)));
        return subject.hasLevels()
                ? new ChartView(
                        words.say("radar.title"),
                        words.say("radar.unit", rings, words.code(1), words.code(rings)),
                        chart.json(),
                        words.say("col.position", rings),
                        values)
                : new ChartView(
                        words.say("radar.title.score"),
                        words.say("radar.unit.score"),
                        chart.json(),
                        words.say("col.score"),
                        values);
    }

    private static List<String> rings(Subject subject) {
        return subject.hasLevels()
                ? subject.marks().stream().map(LevelMark::code).toList()
                : IntStream.rangeClosed(1, SCORE_RINGS)
                        .mapToObj(ring -> Numbers.measured(100.0 * ring / SCORE_RINGS))
                        .toList();
    }

    private static double value(Subject subject, DomainResult domain) {
        if (subject.hasLevels()) {
            Grade grade = Objects.requireNonNull(domain.grade());
            return grade.attained() == null ? 0 : grade.attained().position();
        }
        Score score = domain.score().score();
        return score == null ? 0 : score.lowest();
    }

    private static String shown(Subject subject, DomainResult domain) {
        if (subject.hasLevels()) {
            Grade grade = Objects.requireNonNull(domain.grade());
            return grade.attained() == null
                    ? subject.words().code(0)
                    : Numbers.position(grade.attained().position());
        }
        return Heading.score(domain.score().score());
    }
}
