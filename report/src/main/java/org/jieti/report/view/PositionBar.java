package org.jieti.report.view;

import java.util.List;
import java.util.stream.IntStream;
import org.jieti.core.grading.Attained;

/// A position as a bar with a tick at each level. All values are in units of the drawing, in which
/// a level is 100 wide.
///
/// @param reached the width up to the level reached
/// @param way the width of the part of the way to the next
public record PositionBar(int width, int reached, int way, List<Integer> ticks) {
    private static final int LEVEL = 100;

    public PositionBar {
        ticks = List.copyOf(ticks);
    }

    static PositionBar of(Attained attained, int levels) {
        int reached = LEVEL * attained.level();
        return new PositionBar(
                LEVEL * levels,
                reached,
                (int) (LEVEL * attained.position()) - reached,
                IntStream.range(1, levels).map(level -> LEVEL * level).boxed().toList());
    }
}
