package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelVerdict;
import org.jieti.core.result.DomainResult;
import org.jieti.report.words.Numbers;
import org.jspecify.annotations.Nullable;

/// How far each level is fulfilled, domain by level.
public record Matrix(List<LevelMark> levels, List<Row> rows) {

    /// One domain, or the whole.
    public record Row(String id, String name, boolean isWhole, LevelMark level, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// One level of one domain.
    ///
    /// @param share empty where nothing is asked
    /// @param satisfied how many criteria of how many are satisfied
    /// @param shade the step of the level scale, from 1 to 5; 0 where nothing is asked
    /// @param awarded whether this is the level awarded
    public record Cell(
            String share, String satisfied, int shade, boolean reached, boolean awarded) {
        public boolean isAsked() {
            return shade > 0;
        }
    }

    public Matrix {
        levels = List.copyOf(levels);
        rows = List.copyOf(rows);
    }

    /// Null in a model without levels.
    static @Nullable Matrix of(Subject subject) {
        if (!subject.hasLevels()) {
            return null;
        }
        List<Row> rows = new ArrayList<>();
        for (DomainResult domain : subject.result().domains()) {
            if (domain.grade() != null) {
                rows.add(
                        row(
                                subject,
                                domain.domain().id().value(),
                                subject.words().name(domain.domain()),
                                domain.grade()));
            }
        }
        if (subject.result().overall() != null) {
            rows.add(
                    row(
                            subject,
                            "",
                            subject.words().say("overall.name"),
                            subject.result().overall()));
        }
        return new Matrix(subject.marks(), rows);
    }

    private static Row row(Subject subject, String id, String name, Grade grade) {
        int awarded = grade.attained() == null ? 0 : grade.attained().level();
        return new Row(
                id,
                name,
                id.isEmpty(),
                subject.mark(grade),
                grade.levels().stream().map(verdict -> cell(verdict, awarded)).toList());
    }

    private static Cell cell(LevelVerdict verdict, int awarded) {
        boolean isAwarded = verdict.level() == awarded;
        return verdict.asked() == 0
                ? new Cell("", "", 0, verdict.reached(), isAwarded)
                : new Cell(
                        Numbers.share(verdict.share()),
                        satisfied(verdict),
                        Subject.shade(verdict.share()),
                        verdict.reached(),
                        isAwarded);
    }

    /// How many criteria of how many are satisfied, as in `3/5`.
    static String satisfied(LevelVerdict verdict) {
        return (verdict.asked() - verdict.unsatisfied()) + "/" + verdict.asked();
    }
}
