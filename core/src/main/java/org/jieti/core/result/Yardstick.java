package org.jieti.core.result;

import java.util.List;
import java.util.function.Consumer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.Grading;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightRules;
import org.jieti.core.model.WeightSet;
import org.jieti.core.scoring.AssessmentRules;
import org.jspecify.annotations.Nullable;

/// What assessments are scored by: a model, and a weight set and a preset that fit it. Only
/// [#of] makes one, so who holds one need not check it again.
public final class Yardstick {
    private final MaturityModel model;
    private final WeightSet weights;
    private final @Nullable Preset preset;

    private Yardstick(MaturityModel model, WeightSet weights, @Nullable Preset preset) {
        this.model = model;
        this.weights = weights;
        this.preset = preset;
    }

    /// Brings together what fits.
    ///
    /// @param preset null exactly for a model without levels
    /// @throws IllegalArgumentException if the weight set breaks any of [WeightRules], or the
    ///     preset is missing or out of place
    public static Yardstick of(MaturityModel model, WeightSet weights, @Nullable Preset preset) {
        if ((model.grading() == null) != (preset == null)) {
            throw new IllegalArgumentException(
                    "Preset %s does not go with model %s.".formatted(preset, model.id()));
        }
        List<Violation> violations = WeightRules.check(model, weights);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("The weight set breaks rules: " + violations);
        }
        return new Yardstick(model, weights, preset);
    }

    /// Brings together what fits, with the model's default preset.
    ///
    /// @throws IllegalArgumentException if the weight set breaks any of [WeightRules]
    public static Yardstick of(MaturityModel model, WeightSet weights) {
        Grading grading = model.grading();
        return of(model, weights, grading == null ? null : grading.defaultPreset());
    }

    public MaturityModel model() {
        return model;
    }

    public WeightSet weights() {
        return weights;
    }

    /// Null exactly for a model without levels.
    public @Nullable Preset preset() {
        return preset;
    }

    /// The assessment as something to score; null if it breaks any of [AssessmentRules].
    ///
    /// @param broken takes each violation
    public @Nullable ScoringInput accept(Assessment assessment, Consumer<Violation> broken) {
        List<Violation> violations = AssessmentRules.check(model, weights, assessment);
        violations.forEach(broken);
        return violations.isEmpty() ? new ScoringInput(this, assessment) : null;
    }
}
