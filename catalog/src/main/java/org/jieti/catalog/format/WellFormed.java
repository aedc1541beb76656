package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// What of a model has the right form, so that its meaning is checked though other parts do not.
///
/// A part whose form is wrong is left out together with all that its meaning bears on: a criterion
/// with its whole ladder. What bears on nothing, such as a name, gets a stand-in. So whatever is
/// then found wrong is wrong by itself, but for a few rules that look far; [#mayFollow] tells them.
final class WellFormed {
    /// Fields of any node without which its meaning stands.
    private static final Set<String> WORDS = Set.of("name", "asks", "covers");

    private static final Set<String> UNREAD = Set.of("question", "evidence");

    private static final Set<String> OPTIONAL =
            Set.of("alsoCalled", "statements", "start", "standing", "source", "anchors");

    private final Location at;
    private final Map<String, Value.Entry> model;
    private final Faults faults;
    private final Set<String> lostMeasures = new HashSet<>();
    private boolean anyMeasureLost;

    private WellFormed(Value.Mapping root, Faults faults) {
        this.at = root.at();
        this.model = new LinkedHashMap<>(root.entries());
        this.faults = faults;
    }

    /// The part of a model that is well formed; null if too little is to check anything.
    static @Nullable WellFormed of(Value root, Faults faults) {
        if (!(root instanceof Value.Mapping mapping)
                || faults.here()
                || !faults.at("levels").isEmpty()
                || faults.at("domains").here()) {
            return null;
        }
        WellFormed part = new WellFormed(mapping, faults);
        part.head();
        List<Value> domains = part.items(mapping, "domains", faults, part::domain);
        part.put("domains", new Value.Sequence(part.at, domains));
        return domains.isEmpty() ? null : part;
    }

    Value.Mapping model() {
        return new Value.Mapping(at, model);
    }

    /// Whether a finding may be due only to what was left out.
    boolean mayFollow(Finding finding) {
        return switch (finding.rule()) {
            case "model.anchor.unknown", "model.anchor.missing" -> !faults.at("ratings").isEmpty();
            case "model.band.credit" -> !faults.at("grading").isEmpty();
            case "model.measure.unknown", "model.band.unknown" ->
                    anyMeasureLost || lostMeasures.contains(finding.arguments().get(1).toString());
            default -> false;
        };
    }

    private void head() {
        for (String key : List.of("name", "summary", "disclaimer")) {
            replace(key, words());
        }
        replace("model", text("unread@0"));
        if (!faults.at("extends").isEmpty()) {
            model.remove("extends");
        }
        Value.Mapping best = rating("met", "1");
        replace("ratings", new Value.Sequence(at, List.of(best, rating("unmet", "0"))));
        replace("notApplicable", mapping("cap", number("1")));
        replace("efforts", new Value.Mapping(at, Map.of()));
        Value.Mapping preset =
                mapping("id", text("staged"), "rule", text("staged"), "name", words());
        replace(
                "grading",
                mapping(
                        "satisfied",
                        number("1"),
                        "spread",
                        number("0"),
                        "presets",
                        new Value.Sequence(at, List.of(preset))));
    }

    private void replace(String key, Value standIn) {
        if (!faults.at(key).isEmpty()) {
            put(key, standIn);
        }
    }

    private void put(String key, Value value) {
        Value.Entry old = model.get(key);
        model.put(key, new Value.Entry(old == null ? at : old.keyAt(), value));
    }

    private @Nullable Value domain(Value value, Faults wrong) {
        if (wrong.isEmpty()) {
            return value;
        }
        if (!(value instanceof Value.Mapping domain)) {
            anyMeasureLost = true;
            return null;
        }
        noteLostMeasures(domain, wrong.at("measures"));
        Value sound =
                node(domain, wrong, Map.of("measures", this::measure, "indicators", this::branch));
        if (sound == null) {
            anyMeasureLost = true;
        }
        return sound;
    }

    private void noteLostMeasures(Value.Mapping domain, Faults wrong) {
        List<Value> measures = Tree.items(domain, "measures");
        for (Object position : wrong.steps()) {
            String id =
                    position instanceof Integer index
                                    && wrong.at(index).at("id").isEmpty()
                                    && measures.get(index) instanceof Value.Mapping measure
                            ? Tree.string(measure, "id")
                            : "";
            anyMeasureLost |= id.isEmpty();
            lostMeasures.add(id);
        }
        anyMeasureLost |= wrong.here();
    }

    private @Nullable Value measure(Value value, Faults wrong) {
        return wrong.isEmpty() ? value : null;
    }

    private @Nullable Value branch(Value value, Faults wrong) {
        return node(
                value,
                wrong,
                Map.of(
                        "indicators",
                        this::branch,
                        "ladders",
                        this::branch,
                        "criteria",
                        this::criterion));
    }

    private @Nullable Value criterion(Value value, Faults wrong) {
        return node(value, wrong, Map.of());
    }

    /// A node without what is wrong about it; null if it cannot be without.
    ///
    /// @param children how to take each list of children. An indicator takes all of its criteria,
    ///     or none.
    private @Nullable Value node(
            Value value,
            Faults wrong,
            Map<String, BiFunction<Value, Faults, @Nullable Value>> children) {
        if (wrong.isEmpty()) {
            return value;
        }
        if (!(value instanceof Value.Mapping node) || wrong.here()) {
            return null;
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>(node.entries());
        for (Object step : wrong.steps()) {
            String key = step.toString();
            BiFunction<Value, Faults, @Nullable Value> each = children.get(key);
            if (each != null) {
                List<Value> left = wrong.at(key).here() ? List.of() : items(node, key, wrong, each);
                boolean whole = left.size() == Tree.items(node, key).size();
                if (key.equals("criteria") && !whole) {
                    return null;
                }
                if (left.isEmpty() && !key.equals("measures")) {
                    return null;
                }
                entries.put(key, new Value.Entry(node.at(), new Value.Sequence(node.at(), left)));
            } else if (WORDS.contains(key)) {
                entries.put(key, new Value.Entry(node.at(), words()));
            } else if (OPTIONAL.contains(key)) {
                entries.remove(key);
            } else if (key.equals("effort")) {
                entries.put(key, new Value.Entry(node.at(), text("S")));
            } else if (!UNREAD.contains(key)) {
                return null;
            }
        }
        if (node.value("kind") != null && entries.get("standing") == null) {
            entries.put("standing", new Value.Entry(node.at(), text("provisional")));
        }
        return new Value.Mapping(node.at(), entries);
    }

    private List<Value> items(
            Value.Mapping parent,
            String key,
            Faults wrong,
            BiFunction<Value, Faults, @Nullable Value> each) {
        List<Value> left = new ArrayList<>();
        List<Value> items = Tree.items(parent, key);
        for (int i = 0; i < items.size(); i++) {
            Value item = each.apply(items.get(i), wrong.at(key).at(i));
            if (item != null) {
                left.add(item);
            }
        }
        return left;
    }

    private Value.Mapping rating(String id, String fulfilment) {
        return mapping("id", text(id), "name", words(), "fulfilment", number(fulfilment));
    }

    private Value words() {
        return mapping("zh", text("-"), "en", text("-"));
    }

    private Value.Mapping mapping(Object... keysAndValues) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Value value = (Value) keysAndValues[i + 1];
            entries.put(keysAndValues[i].toString(), new Value.Entry(at, value));
        }
        return new Value.Mapping(at, entries);
    }

    private Value text(String text) {
        return new Value.Scalar(at, text, Value.Type.TEXT);
    }

    private Value number(String number) {
        return new Value.Scalar(at, number, Value.Type.NUMBER);
    }
}
