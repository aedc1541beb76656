package org.jieti.report.peers;

import java.util.Map;
import org.jieti.core.Engine;
import org.jieti.planning.peers.GroupFigures;
import org.jieti.planning.peers.PeerStanding;
import org.jieti.planning.peers.PeerTrend;
import org.jieti.planning.peers.Quantiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A benchmark among peers as JSON, by the schema `peers.v1`: what is published, and nothing more.
public final class PeersJson {
    public static final String FORMAT = "urn:jieti:schema:peers:1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PeersJson() {}

    public static String render(PeersReport report) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("engine", Engine.VERSION);
        root.put("model", report.yardstick().model().id().toString());
        root.put("weights", report.yardstick().weights().id());
        if (report.yardstick().preset() != null) {
            root.put("preset", report.yardstick().preset().id());
        }
        root.put("edition", report.release().edition());
        root.put("floor", report.release().floor().least());
        ArrayNode groups = root.putArray("groups");
        report.release().groups().forEach(figures -> groups.add(group(figures)));
        ArrayNode withheld = root.putArray("withheld");
        report.release().withheld().forEach(withheld::add);
        PeerTrend trend = report.trend();
        if (trend != null) {
            ObjectNode object = root.putObject("trend");
            ArrayNode editions = object.putArray("editions");
            trend.editions().forEach(editions::add);
            ArrayNode lines = object.putArray("lines");
            for (PeerTrend.Line line : trend.lines()) {
                ObjectNode each = lines.addObject();
                each.put("group", line.group());
                ArrayNode totals = each.putArray("totals");
                line.totals().forEach(total -> totals.add(quantiles(total)));
            }
        }
        PeerStanding standing = report.standing();
        if (standing != null) {
            root.set("standing", standing(standing));
        }
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode group(GroupFigures figures) {
        ObjectNode object = NODES.objectNode();
        object.put("group", figures.group());
        object.put("units", figures.units());
        if (figures.total() != null) {
            object.set("total", quantiles(figures.total()));
        }
        ArrayNode levels = object.putArray("levelTenths");
        figures.levels().forEach(levels::add);
        ObjectNode domains = object.putObject("domains");
        figures.domains().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> domains.set(each.getKey().value(), quantiles(each.getValue())));
        ArrayNode weak = object.putArray("weakSpots");
        figures.weakSpots()
                .forEach(
                        spot ->
                                weak.addObject()
                                        .put("criterion", spot.criterion().value())
                                        .put("satisfiedTenths", spot.satisfied()));
        return object;
    }

    private static ObjectNode quantiles(Quantiles quantiles) {
        ObjectNode object = NODES.objectNode();
        put(object, "q10", quantiles.low());
        put(object, "q25", quantiles.lower());
        put(object, "median", quantiles.median());
        put(object, "q75", quantiles.upper());
        put(object, "q90", quantiles.high());
        return object;
    }

    private static void put(ObjectNode object, String name, @Nullable Integer value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    private static ObjectNode standing(PeerStanding standing) {
        ObjectNode object = NODES.objectNode();
        object.put("unit", standing.unit().id());
        object.put("group", standing.group().group());
        object.put("total", standing.unit().total());
        object.put("quarter", standing.quarter());
        ObjectNode quarters = object.putObject("quarters");
        standing.quarters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> quarters.put(each.getKey().value(), each.getValue()));
        PeerStanding.RankInterval rank = standing.rank();
        if (rank != null) {
            object.putObject("rank")
                    .put("point", rank.rank())
                    .put("q5", rank.from())
                    .put("q95", rank.to())
                    .put("runs", rank.runs());
        }
        return object;
    }
}
