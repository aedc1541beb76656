package org.jieti.core.model;

import java.util.Map;

/// A model with what assessors read beside each of its criteria: all that a new version can
/// change.
public record ModelEdition(MaturityModel model, Map<NodeId, Guidance> guidance) {
    public ModelEdition {
        guidance = Map.copyOf(guidance);
    }
}
