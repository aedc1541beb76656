package org.jieti.catalog.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// A model as the sheets of its workbook.
final class ModelGrids {
    private static final Set<String> TREE =
            Set.of("levels", "ratings", "domains", "presets", "grading");
    private static final Set<String> BENEATH =
            Set.of("measures", "indicators", "ladders", "criteria");

    private final Map<SheetKind, List<Grid.Row>> rows = new EnumMap<>(SheetKind.class);

    private ModelGrids() {}

    static List<Grid> of(ModelFolder folder) {
        ModelGrids grids = new ModelGrids();
        for (SheetKind kind : SheetKind.values()) {
            grids.rows.put(kind, new ArrayList<>());
        }
        grids.about(folder.model());
        grids.all(SheetKind.LEVELS, folder.model(), "levels");
        grids.all(SheetKind.RATINGS, folder.model(), "ratings");
        if (folder.model().value("grading") instanceof Value.Mapping grading) {
            grids.all(SheetKind.GRADING, grading, "presets");
        }
        List<Value.Mapping> weighted = new ArrayList<>();
        for (Value.Mapping domain : items(folder.model(), "domains")) {
            grids.domain(domain, weighted);
        }
        grids.weights(folder, weighted);
        if (folder.clauses() != null) {
            grids.all(SheetKind.CLAUSES, folder.clauses(), "clauses");
        }
        List<Grid> sheets = new ArrayList<>();
        grids.rows.forEach(
                (kind, list) -> sheets.add(new Grid(Location.whole(""), kind.title(), list)));
        return sheets;
    }

    static List<Value.Mapping> items(Value.Mapping mapping, String key) {
        List<Value.Mapping> items = new ArrayList<>();
        if (mapping.value(key) instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                if (item instanceof Value.Mapping each) {
                    items.add(each);
                }
            }
        }
        return items;
    }

    private static Value.Scalar text(String text) {
        return new Value.Scalar(Location.whole(""), text, Value.Type.TEXT);
    }

    private static String id(Value.Mapping node) {
        return node.value("id") instanceof Value.Scalar scalar ? scalar.text() : "";
    }

    private void row(SheetKind kind, Map<String, Value.Scalar> cells) {
        rows.computeIfAbsent(kind, _ -> new ArrayList<>())
                .add(new Grid.Row(Location.whole(""), cells));
    }

    private void all(SheetKind kind, Value.Mapping parent, String key) {
        items(parent, key).forEach(item -> row(kind, Paths.cells(item, Set.of())));
    }

    private void about(Value.Mapping model) {
        Map<String, Value.Scalar> fields = Paths.cells(model, TREE);
        if (model.value("grading") instanceof Value.Mapping grading) {
            Paths.cells(grading, TREE)
                    .forEach((field, value) -> fields.put("grading " + field, value));
        }
        fields.forEach(
                (field, value) -> {
                    Map<String, Value.Scalar> cells = new LinkedHashMap<>();
                    cells.put("field", text(field));
                    cells.put("value", value);
                    row(SheetKind.ABOUT, cells);
                });
    }

    private void domain(Value.Mapping domain, List<Value.Mapping> weighted) {
        row(SheetKind.DOMAINS, Paths.cells(domain, BENEATH));
        weighted.add(domain);
        for (Value.Mapping measure : items(domain, "measures")) {
            row(SheetKind.MEASURES, led("domain", id(domain), measure, Set.of("bands")));
            if (measure.value("bands") instanceof Value.Mapping bands) {
                bands.entries()
                        .forEach(
                                (band, entry) -> {
                                    Map<String, Value.Scalar> cells = new LinkedHashMap<>();
                                    cells.put("measure", text(id(measure)));
                                    cells.put("band", text(band));
                                    if (entry.value() instanceof Value.Mapping values) {
                                        cells.putAll(Paths.cells(values, Set.of()));
                                    }
                                    row(SheetKind.BANDS, cells);
                                });
            }
        }
        beneath(domain, weighted);
    }

    private void beneath(Value.Mapping parent, List<Value.Mapping> weighted) {
        for (String tier : List.of("indicator", "ladder")) {
            for (Value.Mapping node : items(parent, tier + "s")) {
                Map<String, Value.Scalar> cells = new LinkedHashMap<>();
                cells.put("tier", text(tier));
                cells.putAll(led("parent", id(parent), node, BENEATH));
                row(SheetKind.INDICATORS, cells);
                weighted.add(node);
                beneath(node, weighted);
            }
        }
        for (Value.Mapping criterion : items(parent, "criteria")) {
            row(SheetKind.CRITERIA, led("parent", id(parent), criterion, Set.of()));
        }
    }

    private static Map<String, Value.Scalar> led(
            String key, String parent, Value.Mapping node, Set<String> without) {
        Map<String, Value.Scalar> cells = new LinkedHashMap<>();
        cells.put(key, text(parent));
        cells.putAll(Paths.cells(node, without));
        return cells;
    }

    private void weights(ModelFolder folder, List<Value.Mapping> weighted) {
        Map<String, Value.@Nullable Mapping> nodes = new LinkedHashMap<>();
        weighted.forEach(node -> nodes.put(id(node), node));
        folder.weightSets()
                .forEach(
                        (id, set) -> {
                            row(
                                    SheetKind.WEIGHT_SETS,
                                    Paths.cells(
                                            set, Set.of("model", "weights", "record", "spread")));
                            weights(set).keySet().forEach(node -> nodes.putIfAbsent(node, null));
                        });
        for (Map.Entry<String, Value.@Nullable Mapping> node : nodes.entrySet()) {
            Map<String, Value.Scalar> cells = new LinkedHashMap<>();
            cells.put("node", text(node.getKey()));
            if (node.getValue() != null
                    && node.getValue().value("name") instanceof Value.Mapping name) {
                Paths.cells(name, Set.of())
                        .forEach((language, text) -> cells.put("called " + language, text));
            }
            folder.weightSets()
                    .forEach(
                            (id, set) -> {
                                Value.Scalar weight = weights(set).get(node.getKey());
                                if (weight != null) {
                                    cells.put("weight " + id, weight);
                                }
                            });
            row(SheetKind.WEIGHTS, cells);
        }
    }

    private static Map<String, Value.Scalar> weights(Value.Mapping set) {
        Map<String, Value.Scalar> weights = new LinkedHashMap<>();
        if (set.value("weights") instanceof Value.Mapping mapping) {
            for (String node : new LinkedHashSet<>(mapping.entries().keySet())) {
                if (mapping.value(node) instanceof Value.Scalar weight) {
                    weights.put(node, weight);
                }
            }
        }
        return weights;
    }
}
