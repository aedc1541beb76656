package org.jieti.report.view;

/// A level as it is printed: its code, its name, and its step on the level scale.
///
/// @param shade from 1 to 5; 0 where no level is awarded
public record LevelMark(String code, String name, int shade) {
    static final LevelMark NONE = new LevelMark("–", "", 0);

    public boolean isAwarded() {
        return shade > 0;
    }
}
