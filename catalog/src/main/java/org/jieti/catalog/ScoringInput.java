package org.jieti.catalog;

import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// An assessment with all that it takes to score it, checked against each other.
///
/// @param preset null exactly for a model without levels
public record ScoringInput(
        MaturityModel model, WeightSet weights, @Nullable Preset preset, Assessment assessment) {}
