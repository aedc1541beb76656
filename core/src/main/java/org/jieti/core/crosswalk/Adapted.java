package org.jieti.core.crosswalk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// Puts a local variant in the place of the model that it extends.
///
/// A criterion asks for the same thing where question, anchors, evidence, kind and what it measures
/// are the same. That it was made mandatory, or weighs more, changes nothing of what it asks.
final class Adapted {
    private final ModelId base;
    private final ModelId variant;
    private final Set<NodeId> same;

    private Adapted(ModelId base, ModelId variant, Set<NodeId> same) {
        this.base = base;
        this.variant = variant;
        this.same = same;
    }

    static Crosswalk of(Crosswalk crosswalk, ModelEdition base, ModelEdition variant) {
        Adapted adapted = new Adapted(base.model().id(), variant.model().id(), same(base, variant));
        List<Link> links = new ArrayList<>();
        for (Link link : crosswalk.links()) {
            Link kept =
                    switch (link) {
                        case Equivalence equivalence -> adapted.adapted(equivalence);
                        case Implication implication -> adapted.adapted(implication);
                    };
            if (kept != null) {
                links.add(kept);
            }
        }
        return new Crosswalk(
                crosswalk.models().stream().map(adapted::named).toList(), crosswalk.basis(), links);
    }

    /// The criteria that ask for the same thing in both; none where the ratings differ.
    private static Set<NodeId> same(ModelEdition base, ModelEdition variant) {
        Set<NodeId> same = new HashSet<>();
        if (!base.model().ratings().equals(variant.model().ratings())) {
            return same;
        }
        for (Criterion criterion : variant.model().criteria()) {
            Node before = base.model().find(criterion.id());
            if (before instanceof Criterion original
                    && original.kind() == criterion.kind()
                    && Objects.equals(original.reading(), criterion.reading())
                    && Objects.equals(
                            measure(base.model(), original), measure(variant.model(), criterion))
                    && Objects.equals(
                            base.guidance().get(criterion.id()),
                            variant.guidance().get(criterion.id()))) {
                same.add(criterion.id());
            }
        }
        return same;
    }

    private static @Nullable Measure measure(MaturityModel model, Criterion criterion) {
        return criterion.reading() == null
                ? null
                : model.findMeasure(criterion.reading().measure());
    }

    private ModelId named(ModelId id) {
        return id.equals(base) ? variant : id;
    }

    private @Nullable Link adapted(Equivalence link) {
        Map<ModelId, List<NodeId>> criteria = new LinkedHashMap<>();
        link.criteria()
                .forEach(
                        (model, ids) -> {
                            if (!model.equals(base) || same.containsAll(ids)) {
                                criteria.put(named(model), ids);
                            }
                        });
        return criteria.size() < 2
                ? null
                : new Equivalence(link.id(), link.about(), link.why(), link.standing(), criteria);
    }

    private @Nullable Link adapted(Implication link) {
        List<NodeId> implied =
                link.to().equals(base)
                        ? link.implied().stream().filter(same::contains).toList()
                        : link.implied();
        return implied.isEmpty()
                        || (link.from().equals(base) && !same.containsAll(link.demanding()))
                ? null
                : new Implication(
                        link.id(),
                        link.about(),
                        link.why(),
                        link.standing(),
                        named(link.from()),
                        link.demanding(),
                        named(link.to()),
                        implied,
                        link.gives());
    }
}
