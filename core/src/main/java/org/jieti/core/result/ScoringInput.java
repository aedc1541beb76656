package org.jieti.core.result;

import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// An assessment with all that it takes to score it. Only [Yardstick#accept] makes one, so what
/// is in it keeps every rule.
public final class ScoringInput {
    private final Yardstick yardstick;
    private final Assessment assessment;

    ScoringInput(Yardstick yardstick, Assessment assessment) {
        this.yardstick = yardstick;
        this.assessment = assessment;
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

    public Assessment assessment() {
        return assessment;
    }
}
