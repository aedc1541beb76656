package org.jieti.core.crosswalk;

import java.util.List;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;

/// 模型对照: which criteria of several models ask for the same thing.
///
/// @param models the versions that are compared, one of each model
/// @param basis whose reading this is, and how far it can be relied on
public record Crosswalk(List<ModelId> models, Text basis, List<Link> links) {
    public Crosswalk {
        models = List.copyOf(models);
        links = List.copyOf(links);
    }

    /// True where both versions are among those compared.
    public boolean compares(ModelId one, ModelId other) {
        return models.contains(one) && models.contains(other);
    }

    /// The link from a criterion of one model to another model; null if there is none. There is
    /// at most one, as [CrosswalkRules] sees to.
    public @Nullable Link link(ModelId model, NodeId criterion, ModelId other) {
        for (Link link : links) {
            if (link.of(model).contains(criterion) && !link.of(other).isEmpty()) {
                return link;
            }
        }
        return null;
    }
}
