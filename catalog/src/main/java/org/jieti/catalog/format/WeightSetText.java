package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.source.YamlText;
import org.jieti.core.model.Consistency;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.Text;
import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightSet;
import org.jieti.core.model.WeightSpread;

/// A weight set as the text of its file. Numbers keep their full precision, so that the file reads
/// back as the same set.
public final class WeightSetText {
    private WeightSetText() {}

    /// The text of the file.
    ///
    /// @param model gives the order of the nodes
    public static String of(WeightSet set, MaturityModel model) {
        return YamlText.of(value(set, model));
    }

    /// The same as JSON, which is read alike.
    ///
    /// @param model gives the order of the nodes
    public static String json(WeightSet set, MaturityModel model) {
        return Json.of(value(set, model)).toPrettyString() + "\n";
    }

    private static Value value(WeightSet set, MaturityModel model) {
        Entries fields =
                new Entries()
                        .text("weightSet", set.id())
                        .text("model", set.model().toString())
                        .value("name", bilingual(set.name()))
                        .text("status", lower(set.status()))
                        .text("method", set.method())
                        .value("provenance", bilingual(set.provenance()));
        Entries weights = new Entries();
        model.forEachNode(
                node -> {
                    Double weight = set.weights().get(node.id());
                    if (weight != null) {
                        weights.number(node.id().value(), weight);
                    }
                });
        fields.value("weights", weights.mapping());
        if (set.record() != null) {
            fields.value("record", record(set.record()));
        }
        if (set.spread() != null) {
            fields.value("spread", spread(set.spread()));
        }
        return fields.mapping();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Value bilingual(Text text) {
        return new Entries().text("zh", text.zh()).text("en", text.en()).mapping();
    }

    private static Value record(WeightRecord record) {
        Entries fields = new Entries().optionalText("base", record.base());
        List<Value> experts = new ArrayList<>();
        for (WeightRecord.Expert expert : record.experts()) {
            Entries each = new Entries().text("id", expert.id()).number("voice", expert.voice());
            experts.add(
                    each.optionalText(
                                    "given",
                                    expert.given() == null ? null : expert.given().toString())
                            .mapping());
        }
        fields.value("experts", Entries.sequence(experts));
        fields.value(
                "groups",
                Entries.sequence(record.groups().stream().map(WeightSetText::group).toList()));
        return fields.mapping();
    }

    private static Value group(WeightRecord.Group group) {
        return new Entries()
                .optionalText("under", group.parent() == null ? null : group.parent().value())
                .value("members", ids(group.members()))
                .optionalText("pooling", group.pooling())
                .list("statements", group.statements().stream().map(WeightSetText::of).toList())
                .list("consistency", group.consistencies().stream().map(WeightSetText::of).toList())
                .list("revisions", group.revisions().stream().map(WeightSetText::of).toList())
                .list("rounds", group.rounds().stream().map(WeightSetText::of).toList())
                .list("observations", group.observations().stream().map(WeightSetText::of).toList())
                .mapping();
    }

    private static Value of(Statement statement) {
        Entries fields = new Entries().text("expert", statement.expert());
        switch (statement) {
            case Statement.Compared compared ->
                    fields.value(
                            "compared",
                            Entries.sequence(
                                    compared.judgements().stream()
                                            .map(
                                                    judgement ->
                                                            Entries.sequence(
                                                                    List.of(
                                                                            Entries.scalar(
                                                                                    judgement
                                                                                            .first()
                                                                                            .value()),
                                                                            Entries.scalar(
                                                                                    judgement
                                                                                            .second()
                                                                                            .value()),
                                                                            ratio(
                                                                                    judgement
                                                                                            .ratio()))))
                                            .toList()));
            case Statement.BestWorst bestWorst ->
                    fields.text("best", bestWorst.best().value())
                            .text("worst", bestWorst.worst().value())
                            .value("bestToOthers", numbers(bestWorst.bestToOthers()))
                            .value("othersToWorst", numbers(bestWorst.othersToWorst()));
            case Statement.Shares shares -> {
                if (shares.round() != 1) {
                    fields.number("round", shares.round());
                }
                fields.value("shares", numbers(shares.shares()));
            }
            case Statement.Limits limits -> {
                Entries ranges = new Entries();
                limits.ranges()
                        .forEach(
                                (node, range) ->
                                        ranges.value(
                                                node.value(),
                                                Entries.sequence(
                                                        List.of(
                                                                Entries.scalar(range.lowest()),
                                                                Entries.scalar(range.highest())))));
                fields.value("limits", ranges.mapping());
                fields.list("orders", limits.orders().stream().map(WeightSetText::ids).toList());
            }
            case Statement.Ranked ranked -> {
                Entries ranks = new Entries();
                ranked.ranks().forEach((node, rank) -> ranks.number(node.value(), rank));
                fields.value("ranks", ranks.mapping());
            }
        }
        return fields.mapping();
    }

    private static Value of(Consistency consistency) {
        Entries fields =
                new Entries()
                        .optionalText("expert", consistency.expert())
                        .text("measure", lower(consistency.measure()))
                        .number("value", consistency.value());
        if (consistency.limit() != null) {
            fields.number("limit", consistency.limit());
        }
        return fields.optionalText("table", consistency.table()).mapping();
    }

    private static Value of(WeightRecord.Revision revision) {
        return new Entries()
                .optionalText("expert", revision.expert())
                .text("first", revision.first().value())
                .text("second", revision.second().value())
                .number("stated", revision.stated())
                .number("advised", revision.advised())
                .number("ratio", revision.ratio())
                .mapping();
    }

    private static Value of(WeightRecord.Round round) {
        Entries fields = new Entries().number("number", round.number());
        if (round.agreement() != null) {
            fields.number("agreement", round.agreement());
        }
        return fields.text("decision", lower(round.decision()))
                .value(
                        "quartiles",
                        Entries.sequence(
                                round.quartiles().stream()
                                        .map(
                                                three ->
                                                        Entries.sequence(
                                                                List.of(
                                                                        Entries.scalar(
                                                                                three.lower()),
                                                                        Entries.scalar(
                                                                                three.median()),
                                                                        Entries.scalar(
                                                                                three.upper()))))
                                        .toList()))
                .list(
                        "moves",
                        round.moves().stream()
                                .map(
                                        move ->
                                                new Entries()
                                                        .text("expert", move.expert())
                                                        .text("member", move.member().value())
                                                        .number("from", move.from())
                                                        .number("to", move.to())
                                                        .mapping())
                                .toList())
                .mapping();
    }

    private static Value of(WeightRecord.Observation observation) {
        return new Entries()
                .text("member", observation.member().value())
                .text("column", observation.column())
                .text("direction", lower(observation.direction()))
                .number("information", observation.information())
                .mapping();
    }

    private static Value spread(WeightSpread spread) {
        List<Value> groups = new ArrayList<>();
        for (WeightSpread.Group group : spread.groups()) {
            Entries fields =
                    new Entries()
                            .optionalText(
                                    "under", group.parent() == null ? null : group.parent().value())
                            .value("members", ids(group.members()));
            if (group.concentration() != null) {
                fields.number("concentration", group.concentration());
            }
            List<Value> opinions = new ArrayList<>();
            for (WeightSpread.Opinion opinion : group.opinions()) {
                opinions.add(
                        new Entries()
                                .text("expert", opinion.expert())
                                .number("voice", opinion.voice())
                                .value(
                                        "weights",
                                        Entries.sequence(
                                                opinion.weights().stream()
                                                        .map(Entries::scalar)
                                                        .toList()))
                                .mapping());
            }
            groups.add(fields.value("opinions", Entries.sequence(opinions)).mapping());
        }
        return Entries.sequence(groups);
    }

    private static Value ids(List<NodeId> ids) {
        return Entries.sequence(ids.stream().map(id -> Entries.scalar(id.value())).toList());
    }

    private static Value numbers(Map<NodeId, Double> numbers) {
        Entries fields = new Entries();
        numbers.forEach((node, number) -> fields.number(node.value(), number));
        return fields.mapping();
    }

    /// A judgement as people write it: the reciprocal of a whole number is a fraction.
    private static Value ratio(double ratio) {
        double reciprocal = Math.rint(1 / ratio);
        return ratio < 1 && reciprocal < 1000 && 1 / reciprocal == ratio
                ? Entries.scalar("1/" + (int) reciprocal)
                : Entries.scalar(ratio);
    }
}
