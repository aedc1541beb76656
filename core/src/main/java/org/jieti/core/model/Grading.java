package org.jieti.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a model awards levels.
///
/// @param presets the rules on offer; the first is the default
/// @param satisfied the fulfilment from which a criterion counts as satisfied, in [0, 1]
/// @param spread how many levels the overall level may stand above the lowest domain level
/// @param overall whether the domains come to one level, or stay a profile
public record Grading(List<Preset> presets, double satisfied, int spread, Overall overall) {

    /// A grading that comes to one overall level.
    public Grading(List<Preset> presets, double satisfied, int spread) {
        this(presets, satisfied, spread, Overall.GRADED);
    }

    public Grading {
        presets = List.copyOf(presets);
        if (presets.isEmpty()) {
            throw new IllegalArgumentException("Grading needs at least one preset.");
        }
    }

    public @Nullable Preset find(String id) {
        for (Preset preset : presets) {
            if (preset.id().equals(id)) {
                return preset;
            }
        }
        return null;
    }

    public Preset defaultPreset() {
        return presets.getFirst();
    }
}
