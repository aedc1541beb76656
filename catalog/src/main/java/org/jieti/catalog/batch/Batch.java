package org.jieti.catalog.batch;

import java.util.List;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// The assessments of many units with all that it takes to score them, checked against each
/// other.
///
/// @param preset null exactly for a model without levels
/// @param assessments in the order of the input; every unit once
public record Batch(
        MaturityModel model,
        WeightSet weights,
        @Nullable Preset preset,
        List<Assessment> assessments) {
    public Batch {
        assessments = List.copyOf(assessments);
    }
}
