package org.jieti.report.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.population.Cell;
import org.jieti.core.population.ColumnFacts;
import org.jieti.core.population.Effect;
import org.jieti.core.population.Grouping;
import org.jieti.core.population.IndexBand;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
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

/// The result of a population as JSON, by the schema `population-result.v1`: the model, every
/// unit's outcome with its whole derivation, and what happened to each column. Numbers keep their
/// full precision; what does not exist is null, never left out and never 0.
public final class PopulationJson {
    public static final String FORMAT = "urn:jieti:schema:population-result:1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PopulationJson() {}

    public static String render(PopulationResult result) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("engineVersion", result.engineVersion());
        root.set("model", model(result.model()));
        root.put("rankedOn", lower(result.rankedOn()));
        ArrayNode units = root.putArray("units");
        result.ranked().forEach(member -> units.add(unit(member)));
        ArrayNode columns = root.putArray("columns");
        result.columns().forEach(facts -> columns.add(column(facts)));
        ArrayNode remarks = root.putArray("remarks");
        result.remarks().forEach(remark -> remarks.add(remark(remark)));
        root.set("reproduction", reproduction(result.reproduction()));
        return root.toPrettyString() + "\n";
    }

    /// Writes lines of JSON: an object for each unit, by rank, as among the `units` of the whole.
    /// The writer stays open.
    public static void writeLines(PopulationResult result, Writer out) {
        try {
            for (MemberResult member : result.ranked()) {
                out.write(unit(member).toString());
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode text(Text text) {
        ObjectNode node = NODES.objectNode();
        node.put("zh", text.zh());
        node.put("en", text.en());
        return node;
    }

    private static ObjectNode model(IndexModel model) {
        ObjectNode node = NODES.objectNode();
        node.put("id", model.id().toString());
        node.set("name", text(model.name()));
        node.set("disclaimer", text(model.disclaimer()));
        ArrayNode bands = node.putArray("bands");
        for (IndexBand band : model.bands()) {
            ObjectNode each = bands.addObject();
            each.put("code", band.code());
            each.set("name", text(band.name()));
            each.put("from", band.from());
        }
        ArrayNode groupings = node.putArray("groupings");
        for (Grouping grouping : model.groupings()) {
            ObjectNode each = groupings.addObject();
            each.put("column", grouping.column());
            each.set("name", text(grouping.name()));
        }
        node.set("tree", tree(model.root()));
        return node;
    }

    private static ObjectNode tree(IndexNode node) {
        ObjectNode json = NODES.objectNode();
        json.put("id", node.id().value());
        json.set("name", text(node.name()));
        json.put("weight", node.weight());
        switch (node) {
            case IndexNode.Branch branch -> {
                json.put("aggregation", lower(branch.aggregation()));
                json.put("decimals", branch.decimals());
                ArrayNode parts = json.putArray("parts");
                branch.parts().forEach(part -> parts.add(tree(part)));
            }
            case IndexNode.Leaf leaf -> {
                json.put("column", leaf.column());
                json.put("direction", lower(leaf.direction()));
                json.put("denominator", leaf.denominator());
                json.put("target", leaf.target());
            }
        }
        return json;
    }

    private static ObjectNode unit(MemberResult result) {
        ObjectNode node = NODES.objectNode();
        node.put("unit", result.member().id());
        node.put("name", result.member().name());
        outcome(node, result.outcome());
        node.set(
                "derivation",
                result.derivation() == null ? NODES.nullNode() : score(result.derivation()));
        return node;
    }

    private static void outcome(ObjectNode node, Outcome outcome) {
        Outcome.Scored scored = outcome instanceof Outcome.Scored its ? its : null;
        node.put("outcome", named(outcome));
        node.put("index", scored == null ? null : Double.valueOf(scored.index()));
        node.put("published", scored == null ? null : scored.published());
        node.put("rank", scored == null ? null : Integer.valueOf(scored.rank()));
        node.put("band", scored == null || scored.band() == null ? null : scored.band().code());
        ArrayNode peers = node.putArray("peers");
        for (Outcome.PeerRank peer :
                scored == null ? List.<Outcome.PeerRank>of() : scored.peers()) {
            ObjectNode each = peers.addObject();
            each.put("grouping", peer.grouping().column());
            each.put("group", peer.group());
            each.put("rank", peer.rank());
            each.put("of", peer.of());
        }
        switch (outcome) {
            case Outcome.Scored _, Outcome.NotSurveyed _ -> {}
            case Outcome.TooFewData few -> {
                node.put("filled", few.filled());
                node.put("least", few.least());
            }
            case Outcome.MissingData missing -> ids(node.putArray("missing"), missing.leaves());
            case Outcome.Undefined undefined -> node.put("undefined", undefined.node().value());
        }
    }

    private static String named(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scored _ -> "scored";
            case Outcome.NotSurveyed _ -> "not-surveyed";
            case Outcome.TooFewData _ -> "too-few-data";
            case Outcome.MissingData _ -> "missing-data";
            case Outcome.Undefined _ -> "undefined";
        };
    }

    private static void ids(ArrayNode array, List<NodeId> ids) {
        ids.forEach(id -> array.add(id.value()));
    }

    private static ObjectNode score(IndexScore score) {
        ObjectNode node = NODES.objectNode();
        node.put("id", score.node().id().value());
        node.put("value", score.value());
        node.put("share", score.share());
        Effect effect = score.effect();
        node.put(
                "contribution",
                effect instanceof Effect.Contribution(double points) ? points : null);
        node.put(
                "marginalEffect",
                effect instanceof Effect.MarginalEffect(double perPoint) ? perPoint : null);
        switch (score) {
            case IndexScore.Tier tier -> {
                node.put("unrounded", tier.unrounded());
                node.put("rank", tier.rank());
                ArrayNode parts = node.putArray("parts");
                tier.parts().forEach(part -> parts.add(score(part)));
            }
            case IndexScore.Reading reading -> cell(node, reading.cell());
        }
        return node;
    }

    private static void cell(ObjectNode node, Cell cell) {
        node.put("raw", cell.raw());
        node.put("denominator", cell.denominator());
        node.put("denominated", cell.denominated());
        Cell.Imputed imputed = cell.imputed();
        if (imputed == null) {
            node.putNull("imputed");
        } else {
            ObjectNode each = node.putObject("imputed");
            each.put("value", imputed.value());
            each.put("group", imputed.group());
            each.put("from", imputed.from());
        }
        node.put("treated", cell.treated());
        node.put("normalised", cell.normalised());
    }

    private static ObjectNode column(ColumnFacts facts) {
        ObjectNode node = NODES.objectNode();
        node.put("id", facts.leaf().id().value());
        node.put("column", facts.leaf().column());
        node.put("filled", facts.filled());
        node.put("imputed", facts.imputed());
        shape(node, "before", facts.before());
        node.put("treatment", lower(facts.treatment()));
        node.put("moved", facts.moved());
        shape(node, "after", facts.after());
        node.put("least", facts.least());
        node.put("greatest", facts.greatest());
        return node;
    }

    private static void shape(ObjectNode node, String key, @Nullable Shape shape) {
        if (shape == null) {
            node.putNull(key);
        } else {
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
                node.put("node", empty.leaf().value());
                node.put("group", empty.group());
            }
            case Remark.LogarithmTaken taken -> {
                node.put("remark", "logarithm-taken");
                node.put("node", taken.leaf().value());
                shape(node, "before", taken.before());
                shape(node, "after", taken.after());
            }
            case Remark.OutliersRemain remain -> {
                node.put("remark", "outliers-remain");
                node.put("node", remain.leaf().value());
                shape(node, "shape", remain.shape());
            }
            case Remark.ConstantColumn constant -> {
                node.put("remark", "constant-column");
                node.put("node", constant.leaf().value());
            }
            case Remark.ZeroDecides zero -> {
                node.put("remark", "zero-decides");
                node.put("node", zero.node().value());
                ArrayNode units = node.putArray("units");
                zero.units().forEach(units::add);
            }
            case Remark.RankedOnComputed _ -> node.put("remark", "ranked-on-computed");
            case Remark.OnlyOneUnit _ -> node.put("remark", "only-one-unit");
        }
        return node;
    }

    private static @Nullable ObjectNode reproduction(@Nullable Reproduction reproduction) {
        if (reproduction == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode();
        node.put("holds", reproduction.holds());
        node.put("compared", reproduction.compared());
        node.put("tolerance", reproduction.published().tolerance());
        node.put("largest", reproduction.largest());
        node.put("at", reproduction.at());
        ArrayNode beyond = node.putArray("beyond");
        reproduction.beyond().forEach(beyond::add);
        return node;
    }
}
