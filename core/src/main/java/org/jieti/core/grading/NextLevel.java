package org.jieti.core.grading;

import java.util.List;
import org.jieti.core.scoring.CriterionScore;

/// What is missing to the next level.
///
/// @param level the next level
/// @param shortfalls the levels up to it whose condition does not hold, lowest first
/// @param failing the criteria to raise, by level, at each the largest gain first
/// @param gates the closed gates that would still hold the level below it
/// @param limits the rules between domains that would still hold the level below it
public record NextLevel(
        int level,
        List<Shortfall> shortfalls,
        List<Failing> failing,
        List<GateVerdict> gates,
        List<LevelLimit> limits) {

    /// What a preset compares.
    public enum Quantity {
        /// A share of a level, in [0, 1].
        SHARE,
        /// A score, in [0, 100].
        SCORE,
        /// A number of satisfied criteria.
        CRITERIA
    }

    /// One level's condition that does not hold: `have` is below `need`.
    public record Shortfall(int level, Quantity quantity, double have, double need) {
        public double missing() {
            return need - have;
        }
    }

    /// A criterion that is not satisfied, or, where the preset counts scores, not fully met.
    ///
    /// @param gain what the share of its level gains if it alone is fully met, in [0, 1]
    public record Failing(CriterionScore criterion, double gain) implements Comparable<Failing> {
        /// By level, and at one level the by level, at each the largest gain first.
        @Override
        public int compareTo(Failing other) {
            int order = Integer.compare(criterion.level(), other.criterion.level());
            return order == 0 ? Double.compare(other.gain, gain) : order;
        }
    }

    public NextLevel {
        shortfalls = List.copyOf(shortfalls);
        failing = List.copyOf(failing);
        gates = List.copyOf(gates);
        limits = List.copyOf(limits);
    }
}
