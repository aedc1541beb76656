package org.jieti.core.crosswalk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;

/// Criteria of different models that ask for the same thing, so that the same evidence answers all
/// of them. Where a model has several, they ask for it together.
///
/// @param about what they ask for
/// @param criteria by model, in the order of the file
public record Link(String id, Text about, Map<ModelId, List<NodeId>> criteria) {
    public Link {
        Map<ModelId, List<NodeId>> copy = new LinkedHashMap<>();
        criteria.forEach((model, ids) -> copy.put(model, List.copyOf(ids)));
        criteria = Collections.unmodifiableMap(copy);
    }

    /// The criteria of a model; empty if the link has none of it.
    public List<NodeId> of(ModelId model) {
        return criteria.getOrDefault(model, List.of());
    }
}
