package org.jieti.core.crosswalk;

import java.util.List;
import java.util.Map;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;

/// 双向对照: subject, scope and what is verified agree, so that the same evidence answers the
/// criteria of every model. Where a model has several, they ask for it together.
///
/// @param criteria by model, in the order of the file
public record Equivalence(
        String id, Text about, Text why, LinkStanding standing, Map<ModelId, List<NodeId>> criteria)
        implements Link {
    public Equivalence {
        criteria = Link.copy(criteria);
    }

    @Override
    public List<NodeId> answering(ModelId target, NodeId criterion, ModelId source) {
        return !source.equals(target) && of(target).contains(criterion) ? of(source) : List.of();
    }
}
