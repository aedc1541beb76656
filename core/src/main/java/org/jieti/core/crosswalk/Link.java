package org.jieti.core.crosswalk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;

/// 对照项: criteria of different models that ask for the same thing, and which way answers follow.
public sealed interface Link permits Equivalence, Implication {
    String id();

    /// What all of the criteria ask for.
    Text about();

    /// Why an answer follows, and what an assessor still looks at.
    Text why();

    LinkStanding standing();

    /// The criteria by model, in the order of the file.
    Map<ModelId, List<NodeId>> criteria();

    /// The criteria of a model from which an answer to a criterion of another model follows; empty
    /// where none does.
    List<NodeId> answering(ModelId target, NodeId criterion, ModelId source);

    /// The criteria of a model; empty if the link has none of it.
    default List<NodeId> of(ModelId model) {
        return criteria().getOrDefault(model, List.of());
    }

    /// A copy that keeps the order and cannot be changed.
    static Map<ModelId, List<NodeId>> copy(Map<ModelId, List<NodeId>> criteria) {
        Map<ModelId, List<NodeId>> copy = new LinkedHashMap<>();
        criteria.forEach((model, ids) -> copy.put(model, List.copyOf(ids)));
        return Collections.unmodifiableMap(copy);
    }
}
