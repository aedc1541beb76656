package org.jieti.core.crosswalk;

import java.util.List;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;

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

    /// The crosswalk with a local variant in the place of the model that it extends. Links hold for
    /// the variant where all that they rest on is asked there in the same words; the others are
    /// left out.
    public Crosswalk with(ModelEdition base, ModelEdition variant) {
        return Adapted.of(this, base, variant);
    }

    /// The links by which an answer to a criterion may follow from another model. As
    /// [CrosswalkRules] sees to, this is one equivalence, or any number of implications, or
    /// nothing.
    public List<Link> links(ModelId target, NodeId criterion, ModelId source) {
        return links.stream()
                .filter(link -> !link.answering(target, criterion, source).isEmpty())
                .toList();
    }
}
