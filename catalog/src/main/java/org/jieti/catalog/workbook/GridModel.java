package org.jieti.catalog.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jspecify.annotations.Nullable;

/// The sheets of a workbook as the files of a model. Every value keeps the place of its cell.
final class GridModel {
    private final Map<SheetKind, Grid> grids = new EnumMap<>(SheetKind.class);
    private final Findings findings;

    private GridModel(Findings findings) {
        this.findings = findings;
    }

    /// The files; what is missing or stands nowhere is among the findings.
    static ModelFolder of(List<Grid> sheets, Location whole, Findings findings) {
        GridModel reading = new GridModel(findings);
        for (SheetKind kind : SheetKind.values()) {
            reading.grids.put(kind, new Grid(whole, kind.title(), List.of()));
        }
        for (Grid grid : sheets) {
            for (SheetKind kind : SheetKind.values()) {
                if (kind.title().equals(grid.name())) {
                    reading.grids.put(kind, grid);
                }
            }
        }
        return reading.folder();
    }

    private ModelFolder folder() {
        Value.Mapping model = model();
        Map<String, Value.Mapping> sets = new LinkedHashMap<>();
        for (Grid.Row row : rows(SheetKind.WEIGHT_SETS)) {
            Value.Scalar id = needed(row, SheetKind.WEIGHT_SETS, "weightSet");
            if (id == null) {
                continue;
            }
            if (sets.put(id.text(), weightSet(row, id.text(), model)) != null) {
                findings.error(id.at(), "workbook.row.duplicate", id.text());
            }
        }
        Value.Mapping clauses = null;
        if (!rows(SheetKind.CLAUSES).isEmpty()) {
            Map<String, Value.Entry> entries = new LinkedHashMap<>();
            copy(model, "model", entries);
            put(entries, "clauses", list(SheetKind.CLAUSES));
            clauses = new Value.Mapping(at(SheetKind.CLAUSES), entries);
        }
        return new ModelFolder(model, sets, clauses);
    }

    private List<Grid.Row> rows(SheetKind kind) {
        return grid(kind).rows();
    }

    private Location at(SheetKind kind) {
        return grid(kind).at();
    }

    private Grid grid(SheetKind kind) {
        Grid grid = grids.get(kind);
        if (grid == null) {
            throw new IllegalStateException("No sheet " + kind);
        }
        return grid;
    }

    private Value.@Nullable Scalar needed(Grid.Row row, SheetKind kind, String key) {
        Value.Scalar cell = row.cell(key);
        if (cell == null) {
            findings.error(row.at(), "workbook.cell.missing", key, kind.title());
        }
        return cell;
    }

    private static void put(Map<String, Value.Entry> entries, String key, Value value) {
        entries.put(key, new Value.Entry(value.at(), value));
    }

    private static void copy(Value.Mapping from, String key, Map<String, Value.Entry> entries) {
        Value.Entry entry = from.entries().get(key);
        if (entry != null) {
            entries.put(key, entry);
        }
    }

    /// A row without some of its cells.
    private static Value.Mapping node(Grid.Row row, List<String> without) {
        Map<String, Value.Scalar> cells = new LinkedHashMap<>(row.cells());
        without.forEach(cells::remove);
        return Paths.mapping(row.at(), cells);
    }

    private Value.Sequence list(SheetKind kind) {
        List<Value> items = new ArrayList<>();
        rows(kind).forEach(row -> items.add(node(row, List.of())));
        return new Value.Sequence(at(kind), items);
    }

    private Value.Mapping model() {
        Map<String, Value.Scalar> fields = new LinkedHashMap<>();
        for (Grid.Row row : rows(SheetKind.ABOUT)) {
            Value.Scalar field = needed(row, SheetKind.ABOUT, "field");
            Value.Scalar value = needed(row, SheetKind.ABOUT, "value");
            if (field != null
                    && value != null
                    && fields.put(field.text().strip(), typed(field.text().strip(), value))
                            != null) {
                findings.error(field.at(), "workbook.row.duplicate", field.text());
            }
        }
        Value.Mapping about = Paths.mapping(at(SheetKind.ABOUT), fields);
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (String key : List.of("model", "extends", "name", "summary", "disclaimer")) {
            copy(about, key, entries);
        }
        put(entries, "levels", list(SheetKind.LEVELS));
        put(entries, "ratings", list(SheetKind.RATINGS));
        if (about.value("grading") instanceof Value.Mapping grading) {
            Map<String, Value.Entry> rules = new LinkedHashMap<>(grading.entries());
            put(rules, "presets", list(SheetKind.GRADING));
            put(entries, "grading", new Value.Mapping(grading.at(), rules));
        }
        about.entries().forEach(entries::putIfAbsent);
        put(entries, "domains", domains());
        return new Value.Mapping(at(SheetKind.ABOUT), entries);
    }

    private static Value.Scalar typed(String field, Value.Scalar value) {
        boolean number =
                field.startsWith("efforts ")
                        || List.of("notApplicable cap", "grading satisfied", "grading spread")
                                .contains(field);
        return number ? value : new Value.Scalar(value.at(), value.text(), Value.Type.TEXT);
    }

    /// A node being put together, with its children by the key under which they stand.
    private record Growing(Value.Mapping own, Map<String, List<Growing>> children) {
        Growing(Value.Mapping own) {
            this(own, new LinkedHashMap<>());
        }

        void add(String key, Growing child) {
            children.computeIfAbsent(key, _ -> new ArrayList<>()).add(child);
        }

        Value.Mapping grown() {
            Map<String, Value.Entry> entries = new LinkedHashMap<>(own.entries());
            children.forEach(
                    (key, list) ->
                            put(
                                    entries,
                                    key,
                                    new Value.Sequence(
                                            list.getFirst().own().at(),
                                            list.stream()
                                                    .map(child -> (Value) child.grown())
                                                    .toList())));
            return new Value.Mapping(own.at(), entries);
        }
    }

    private Value.Sequence domains() {
        Map<String, Growing> nodes = new HashMap<>();
        List<Growing> domains = new ArrayList<>();
        for (Grid.Row row : rows(SheetKind.DOMAINS)) {
            Growing domain = new Growing(node(row, List.of()));
            domains.add(domain);
            register(row, SheetKind.DOMAINS, domain, nodes);
        }
        measures(nodes);
        for (Grid.Row row : rows(SheetKind.INDICATORS)) {
            Growing indicator = new Growing(node(row, List.of("tier", "parent")));
            register(row, SheetKind.INDICATORS, indicator, nodes);
            Value.Scalar tier = needed(row, SheetKind.INDICATORS, "tier");
            if (tier != null && !List.of("indicator", "ladder").contains(tier.text())) {
                findings.error(tier.at(), "workbook.tier", tier.text());
            } else if (tier != null) {
                hang(row, SheetKind.INDICATORS, "parent", tier.text() + "s", indicator, nodes);
            }
        }
        for (Grid.Row row : rows(SheetKind.CRITERIA)) {
            Growing criterion = new Growing(node(row, List.of("parent")));
            needed(row, SheetKind.CRITERIA, "id");
            hang(row, SheetKind.CRITERIA, "parent", "criteria", criterion, nodes);
        }
        return new Value.Sequence(
                at(SheetKind.DOMAINS),
                domains.stream().map(domain -> (Value) domain.grown()).toList());
    }

    private void register(Grid.Row row, SheetKind kind, Growing node, Map<String, Growing> nodes) {
        Value.Scalar id = needed(row, kind, "id");
        if (id != null && nodes.putIfAbsent(id.text(), node) != null) {
            findings.error(id.at(), "workbook.row.duplicate", id.text());
        }
    }

    private void hang(
            Grid.Row row,
            SheetKind kind,
            String parentKey,
            String childKey,
            Growing node,
            Map<String, Growing> nodes) {
        Value.Scalar parent = needed(row, kind, parentKey);
        Growing above = parent == null ? null : nodes.get(parent.text());
        if (above != null) {
            above.add(childKey, node);
        } else if (parent != null) {
            findings.error(parent.at(), "workbook.parent", parent.text());
        }
    }

    private void measures(Map<String, Growing> nodes) {
        Map<String, Map<String, Value.Entry>> bands = new LinkedHashMap<>();
        Map<String, Value.Scalar> readBy = new LinkedHashMap<>();
        for (Grid.Row row : rows(SheetKind.BANDS)) {
            Value.Scalar measure = needed(row, SheetKind.BANDS, "measure");
            Value.Scalar band = needed(row, SheetKind.BANDS, "band");
            if (measure == null || band == null) {
                continue;
            }
            readBy.put(measure.text(), measure);
            Value.Mapping values = node(row, List.of("measure", "band"));
            Value.Entry earlier =
                    bands.computeIfAbsent(measure.text(), _ -> new LinkedHashMap<>())
                            .put(band.text(), new Value.Entry(band.at(), values));
            if (earlier != null) {
                findings.error(
                        band.at(), "workbook.row.duplicate", measure.text() + " " + band.text());
            }
        }
        for (Grid.Row row : rows(SheetKind.MEASURES)) {
            Value.Scalar id = needed(row, SheetKind.MEASURES, "id");
            Value.Mapping own = node(row, List.of("domain"));
            Map<String, Value.Entry> entries = new LinkedHashMap<>(own.entries());
            Map<String, Value.Entry> of = id == null ? null : bands.remove(id.text());
            if (of != null) {
                put(entries, "bands", new Value.Mapping(own.at(), of));
            }
            Growing measure = new Growing(new Value.Mapping(own.at(), entries));
            hang(row, SheetKind.MEASURES, "domain", "measures", measure, nodes);
        }
        bands.keySet()
                .forEach(
                        measure -> {
                            Value.Scalar cell = readBy.get(measure);
                            if (cell != null) {
                                findings.error(cell.at(), "workbook.parent", measure);
                            }
                        });
    }

    private Value.Mapping weightSet(Grid.Row row, String id, Value.Mapping model) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        Value.Mapping own = node(row, List.of());
        copy(own, "weightSet", entries);
        copy(model, "model", entries);
        own.entries().forEach(entries::putIfAbsent);
        Map<String, Value.Entry> weights = new LinkedHashMap<>();
        for (Grid.Row each : rows(SheetKind.WEIGHTS)) {
            Value.Scalar node = needed(each, SheetKind.WEIGHTS, "node");
            Value.Scalar weight = each.cell("weight " + id);
            if (node != null
                    && weight != null
                    && weights.put(node.text(), new Value.Entry(weight.at(), weight)) != null) {
                findings.error(node.at(), "workbook.row.duplicate", node.text());
            }
        }
        put(entries, "weights", new Value.Mapping(at(SheetKind.WEIGHTS), weights));
        return new Value.Mapping(row.at(), entries);
    }
}
