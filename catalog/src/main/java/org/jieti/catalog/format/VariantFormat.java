package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.ModelId;
import org.jspecify.annotations.Nullable;

/// The format of a local variant: a model that extends another by changes to its nodes.
///
/// What a change touches takes the place of the change, so that whatever is then wrong with the
/// model is found where the variant says it.
public final class VariantFormat {
    private static final List<String> CHILDREN =
            List.of("domains", "measures", "indicators", "ladders", "criteria");

    /// Fields that hold one value a key; a change names only the keys it changes.
    private static final Set<String> KEYED = Set.of("anchors", "statements", "bands");

    private final Findings findings;
    private Value.Mapping model;

    private VariantFormat(Value.Mapping base, Findings findings) {
        this.model = base;
        this.findings = findings;
    }

    /// The model that a variant extends; null, with a finding, if it does not say so soundly.
    public static @Nullable ModelId extendedBy(Value root, Findings findings) {
        Findings own = new Findings();
        Schemas.check(root, Schemas.MODEL_VARIANT, own);
        findings.addAll(own.sorted());
        if (own.hasErrors()) {
            return null;
        }
        Value.Mapping variant = Tree.mapping(root);
        if (Tree.string(variant, "extends").equals(Tree.string(variant, "model"))) {
            findings.error(
                    Tree.at(variant, "model").at(), "variant.self", Tree.string(variant, "model"));
            return null;
        }
        return ModelId.parse(Tree.string(variant, "extends"));
    }

    /// Carries the changes of a variant out. What comes of them is not yet checked as a model.
    ///
    /// @param root a variant for which [#extendedBy] gave the base
    /// @param base the extended model, with every domain in place
    public static Value applied(Value root, Value base, Findings findings) {
        Value.Mapping variant = Tree.mapping(root);
        VariantFormat format = new VariantFormat(Tree.mapping(base), findings);
        format.head(variant);
        Tree.mappings(variant, "changes").forEach(format::change);
        return format.model;
    }

    /// The place of a variant to which a finding belongs that no single change explains: the
    /// first replacement of a rule that holds for all nodes, or else the model it extends.
    public static Location widest(Value root) {
        Value.Mapping variant = Tree.mapping(root);
        for (Value.Mapping change : Tree.mappings(variant, "changes")) {
            if (change.value("replace") != null) {
                return Tree.at(change, "replace").at();
            }
        }
        return Tree.at(variant, "extends").at();
    }

    private void head(Value.Mapping variant) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (String key : List.of("model", "extends", "name", "summary", "disclaimer")) {
            Value.Entry own = variant.entries().get(key);
            Value.Entry entry = own == null ? model.entries().get(key) : own;
            if (entry != null) {
                entries.put(key, entry);
            }
        }
        model.entries().forEach(entries::putIfAbsent);
        entries.put("changed", changed(variant));
        model = new Value.Mapping(variant.at(), entries);
    }

    /// The changes in short, by what they do, as results show them.
    private static Value.Entry changed(Value.Mapping variant) {
        Location at = Tree.at(variant, "changes").at();
        Map<String, List<Value>> byKind = new LinkedHashMap<>();
        for (Value.Mapping change : Tree.mappings(variant, "changes")) {
            Value what = at(change);
            List<Value> same = byKind.computeIfAbsent(kind(change), _ -> new ArrayList<>());
            if (same.stream().noneMatch(each -> Tree.string(each).equals(Tree.string(what)))) {
                same.add(what);
            }
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        byKind.forEach(
                (kind, items) ->
                        entries.put(kind, new Value.Entry(at, new Value.Sequence(at, items))));
        return new Value.Entry(at, new Value.Mapping(at, entries));
    }

    private static String kind(Value.Mapping change) {
        if (change.value("set") != null) {
            return "set";
        }
        if (change.value("remove") != null) {
            return "removed";
        }
        return change.value("add") != null ? "added" : "replaced";
    }

    private static Value.Scalar at(Value.Mapping change) {
        for (String key : List.of("set", "remove", "replace")) {
            if (change.value(key) != null) {
                return word(Tree.string(change, key), Tree.at(change, key).at());
            }
        }
        Value.Mapping added = Tree.mapping(change, "as");
        String id = Tree.optionalString(added, "id");
        return word(id == null ? Tree.string(change, "add") : id, added.at());
    }

    private static Value.Scalar word(String text, Location at) {
        return new Value.Scalar(at, text, Value.Type.TEXT);
    }

    private void change(Value.Mapping change) {
        if (change.value("set") != null) {
            Value id = Tree.at(change, "set");
            Value.Mapping to = Tree.mapping(change, "to");
            replaceNode(id, node -> set(node, to, id.at()));
        } else if (change.value("remove") != null) {
            Value id = Tree.at(change, "remove");
            replaceNode(id, _ -> null);
        } else if (change.value("add") != null) {
            add(change);
        } else {
            Value what = Tree.at(change, "replace");
            model =
                    with(
                            model,
                            Tree.string(what),
                            new Value.Entry(what.at(), Tree.at(change, "with")));
        }
    }

    private Value.Mapping set(Value.Mapping node, Value.Mapping to, Location at) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>(node.entries());
        to.entries()
                .forEach(
                        (key, entry) -> {
                            if (key.equals("id") || CHILDREN.contains(key)) {
                                findings.error(entry.keyAt(), "variant.set.field", key);
                            } else {
                                put(entries, key, entry);
                            }
                        });
        return relocated(new Value.Mapping(node.at(), entries), at);
    }

    private static void put(Map<String, Value.Entry> entries, String key, Value.Entry entry) {
        Value.Entry old = entries.get(key);
        if (isNull(entry.value())) {
            entries.remove(key);
        } else if (KEYED.contains(key)
                && old != null
                && old.value() instanceof Value.Mapping was
                && entry.value() instanceof Value.Mapping is) {
            Map<String, Value.Entry> merged = new LinkedHashMap<>(was.entries());
            is.entries().forEach((inner, each) -> put(merged, inner, each));
            entries.put(key, new Value.Entry(entry.keyAt(), new Value.Mapping(is.at(), merged)));
        } else {
            entries.put(key, entry);
        }
    }

    private static boolean isNull(Value value) {
        return value instanceof Value.Scalar scalar && scalar.type() == Value.Type.NULL;
    }

    private void add(Value.Mapping change) {
        Value what = Tree.at(change, "add");
        String kind = Tree.string(what);
        Value.Mapping added = Tree.mapping(change, "as");
        String key = kind.equals("criterion") ? "criteria" : kind + "s";
        String id = Tree.optionalString(added, "id");
        if (id != null && find(model, id) != null) {
            findings.error(Tree.at(added, "id").at(), "variant.add.exists", id);
            return;
        }
        Value under = change.value("under");
        if (kind.equals("domain") != (under == null)) {
            findings.error(
                    under == null ? what.at() : under.at(),
                    under == null ? "variant.add.nowhere" : "variant.add.domain",
                    kind);
            return;
        }
        if (under == null) {
            model = appended(model, key, added, what.at());
            return;
        }
        replaceNode(
                under,
                parent -> {
                    if (!mayHold(parent, key)) {
                        findings.error(under.at(), "variant.add.parent", kind, Tree.string(under));
                        return parent;
                    }
                    return relocated(appended(parent, key, added, what.at()), under.at());
                });
    }

    /// Whether a node has, or may have, children under a key.
    private static boolean mayHold(Value.Mapping parent, String key) {
        return parent.value(key) != null
                || (key.equals("measures") && parent.value("covers") != null);
    }

    private Value.Mapping appended(
            Value.Mapping parent, String key, Value.Mapping added, Location at) {
        List<Value> items = new ArrayList<>();
        Tree.items(parent, key).forEach(item -> items.add(relocated(Tree.mapping(item), at)));
        int place = items.size();
        while (place > 0 && levelOf(items.get(place - 1)) > levelOf(added)) {
            place--;
        }
        items.add(place, added);
        return with(parent, key, new Value.Entry(at, new Value.Sequence(at, items)));
    }

    /// The place of a criterion's level among those of the model; −1 for what has none.
    private int levelOf(Value node) {
        String code = Tree.optionalString(Tree.mapping(node), "level");
        return Tree.mappings(model, "levels").stream()
                .map(level -> Tree.string(level, "code"))
                .toList()
                .indexOf(code);
    }

    /// What becomes of a node; null takes it away.
    private interface Edit {
        Value.@Nullable Mapping of(Value.Mapping node);
    }

    private void replaceNode(Value id, Edit edit) {
        String wanted = Tree.string(id);
        if (find(model, wanted) == null) {
            findings.error(id.at(), "variant.node.unknown", wanted, Tree.string(model, "extends"));
            return;
        }
        model = edited(model, wanted, id.at(), edit);
    }

    private static Value.@Nullable Mapping find(Value.Mapping node, String id) {
        for (String key : CHILDREN) {
            for (Value item : Tree.items(node, key)) {
                if (item instanceof Value.Mapping child) {
                    if (id.equals(Tree.optionalString(child, "id"))) {
                        return child;
                    }
                    Value.Mapping beneath = find(child, id);
                    if (beneath != null) {
                        return beneath;
                    }
                }
            }
        }
        return null;
    }

    private static Value.Mapping edited(Value.Mapping node, String id, Location at, Edit edit) {
        Value.Mapping result = node;
        for (String key : CHILDREN) {
            if (!(node.value(key) instanceof Value.Sequence children)) {
                continue;
            }
            List<Value> items = new ArrayList<>();
            boolean removed = false;
            for (Value item : children.items()) {
                Value.Mapping child = Tree.mapping(item);
                if (!id.equals(Tree.optionalString(child, "id"))) {
                    items.add(edited(child, id, at, edit));
                    continue;
                }
                Value.Mapping edition = edit.of(child);
                if (edition == null) {
                    removed = true;
                } else {
                    items.add(edition);
                }
            }
            if (removed) {
                items.replaceAll(item -> relocated(Tree.mapping(item), at));
                result = relocated(result, at);
            }
            Value.Entry old = result.entries().get(key);
            Location keyAt = old == null ? at : old.keyAt();
            Location childrenAt = removed ? at : children.at();
            result =
                    with(
                            result,
                            key,
                            new Value.Entry(keyAt, new Value.Sequence(childrenAt, items)));
        }
        return result;
    }

    /// The node as if it were written, with its id, at another place.
    private static Value.Mapping relocated(Value.Mapping node, Location at) {
        Value id = node.value("id");
        Value.Mapping moved = new Value.Mapping(at, node.entries());
        return id instanceof Value.Scalar scalar
                ? with(
                        moved,
                        "id",
                        new Value.Entry(at, new Value.Scalar(at, scalar.text(), scalar.type())))
                : moved;
    }

    private static Value.Mapping with(Value.Mapping mapping, String key, Value.Entry entry) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.put(key, entry);
        return new Value.Mapping(mapping.at(), entries);
    }
}
