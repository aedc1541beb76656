package org.jieti.catalog;

import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jspecify.annotations.Nullable;

/// A model with what it is to be scored by, checked against each other.
///
/// @param preset null exactly for a model without levels
public record Yardstick(MaturityModel model, WeightSet weights, @Nullable Preset preset) {}
