package org.jieti.core.grading;

import java.util.List;

/// The level reached so far.
///
/// @param beforeLimits what the preset alone gives; 0 where not even the first level is reached,
///     though every unit with an answer is awarded at least that
/// @param level what is awarded
/// @param position for charts and trends: the level plus the part of the way to the next, in
///     [1, number of levels]
/// @param limits the rules that allow less than the preset gives, lowest cap first
public record Attained(int beforeLimits, int level, double position, List<LevelLimit> limits) {
    public Attained {
        limits = List.copyOf(limits);
    }
}
