package org.jieti.report.view;

import org.jieti.core.model.MaturityModel;
import org.jieti.report.words.Words;

/// A level as it is printed: its code, its name, and its step on the level scale.
///
/// @param shade from 1 to 5; 0 where no level is awarded
public record LevelMark(String code, String name, int shade) {
    static final LevelMark NONE = new LevelMark("–", "", 0);

    private static final int SHADES = 5;

    /// A level of a model; none for 0.
    static LevelMark of(MaturityModel model, int level, Words words) {
        return level == 0
                ? NONE
                : new LevelMark(
                        words.code(level),
                        words.text(model.level(level).name()),
                        shade(level, model.levels().size()));
    }

    private static int shade(int level, int levels) {
        return levels == 1
                ? SHADES
                : 1 + (int) Math.round((level - 1) * (SHADES - 1.0) / (levels - 1));
    }

    public boolean isAwarded() {
        return shade > 0;
    }
}
