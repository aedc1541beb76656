package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.CrosswalkRules;
import org.jieti.core.crosswalk.Equivalence;
import org.jieti.core.crosswalk.Implication;
import org.jieti.core.crosswalk.Link;
import org.jieti.core.crosswalk.LinkStanding;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.model.Violation;
import org.jspecify.annotations.Nullable;

/// The format of a crosswalk.
public final class CrosswalkFormat {
    private static final Set<String> KEYS = Set.of("models", "basis", "links");
    private static final Set<String> LINK_KEYS =
            Set.of("id", "about", "why", "standing", "criteria", "from", "to", "gives");
    private static final Set<String> ONE_WAY = Set.of("from", "to", "gives");

    private final Findings findings;
    private final Map<String, ModelId> models = new LinkedHashMap<>();
    private final Map<ModelId, Location> modelPlaces = new HashMap<>();
    private final Map<String, Location> places = new HashMap<>();

    private CrosswalkFormat(Findings findings) {
        this.findings = findings;
    }

    /// Where the models come from that a crosswalk compares.
    public interface Models {
        /// The model of that id; null, with a finding, if it is not at hand or not sound.
        @Nullable MaturityModel model(ModelId id, Location askedAt, Findings findings);
    }

    /// Checks a crosswalk against the models that it compares. Null when it is refused.
    public static @Nullable Crosswalk checked(Value root, Models source, Findings findings) {
        CrosswalkFormat format = new CrosswalkFormat(findings);
        Crosswalk crosswalk = format.read(root);
        if (crosswalk == null) {
            return null;
        }
        List<MaturityModel> models = new ArrayList<>();
        for (ModelId id : crosswalk.models()) {
            Location at = format.modelPlaces.getOrDefault(id, root.at());
            Findings ofModel = new Findings();
            MaturityModel model = source.model(id, at, ofModel);
            findings.addAll(ofModel);
            if (model != null) {
                models.add(model);
            }
        }
        for (Violation violation : CrosswalkRules.check(crosswalk, models)) {
            findings.error(
                    format.places.getOrDefault(violation.subject(), root.at()),
                    violation.rule(),
                    violation.arguments().toArray());
        }
        return findings.hasErrors() ? null : crosswalk;
    }

    /// Reads a crosswalk that was checked when the distribution was made.
    public static Crosswalk trusted(Value root) {
        Findings findings = new Findings();
        Crosswalk crosswalk = new CrosswalkFormat(findings).read(root);
        if (crosswalk == null || findings.hasErrors()) {
            throw new IllegalStateException("The built crosswalk is broken: " + findings.sorted());
        }
        return crosswalk;
    }

    private @Nullable Crosswalk read(Value root) {
        Fields fields = Fields.of(root, "", KEYS, findings);
        if (fields == null) {
            return null;
        }
        items(fields.required("models"), "models").forEach(this::model);
        Text basis = fields.bilingual("basis");
        List<Link> links = new ArrayList<>();
        for (Value item : items(fields.required("links"), "links")) {
            Link link = link(item);
            if (link != null) {
                links.add(link);
            }
        }
        // What can still be found wrong is found on a stand-in.
        Text stated = basis == null ? new Text("-", "-") : basis;
        return new Crosswalk(List.copyOf(models.values()), stated, links);
    }

    private List<Value> items(@Nullable Value value, String key) {
        if (value instanceof Value.Sequence sequence) {
            return sequence.items();
        }
        if (value != null) {
            findings.error(value.at(), "file.type.list", key, Fields.written(value));
        }
        return List.of();
    }

    private void model(Value value) {
        ModelId id = ModelReference.parsed(value);
        if (id == null) {
            findings.error(value.at(), "file.model.form", Fields.written(value));
            return;
        }
        ModelId earlier = models.putIfAbsent(id.name(), id);
        if (earlier == null) {
            modelPlaces.put(id, value.at());
        } else {
            findings.error(value.at(), "crosswalk.model.twice", id.name(), earlier);
        }
    }

    private @Nullable Link link(Value value) {
        Fields fields = Fields.of(value, "links", LINK_KEYS, findings);
        if (fields == null) {
            return null;
        }
        String id = fields.text("id");
        String link = id == null ? "" : id;
        Text about = fields.bilingual("about");
        Text why = fields.bilingual("why");
        LinkStanding standing = standing(fields);
        if (id != null) {
            places.put(id, value.at());
        }
        if (ONE_WAY.stream().noneMatch(fields::has)) {
            Map<ModelId, List<NodeId>> criteria = byModel(link, fields, "criteria");
            return id == null || about == null || why == null
                    ? null
                    : new Equivalence(id, about, why, standing, criteria);
        }
        if (fields.has("criteria")) {
            findings.error(Tree.at(fields.mapping(), "criteria").at(), "crosswalk.link.both", link);
        }
        Map.Entry<ModelId, List<NodeId>> from = oneModel(link, fields, "from");
        Map.Entry<ModelId, List<NodeId>> to = oneModel(link, fields, "to");
        Map<String, String> gives = gives(link, fields);
        return id == null
                        || about == null
                        || why == null
                        || from == null
                        || to == null
                        || gives == null
                ? null
                : new Implication(
                        id,
                        about,
                        why,
                        standing,
                        from.getKey(),
                        from.getValue(),
                        to.getKey(),
                        to.getValue(),
                        gives);
    }

    /// The weaker one stands in where none is stated, so that the link is looked at all the same.
    private LinkStanding standing(Fields fields) {
        String word = fields.word("standing");
        if (word == null) {
            return LinkStanding.JUDGED;
        }
        for (LinkStanding standing : LinkStanding.values()) {
            if (standing.name().toLowerCase(Locale.ROOT).equals(word)) {
                return standing;
            }
        }
        findings.error(Tree.at(fields.mapping(), "standing").at(), "crosswalk.link.standing", word);
        return LinkStanding.JUDGED;
    }

    private Map<ModelId, List<NodeId>> byModel(String link, Fields fields, String key) {
        Value criteria = fields.required(key);
        Map<ModelId, List<NodeId>> byModel = new LinkedHashMap<>();
        if (criteria instanceof Value.Mapping mapping) {
            mapping.entries().forEach((name, entry) -> criteria(link, name, entry, byModel));
        } else if (criteria != null) {
            findings.error(criteria.at(), "file.type.mapping", key);
        }
        return byModel;
    }

    /// One side of a link that holds one way: the criteria of one model.
    private Map.@Nullable Entry<ModelId, List<NodeId>> oneModel(
            String link, Fields fields, String key) {
        Map<ModelId, List<NodeId>> byModel = byModel(link, fields, key);
        if (fields.mapping().value(key) instanceof Value.Mapping mapping
                && mapping.entries().size() != 1) {
            findings.error(mapping.at(), "crosswalk.link.side", key, link);
        }
        return byModel.size() == 1 ? byModel.entrySet().iterator().next() : null;
    }

    private @Nullable Map<String, String> gives(String link, Fields fields) {
        Value value = fields.required("gives");
        if (!(value instanceof Value.Mapping mapping)) {
            if (value != null) {
                findings.error(value.at(), "file.type.mapping", "gives");
            }
            return null;
        }
        places.put(CrosswalkRules.gives(link), mapping.at());
        Map<String, String> gives = new LinkedHashMap<>();
        mapping.entries()
                .forEach(
                        (reached, entry) -> {
                            if (entry.value() instanceof Value.Scalar shown) {
                                gives.put(reached, shown.text());
                            } else {
                                findings.error(
                                        entry.value().at(),
                                        "file.type.text",
                                        reached,
                                        Fields.written(entry.value()));
                            }
                        });
        return gives.size() == mapping.entries().size() ? gives : null;
    }

    private void criteria(
            String link, String name, Value.Entry entry, Map<ModelId, List<NodeId>> byModel) {
        ModelId model = models.get(name);
        if (model == null) {
            String known = models.keySet().stream().collect(Collectors.joining(", "));
            findings.error(entry.keyAt(), "crosswalk.link.model", name, known);
            return;
        }
        List<NodeId> ids = new ArrayList<>();
        for (Value item : items(entry.value(), name)) {
            if (item instanceof Value.Scalar written && NodeId.isValid(written.text())) {
                NodeId id = new NodeId(written.text());
                ids.add(id);
                places.put(CrosswalkRules.subject(link, model, id), item.at());
            } else {
                findings.error(
                        item.at(), "crosswalk.criterion.unknown", Fields.written(item), model);
            }
        }
        byModel.put(model, ids);
    }
}
