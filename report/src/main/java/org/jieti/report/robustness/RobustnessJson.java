package org.jieti.report.robustness;

import org.jieti.core.Engine;
import org.jieti.report.sensitivity.Basis;
import org.jieti.report.sensitivity.FactorIds;
import org.jieti.robustness.montecarlo.MonteCarlo;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.Robustness.Levels;
import org.jieti.robustness.montecarlo.Robustness.Pair;
import org.jieti.robustness.montecarlo.Robustness.Ranks;
import org.jieti.robustness.montecarlo.Robustness.Spread;
import org.jieti.robustness.montecarlo.RunLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A Monte Carlo as JSON, by the schema `robustness.v1`. Numbers are not rounded; shares are given
/// as numbers of runs, so that nothing is lost.
public final class RobustnessJson {
    public static final String FORMAT = "urn:jieti:schema:robustness:1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RobustnessReport report;
    private final Robustness robustness;

    private RobustnessJson(RobustnessReport report) {
        this.report = report;
        this.robustness = report.robustness();
    }

    public static String render(RobustnessReport report) {
        return new RobustnessJson(report).root().toPrettyString() + "\n";
    }

    private ObjectNode root() {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("engine", Engine.VERSION);
        switch (report.basis()) {
            case Basis.Assessed(var model, var weights, var preset) -> {
                root.put("model", model.id().toString());
                root.put("weights", weights.id());
                if (preset != null) {
                    root.put("preset", preset.id());
                }
            }
            case Basis.Indexed(var model, _) -> root.put("model", model.id().toString());
        }
        ObjectNode plan = root.putObject("plan");
        plan.put("runs", robustness.runs());
        plan.put("complete", robustness.isComplete());
        plan.put("most", robustness.limit().most());
        if (robustness.limit() instanceof RunLimit.StandardError error) {
            plan.put("standardError", error.standardError());
        }
        plan.put("seed", robustness.of().seed());
        plan.put("largestStandardError", robustness.largestStandardError());
        ArrayNode factors = root.putArray("factors");
        robustness.of().experiment().factors().forEach(each -> factors.add(FactorIds.of(each)));
        root.put("ranked", robustness.rankedCount());
        root.put("rankWidth", robustness.rankWidth());
        ArrayNode units = root.putArray("units");
        for (int unit = 0; unit < report.units().size(); unit++) {
            units.add(unit(unit));
        }
        root.put("allPairs", robustness.comparesAllPairs());
        ArrayNode pairs = root.putArray("pairs");
        robustness.pairs().forEach(pair -> pairs.add(pair(pair)));
        return root;
    }

    private ObjectNode unit(int unit) {
        ObjectNode object = NODES.objectNode();
        object.put("id", report.units().get(unit).id());
        object.put("name", report.units().get(unit).name());
        object.set("total", spread(robustness.total(unit)));
        object.set("levels", levels(robustness.levels(unit)));
        object.set("ranks", ranks(robustness.ranks(unit)));
        ArrayNode parts = object.putArray("parts");
        for (int part = 0; part < report.partCount(); part++) {
            ObjectNode each = parts.addObject();
            each.put("id", id(part));
            each.set("score", spread(robustness.part(unit, part)));
            each.set("levels", levels(robustness.levels(unit, part)));
        }
        return object;
    }

    private String id(int part) {
        return switch (report.basis()) {
            case Basis.Assessed(var model, _, _) -> model.domains().get(part).id().value();
            case Basis.Indexed(var model, _) -> model.root().parts().get(part).id().value();
        };
    }

    private static @Nullable ObjectNode spread(@Nullable Spread spread) {
        if (spread == null) {
            return null;
        }
        ObjectNode object = NODES.objectNode();
        object.put("point", spread.point());
        object.put("mean", spread.mean());
        object.put("deviation", spread.deviation());
        object.put("standardError", spread.standardError());
        if (spread.low() != null) {
            object.put("q5", spread.low());
            object.put("q50", spread.median());
            object.put("q95", spread.high());
        }
        return object;
    }

    private static @Nullable ObjectNode levels(@Nullable Levels levels) {
        if (levels == null) {
            return null;
        }
        ObjectNode object = NODES.objectNode();
        object.put("point", levels.point());
        ArrayNode runs = object.putArray("runs");
        ArrayNode errors = object.putArray("standardErrors");
        levels.shares()
                .forEach(
                        share -> {
                            runs.add(share.runs());
                            errors.add(share.standardError());
                        });
        return object;
    }

    /// The runs of every rank are given as far as there are few units.
    private @Nullable ObjectNode ranks(@Nullable Ranks ranks) {
        if (ranks == null) {
            return null;
        }
        ObjectNode object = NODES.objectNode();
        object.put("point", ranks.point());
        object.put("mean", ranks.shares().mean());
        object.put("q5", ranks.shares().low());
        object.put("q50", ranks.shares().median());
        object.put("q95", ranks.shares().high());
        if (report.units().size() <= MonteCarlo.MOST_FOR_ALL_PAIRS) {
            ArrayNode runs = object.putArray("runs");
            ranks.counts().forEach(runs::add);
        }
        return object;
    }

    private ObjectNode pair(Pair pair) {
        return NODES.objectNode()
                .put("first", report.units().get(pair.first()).id())
                .put("second", report.units().get(pair.second()).id())
                .put("firstAhead", pair.firstAhead().runs())
                .put("secondAhead", pair.secondAhead().runs());
    }
}
