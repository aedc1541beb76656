package org.jieti.catalog.batch;

import java.util.List;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jspecify.annotations.Nullable;

/// The assessments of many units with all that it takes to score them.
///
/// @param inputs in the order of the input; every unit once
public record Batch(Yardstick yardstick, List<ScoringInput> inputs) {
    public Batch {
        inputs = List.copyOf(inputs);
    }

    public MaturityModel model() {
        return yardstick.model();
    }

    public WeightSet weights() {
        return yardstick.weights();
    }

    /// Null exactly for a model without levels.
    public @Nullable Preset preset() {
        return yardstick.preset();
    }

    public List<Assessment> assessments() {
        return inputs.stream().map(ScoringInput::assessment).toList();
    }
}
