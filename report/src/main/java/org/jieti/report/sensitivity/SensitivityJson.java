package org.jieti.report.sensitivity;

import org.jieti.core.Engine;
import org.jieti.robustness.sensitivity.Estimate;
import org.jieti.robustness.sensitivity.ExperimentStudy.Quantity;
import org.jieti.robustness.sensitivity.Indices;
import org.jieti.robustness.sensitivity.LeaveOneOut;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A sensitivity analysis as JSON, by the schema `sensitivity.v1`. Numbers are not rounded; where
/// nothing varies there are no indices.
public final class SensitivityJson {
    public static final String FORMAT = "urn:jieti:schema:sensitivity:1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SensitivityJson() {}

    public static String render(SensitivityResult result) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("engine", Engine.VERSION);
        switch (result.basis()) {
            case Basis.Assessed(var model, var weights, var preset) -> {
                root.put("model", model.id().toString());
                root.put("weights", weights.id());
                if (preset != null) {
                    root.put("preset", preset.id());
                }
            }
            case Basis.Indexed(var model, _) -> root.put("model", model.id().toString());
        }
        root.putObject("plan")
                .put("samples", result.indices().plan().rows())
                .put("samplesDone", result.indices().rows())
                .put("complete", result.indices().isComplete())
                .put("runs", result.runs())
                .put("resamples", result.indices().plan().resamples())
                .put("seed", result.indices().plan().seed());
        ArrayNode factors = root.putArray("factors");
        result.factors().forEach(each -> factors.add(FactorIds.of(each)));
        ArrayNode units = root.putArray("units");
        for (int unit = 0; unit < result.units().size(); unit++) {
            ObjectNode object = units.addObject();
            object.put("id", result.units().get(unit).id());
            object.put("name", result.units().get(unit).name());
            ArrayNode quantities = object.putArray("quantities");
            for (int quantity = 0; quantity < result.quantities().size(); quantity++) {
                quantities.add(
                        quantity(
                                result,
                                result.quantities().get(quantity),
                                result.of(unit, quantity)));
            }
        }
        Indices shift = result.shift();
        if (shift != null) {
            ObjectNode whole = root.putObject("whole");
            whole.put("quantity", "mean-rank-shift");
            put(whole, shift);
        }
        if (result.basis() instanceof Basis.Indexed(_, var removals)) {
            ArrayNode removed = root.putArray("removals");
            removals.forEach(each -> removed.add(removal(each)));
        }
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode removal(LeaveOneOut.Removal removal) {
        ObjectNode object = NODES.objectNode();
        object.put("element", removal.element().id().value());
        object.put("depth", removal.depth());
        object.put("effectiveWeight", removal.effectiveWeight());
        if (removal.shift() != null) {
            object.put("meanAbsoluteShift", removal.shift());
        }
        object.put("units", removal.units());
        return object;
    }

    private static ObjectNode quantity(
            SensitivityResult result, Quantity quantity, Indices indices) {
        ObjectNode object = NODES.objectNode();
        switch (quantity) {
            case Quantity.Total _ -> object.put("quantity", "total");
            case Quantity.Rank _ -> object.put("quantity", "rank");
            case Quantity.Level _ -> object.put("quantity", "level");
            case Quantity.LevelAtLeast(int level) ->
                    object.put("quantity", "level-at-least").put("level", level);
            case Quantity.PartLevel(int part) ->
                    object.put("quantity", "domain-level").put("domain", domain(result, part));
            case Quantity.PartScore(int part) ->
                    object.put("quantity", "domain-score").put("domain", domain(result, part));
        }
        put(object, indices);
        return object;
    }

    private static void put(ObjectNode object, Indices indices) {
        switch (indices) {
            case Indices.NoVariance(double value) -> object.put("always", value);
            case Indices.Defined defined -> {
                object.put("mean", defined.mean());
                object.put("variance", defined.variance());
                ArrayNode effects = object.putArray("effects");
                for (Indices.Effect effect : defined.effects()) {
                    ObjectNode each = effects.addObject();
                    each.set("first", estimate(effect.first()));
                    each.set("total", estimate(effect.total()));
                }
            }
        }
    }

    private static String domain(SensitivityResult result, int part) {
        return switch (result.basis()) {
            case Basis.Assessed(var model, _, _) -> model.domains().get(part).id().value();
            case Basis.Indexed(var model, _) -> model.root().parts().get(part).id().value();
        };
    }

    private static ObjectNode estimate(Estimate estimate) {
        ObjectNode object = NODES.objectNode();
        object.put("value", estimate.value());
        Estimate.@Nullable Interval interval = estimate.interval();
        if (interval != null) {
            object.put("low", interval.low());
            object.put("high", interval.high());
            object.put("overZero", estimate.isOverZero());
        }
        return object;
    }
}
