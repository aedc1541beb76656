package org.jieti.planning.roadmap;

import java.util.List;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.LevelLimit;
import org.jieti.core.grading.NextLevel;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// A demand that cannot be met, even with everything raised that may be.
public sealed interface Obstacle {

    /// A level's condition stays unmet.
    ///
    /// @param domain null for the overall level
    /// @param failing the criteria that stay too low, each held by what is forbidden
    record Level(
            @Nullable NodeId domain, int level, NextLevel.Shortfall shortfall, List<NodeId> failing)
            implements Obstacle {
        public Level {
            failing = List.copyOf(failing);
        }
    }

    /// A gate stays closed.
    record Gate(GateVerdict gate) implements Obstacle {}

    /// A rule between domains holds the overall level.
    record Between(LevelLimit limit, int level) implements Obstacle {}

    /// A score stays too low.
    ///
    /// @param domain null for the total
    /// @param most what can be reached, in [0, 100]
    record Score(@Nullable NodeId domain, double wanted, double most) implements Obstacle {}

    /// A pinned step that is not there to be taken.
    record Pin(Wish wish, Reason reason) implements Obstacle {}

    /// Why a pinned step cannot be taken.
    enum Reason {
        /// It is reached already, or does not apply, or is no step of this model.
        NO_STEP,
        /// It is forbidden as well.
        FORBIDDEN,
        /// Something that must come first cannot be done.
        PREREQUISITE
    }

    /// The budget is too small.
    ///
    /// @param least what the cheapest plan costs without any limit
    /// @param proven whether nothing cheaper exists
    record TooDear(long budget, long least, boolean proven) implements Obstacle {}

    /// The budgets would do together, but no order fits every single period.
    ///
    /// @param dearest the cost of the dearest step of the cheapest plan
    record NoOrder(long least, int dearest) implements Obstacle {}

    /// The target can be reached, but not by so much more.
    ///
    /// @param margin in [0, 1]
    record NoMargin(double margin) implements Obstacle {}

    /// Time ran out before anything was found.
    record OutOfTime() implements Obstacle {}
}
