package org.jieti.server.models;

import java.util.Map;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;

/// A model version that is published, with what assessors read beside its criteria.
///
/// @param id as in `dgimm@2021.1`
/// @param sha256 of its content
public record PublishedModel(
        String id, String sha256, MaturityModel model, Map<NodeId, Guidance> guidance) {
    public PublishedModel {
        guidance = Map.copyOf(guidance);
    }
}
