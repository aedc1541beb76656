package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.grading.Grade;

/// One step of the stairs beside the level.
///
/// @param reach `reached`, `here`, `possible` or `above`
/// @param x left edge, in units of the drawing
/// @param y upper edge
/// @param height down to the ground
public record Step(LevelMark level, String reach, int x, int y, int height) {
    private static final int WIDTH = 50;
    private static final int RISE = 12;
    private static final int FIRST = 22;

    /// The stairs of a model with levels.
    static List<Step> stairs(Subject subject, Grade grade) {
        int reached = grade.attained() == null ? 0 : grade.attained().level();
        List<Step> steps = new ArrayList<>();
        for (int level = 1; level <= subject.levels(); level++) {
            int height = FIRST + RISE * (level - 1);
            String reach =
                    level == reached
                            ? "here"
                            : level < reached
                                    ? "reached"
                                    : level <= grade.possible().highest() ? "possible" : "above";
            steps.add(
                    new Step(
                            subject.mark(level),
                            reach,
                            WIDTH * (level - 1),
                            RISE * (subject.levels() - level),
                            height));
        }
        return steps;
    }
}
