package org.jieti.planning.roadmap;

import java.util.List;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Limit;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jspecify.annotations.Nullable;

/// One step up: of a criterion to its next rating, or of a measure past its next limit.
///
/// @param criterion what is raised; of a measure, the first criterion whose limit it passes
/// @param cost in the unit of the costs, at least 1
public record Step(NodeId criterion, Change change, Effort effort, int cost) {

    /// What becomes better.
    public sealed interface Change {}

    /// A criterion on the rating scale.
    ///
    /// @param from null where nothing counts yet
    public record Rated(@Nullable Rating from, Rating to) implements Change {}

    /// A measure past a limit, or the evidence shown that it is.
    ///
    /// @param from the value before; null where none is reported
    /// @param criteria all whose limit it passes
    public record Measured(
            MeasureId measure, @Nullable Double from, Limit to, List<NodeId> criteria)
            implements Change {
        public Measured {
            criteria = List.copyOf(criteria);
        }
    }

    /// How what is reached is called: the id of a rating, or `limit`.
    public String to() {
        return switch (change) {
            case Rated rated -> rated.to().id();
            case Measured _ -> "limit";
        };
    }
}
