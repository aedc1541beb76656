package org.jieti.core.grading;

/// Whether the demands of one level are met.
///
/// @param asked how many applicable criteria stand at the level; with none, the level is met by
///     itself
/// @param unsatisfied how many of them are not satisfied
/// @param share the weighted mean over ladders of the fulfilments of their rung at this level, in
///     [0, 1]
/// @param highestShare the share if every missing answer is rated best
/// @param scoreFrom the score of a unit that meets all demands up to this level and none above,
///     in [0, 100]
/// @param reached whether the preset's condition for this level alone holds
public record LevelVerdict(
        int level,
        int asked,
        int unsatisfied,
        double share,
        double highestShare,
        double scoreFrom,
        boolean reached) {}
