package org.jieti.report.json;

import java.util.Locale;
import org.jieti.core.population.Cell;
import org.jieti.core.population.ColumnFacts;
import org.jieti.core.population.Effect;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.Remark;
import org.jieti.core.population.Reproduction;
import org.jieti.core.population.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The result of a population as JSON: every unit's outcome with its whole derivation. What is
/// missing is left out, never 0.
public final class PopulationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PopulationJson() {}

    public static String render(PopulationResult result) {
        ObjectNode root = NODES.objectNode();
        root.put("engine", result.engineVersion());
        root.put("index", result.model().id().toString());
        root.put("rankedOn", lower(result.rankedOn()));
        ArrayNode units = root.putArray("units");
        result.ranked().forEach(member -> units.add(unit(member)));
        ArrayNode columns = root.putArray("columns");
        result.columns().forEach(facts -> columns.add(column(facts)));
        ArrayNode remarks = root.putArray("remarks");
        result.remarks().forEach(remark -> remarks.add(remark(remark)));
        Reproduction reproduction = result.reproduction();
        if (reproduction != null) {
            ObjectNode node = root.putObject("reproduction");
            node.put("holds", reproduction.holds());
            node.put("compared", reproduction.compared());
            node.put("tolerance", reproduction.published().tolerance());
            node.put("largest", reproduction.largest());
            node.put("at", reproduction.at());
            ArrayNode beyond = node.putArray("beyond");
            reproduction.beyond().forEach(beyond::add);
        }
        return root.toPrettyString() + "\n";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode unit(MemberResult result) {
        ObjectNode node = NODES.objectNode();
        node.put("unit", result.member().id());
        node.put("name", result.member().name());
        switch (result.outcome()) {
            case Outcome.Scored scored -> {
                node.put("outcome", "scored");
                node.put("index", scored.index());
                put(node, "published", scored.published());
                node.put("rank", scored.rank());
                if (scored.band() != null) {
                    node.put("band", scored.band().code());
                }
                if (!scored.peers().isEmpty()) {
                    ArrayNode peers = node.putArray("peers");
                    for (Outcome.PeerRank peer : scored.peers()) {
                        ObjectNode each = peers.addObject();
                        each.put("grouping", peer.grouping().column());
                        each.put("group", peer.group());
                        each.put("rank", peer.rank());
                        each.put("of", peer.of());
                    }
                }
            }
            case Outcome.NotSurveyed _ -> node.put("outcome", "not-surveyed");
            case Outcome.TooFewData few -> {
                node.put("outcome", "too-few-data");
                node.put("filled", few.filled());
                node.put("least", few.least());
            }
            case Outcome.MissingData missing -> {
                node.put("outcome", "missing-data");
                ArrayNode leaves = node.putArray("missing");
                missing.leaves().forEach(leaf -> leaves.add(leaf.value()));
            }
            case Outcome.Undefined undefined -> {
                node.put("outcome", "undefined");
                node.put("node", undefined.node().value());
            }
        }
        if (result.derivation() != null) {
            node.set("derivation", score(result.derivation()));
        }
        return node;
    }

    private static ObjectNode score(IndexScore score) {
        ObjectNode node = NODES.objectNode();
        node.put("id", score.node().id().value());
        put(node, "value", score.value());
        put(node, "share", score.share());
        switch (score.effect()) {
            case null -> {}
            case Effect.Contribution(double points) -> node.put("contribution", points);
            case Effect.MarginalEffect(double perPoint) -> node.put("marginalEffect", perPoint);
        }
        switch (score) {
            case IndexScore.Tier tier -> {
                if (tier.node().decimals() != null) {
                    put(node, "unrounded", tier.unrounded());
                }
                if (tier.rank() != null) {
                    node.put("rank", tier.rank());
                }
                node.put("aggregation", lower(tier.node().aggregation()));
                ArrayNode parts = node.putArray("parts");
                tier.parts().forEach(part -> parts.add(score(part)));
            }
            case IndexScore.Reading reading -> cell(node, reading.cell());
        }
        return node;
    }

    private static void cell(ObjectNode node, Cell cell) {
        put(node, "raw", cell.raw());
        put(node, "denominator", cell.denominator());
        put(node, "denominated", cell.denominated());
        Cell.Imputed imputed = cell.imputed();
        if (imputed != null) {
            ObjectNode each = node.putObject("imputed");
            each.put("value", imputed.value());
            if (imputed.group() != null) {
                each.put("group", imputed.group());
            }
            each.put("from", imputed.from());
        }
        put(node, "treated", cell.treated());
        put(node, "normalised", cell.normalised());
    }

    private static void put(ObjectNode node, String key, @Nullable Double value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    private static ObjectNode column(ColumnFacts facts) {
        ObjectNode node = NODES.objectNode();
        node.put("id", facts.leaf().id().value());
        node.put("column", facts.leaf().column());
        node.put("filled", facts.filled());
        node.put("imputed", facts.imputed());
        shape(node, "before", facts.before());
        switch (facts.treatment()) {
            case NONE -> {}
            case WINSORISED -> {
                node.put("treatment", "winsorised");
                node.put("moved", facts.moved());
                shape(node, "after", facts.after());
            }
            case LOGARITHM -> {
                node.put("treatment", "logarithm");
                shape(node, "after", facts.after());
            }
        }
        node.put("least", facts.least());
        node.put("greatest", facts.greatest());
        return node;
    }

    private static void shape(ObjectNode node, String key, @Nullable Shape shape) {
        if (shape != null) {
            ObjectNode each = node.putObject(key);
            each.put("skewness", shape.skewness());
            each.put("kurtosis", shape.kurtosis());
        }
    }

    private static ObjectNode remark(Remark remark) {
        ObjectNode node = NODES.objectNode();
        switch (remark) {
            case Remark.EmptyGroup empty -> {
                node.put("remark", "empty-group");
                node.put("id", empty.leaf().value());
                node.put("group", empty.group());
            }
            case Remark.LogarithmTaken taken -> {
                node.put("remark", "logarithm-taken");
                node.put("id", taken.leaf().value());
                shape(node, "before", taken.before());
                shape(node, "after", taken.after());
            }
            case Remark.OutliersRemain remain -> {
                node.put("remark", "outliers-remain");
                node.put("id", remain.leaf().value());
                shape(node, "shape", remain.shape());
            }
            case Remark.ConstantColumn constant -> {
                node.put("remark", "constant-column");
                node.put("id", constant.leaf().value());
            }
            case Remark.ZeroDecides zero -> {
                node.put("remark", "zero-decides");
                node.put("id", zero.node().value());
                ArrayNode units = node.putArray("units");
                zero.units().forEach(units::add);
            }
            case Remark.RankedOnComputed _ -> node.put("remark", "ranked-on-computed");
            case Remark.OnlyOneUnit _ -> node.put("remark", "only-one-unit");
        }
        return node;
    }
}
