package org.jieti.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What one model has, has not, or says differently from another, by id.
///
/// @param sections those parts of the models that differ: the model as a whole first, then the
///     measures, then domain by domain
public record ModelDiff(ModelEdition before, ModelEdition after, List<Section> sections) {
    public ModelDiff {
        sections = List.copyOf(sections);
    }

    /// Where in a model a change stands.
    public sealed interface Part {
        /// The model's own texts, its levels, ratings and presets.
        record Whole() implements Part {}

        record Measures() implements Part {}

        /// One domain, as the later model has it, or the earlier where the later has none.
        record OfDomain(Domain domain) implements Part {}
    }

    /// The changes in one part of the model, in its order; removed ones follow.
    public record Section(Part part, List<Change> changes) {
        public Section {
            changes = List.copyOf(changes);
        }
    }

    /// What can be added, removed or changed.
    public sealed interface Item {
        String id();

        Text name();

        record OfModel(MaturityModel model) implements Item {
            @Override
            public String id() {
                return model.id().toString();
            }

            @Override
            public Text name() {
                return model.name();
            }
        }

        record OfLevel(Level level) implements Item {
            @Override
            public String id() {
                return level.code();
            }

            @Override
            public Text name() {
                return level.name();
            }
        }

        record OfRating(Rating rating) implements Item {
            @Override
            public String id() {
                return rating.id();
            }

            @Override
            public Text name() {
                return rating.name();
            }
        }

        record OfPreset(Preset preset) implements Item {
            @Override
            public String id() {
                return preset.id();
            }

            @Override
            public Text name() {
                return preset.name();
            }
        }

        record OfMeasure(Measure measure) implements Item {
            @Override
            public String id() {
                return measure.id().value();
            }

            @Override
            public Text name() {
                return measure.name();
            }
        }

        record OfNode(Node node) implements Item {
            @Override
            public String id() {
                return node.id().value();
            }

            @Override
            public Text name() {
                return node.name();
            }
        }
    }

    /// One difference.
    public sealed interface Change {
        /// In the later model; with all that is beneath it.
        record Added(Item item) implements Change {}

        /// In the earlier model; with all that is beneath it.
        record Removed(Item item) implements Change {}

        /// In both, under one id.
        record Changed(Item before, Item after, List<FieldChange> fields) implements Change {
            public Changed {
                fields = List.copyOf(fields);
            }
        }
    }

    /// A field whose value differs. Null stands for a field that is absent; not both are.
    public record FieldChange(Fact.Field field, @Nullable Fact before, @Nullable Fact after) {}

    /// Compares two models.
    public static ModelDiff of(ModelEdition before, ModelEdition after) {
        return new Comparer(before, after).compare();
    }

    /// Whether nothing but the ids of the models differs.
    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /// How many nodes, measures and the like were added, whatever is beneath them left out.
    public long added() {
        return count(Change.Added.class::isInstance);
    }

    public long removed() {
        return count(Change.Removed.class::isInstance);
    }

    public long changed() {
        return count(Change.Changed.class::isInstance);
    }

    private long count(Predicate<Change> wanted) {
        return sections.stream()
                .flatMap(section -> section.changes().stream())
                .filter(wanted)
                .count();
    }

    /// The comparison at work.
    private static final class Comparer {
        private final ModelEdition before;
        private final ModelEdition after;
        private final List<Section> sections = new ArrayList<>();

        Comparer(ModelEdition before, ModelEdition after) {
            this.before = before;
            this.after = after;
        }

        ModelDiff compare() {
            MaturityModel old = before.model();
            MaturityModel fresh = after.model();
            List<Change> whole = new ArrayList<>();
            changed(
                    new Item.OfModel(old),
                    new Item.OfModel(fresh),
                    fields(
                            Facts.ofModel(before),
                            Facts.ofModel(after),
                            order(old.domains(), fresh.domains())),
                    whole);
            flat(old.levels(), fresh.levels(), Item.OfLevel::new, Facts::of, whole);
            flat(
                    old.ratings().ratings(),
                    fresh.ratings().ratings(),
                    Item.OfRating::new,
                    Facts::of,
                    whole);
            flat(presets(old), presets(fresh), Item.OfPreset::new, Facts::of, whole);
            section(new Part.Whole(), whole);
            List<Change> measures = new ArrayList<>();
            flat(old.measures(), fresh.measures(), Item.OfMeasure::new, Facts::of, measures);
            section(new Part.Measures(), measures);
            domains(old, fresh);
            return new ModelDiff(before, after, sections);
        }

        private static List<Preset> presets(MaturityModel model) {
            return model.grading() == null ? List.of() : model.grading().presets();
        }

        private void section(Part part, List<Change> changes) {
            if (!changes.isEmpty()) {
                sections.add(new Section(part, changes));
            }
        }

        private void domains(MaturityModel old, MaturityModel fresh) {
            Map<String, Domain> earlier = byId(old.domains(), domain -> domain.id().value());
            for (Domain domain : fresh.domains()) {
                List<Change> changes = new ArrayList<>();
                Domain same = earlier.remove(domain.id().value());
                if (same == null) {
                    changes.add(new Change.Added(new Item.OfNode(domain)));
                } else {
                    node(same, domain, changes);
                }
                section(new Part.OfDomain(domain), changes);
            }
            for (Domain gone : earlier.values()) {
                section(
                        new Part.OfDomain(gone),
                        List.of(new Change.Removed(new Item.OfNode(gone))));
            }
        }

        private void node(Node old, Node fresh, List<Change> changes) {
            changed(
                    new Item.OfNode(old),
                    new Item.OfNode(fresh),
                    fields(
                            Facts.of(before, old),
                            Facts.of(after, fresh),
                            order(old.children(), fresh.children())),
                    changes);
            Map<String, Node> earlier = byId(old.children(), node -> node.id().value());
            for (Node child : fresh.children()) {
                Node same = earlier.remove(child.id().value());
                if (same == null) {
                    changes.add(new Change.Added(new Item.OfNode(child)));
                } else {
                    node(same, child, changes);
                }
            }
            earlier.values()
                    .forEach(gone -> changes.add(new Change.Removed(new Item.OfNode(gone))));
        }

        /// What a kind of item states.
        private interface Stating<T> {
            Map<Fact.Field, Fact> of(ModelEdition edition, T value);
        }

        private <T> void flat(
                List<T> old,
                List<T> fresh,
                Function<T, Item> item,
                Stating<T> facts,
                List<Change> changes) {
            Map<String, T> earlier = byId(old, value -> item.apply(value).id());
            for (T value : fresh) {
                T same = earlier.remove(item.apply(value).id());
                if (same == null) {
                    changes.add(new Change.Added(item.apply(value)));
                } else {
                    changed(
                            item.apply(same),
                            item.apply(value),
                            fields(facts.of(before, same), facts.of(after, value), List.of()),
                            changes);
                }
            }
            earlier.values().forEach(gone -> changes.add(new Change.Removed(item.apply(gone))));
        }

        private static void changed(
                Item old, Item fresh, List<FieldChange> fields, List<Change> changes) {
            if (!fields.isEmpty()) {
                changes.add(new Change.Changed(old, fresh, fields));
            }
        }

        private static List<FieldChange> fields(
                Map<Fact.Field, Fact> old, Map<Fact.Field, Fact> fresh, List<FieldChange> more) {
            Set<Fact.Field> names = new LinkedHashSet<>(fresh.keySet());
            names.addAll(old.keySet());
            List<FieldChange> fields = new ArrayList<>();
            for (Fact.Field name : names) {
                Fact was = old.get(name);
                Fact is = fresh.get(name);
                if (was == null || !was.equals(is)) {
                    fields.add(new FieldChange(name, was, is));
                }
            }
            fields.addAll(more);
            return fields;
        }

        /// The order of the children that both have, where it differs.
        private static List<FieldChange> order(
                List<? extends Node> old, List<? extends Node> fresh) {
            List<String> was = ids(old);
            List<String> is = ids(fresh);
            was.retainAll(new LinkedHashSet<>(ids(fresh)));
            is.retainAll(new LinkedHashSet<>(ids(old)));
            return was.equals(is)
                    ? List.of()
                    : List.of(
                            new FieldChange(
                                    new Fact.Field("order", ""),
                                    new Fact.Codes(was),
                                    new Fact.Codes(is)));
        }

        private static List<String> ids(Collection<? extends Node> nodes) {
            List<String> ids = new ArrayList<>();
            nodes.forEach(node -> ids.add(node.id().value()));
            return ids;
        }

        private static <T> Map<String, T> byId(List<? extends T> values, Function<T, String> id) {
            Map<String, T> byId = new LinkedHashMap<>();
            values.forEach(value -> byId.put(id.apply(value), value));
            return byId;
        }
    }
}
