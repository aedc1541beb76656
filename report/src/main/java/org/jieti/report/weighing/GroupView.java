package org.jieti.report.weighing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jieti.core.model.Consistency;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Statement;
import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightSet;
import org.jieti.core.model.WeightSpread;
import org.jieti.report.words.Numbers;
import org.jspecify.annotations.Nullable;

/// One group of siblings: its weights, how far the experts were apart, and what speaks against
/// them.
///
/// @param note how the experts became one, and how far they were apart
/// @param spreadShown whether there are several opinions to show
public record GroupView(
        String title,
        String id,
        String note,
        boolean spreadShown,
        List<MemberRow> members,
        List<ConsistencyRow> consistencies,
        List<RevisionRow> revisions,
        List<RoundView> rounds,
        List<ObservationRow> observations,
        List<StatementRow> statements) {
    public GroupView {
        members = List.copyOf(members);
        consistencies = List.copyOf(consistencies);
        revisions = List.copyOf(revisions);
        rounds = List.copyOf(rounds);
        observations = List.copyOf(observations);
        statements = List.copyOf(statements);
    }

    /// One member with its weight.
    ///
    /// @param width of its bar, in per cent of the widest there can be
    /// @param range from the lowest to the highest opinion; empty for one
    /// @param marks where the experts' own weights stand, in per cent of the same width
    public record MemberRow(
            String name, String id, String weight, String width, String range, List<Mark> marks) {
        public MemberRow {
            marks = List.copyOf(marks);
        }
    }

    /// An expert's own weight.
    ///
    /// @param place in per cent of the width
    public record Mark(String expert, String place, String weight) {}

    /// How far judgements contradict each other.
    public record ConsistencyRow(
            String whose,
            String measure,
            String value,
            String limit,
            String verdict,
            boolean accepted) {}

    /// A judgement worth revisiting.
    public record RevisionRow(
            String expert, String pair, String stated, String advised, String ratio) {}

    /// A round of a Delphi.
    ///
    /// @param moves who moved, one line an expert
    public record RoundView(
            String title,
            String agreement,
            String decision,
            List<QuartileRow> quartiles,
            List<String> moves) {
        public RoundView {
            quartiles = List.copyOf(quartiles);
            moves = List.copyOf(moves);
        }
    }

    /// The middle half of the experts on one member.
    public record QuartileRow(String name, String lower, String median, String upper) {}

    /// What the data said of one member.
    public record ObservationRow(
            String name, String column, String direction, String information) {}

    /// What one expert stated, in one line.
    public record StatementRow(String expert, String text) {}

    static GroupView of(WeightSet set, WeightRecord.Group group, WeighingWords words) {
        WeightSpread.Group spread =
                set.spread() == null ? null : set.spread().under(group.parent());
        return new GroupView(
                words.group(group.parent()),
                group.parent() == null ? "" : group.parent().value(),
                note(group, spread, words),
                spread != null,
                members(set, group, spread, words),
                group.consistencies().stream().map(each -> consistency(each, words)).toList(),
                group.revisions().stream().map(each -> revision(each, words)).toList(),
                group.rounds().stream().map(each -> round(each, group, words)).toList(),
                group.observations().stream().map(each -> observation(each, words)).toList(),
                group.statements().stream()
                        .map(each -> new StatementRow(each.expert(), stated(each, words)))
                        .toList());
    }

    private static String note(
            WeightRecord.Group group, WeightSpread.@Nullable Group spread, WeighingWords words) {
        List<String> parts = new ArrayList<>();
        if (group.pooling() != null) {
            parts.add(words.say("pooling." + group.pooling()));
        }
        if (spread != null) {
            parts.add(
                    spread.concentration() == null
                            ? words.say("spread.none")
                            : words.say(
                                    "spread.concentration",
                                    WeighingWords.number(spread.concentration())));
        }
        return String.join(" · ", parts);
    }

    private static List<MemberRow> members(
            WeightSet set,
            WeightRecord.Group group,
            WeightSpread.@Nullable Group spread,
            WeighingWords words) {
        double widest = 0;
        for (NodeId member : group.members()) {
            widest = Math.max(widest, set.weight(member));
        }
        if (spread != null) {
            for (WeightSpread.Opinion opinion : spread.opinions()) {
                for (double weight : opinion.weights()) {
                    widest = Math.max(widest, weight);
                }
            }
        }
        List<MemberRow> rows = new ArrayList<>();
        for (int i = 0; i < group.members().size(); i++) {
            NodeId member = group.members().get(i);
            List<Mark> marks = new ArrayList<>();
            double lowest = 1;
            double highest = 0;
            for (WeightSpread.Opinion opinion :
                    spread == null ? List.<WeightSpread.Opinion>of() : spread.opinions()) {
                double weight = opinion.weights().get(i);
                lowest = Math.min(lowest, weight);
                highest = Math.max(highest, weight);
                marks.add(
                        new Mark(
                                opinion.expert(),
                                Numbers.decimals(100 * weight / widest, 2),
                                Numbers.weight(weight)));
            }
            rows.add(
                    new MemberRow(
                            words.name(member),
                            member.value(),
                            Numbers.weight(set.weight(member)),
                            Numbers.decimals(100 * set.weight(member) / widest, 2),
                            marks.isEmpty()
                                    ? ""
                                    : words.say(
                                            "range",
                                            Numbers.weight(lowest),
                                            Numbers.weight(highest)),
                            marks));
        }
        return rows;
    }

    private static ConsistencyRow consistency(Consistency consistency, WeighingWords words) {
        return new ConsistencyRow(
                words.whose(consistency.expert()),
                words.measure(consistency),
                WeighingWords.figure(consistency.value()),
                consistency.limit() == null ? "–" : WeighingWords.figure(consistency.limit()),
                words.verdict(consistency),
                consistency.isAcceptable());
    }

    private static RevisionRow revision(WeightRecord.Revision revision, WeighingWords words) {
        return new RevisionRow(
                words.whose(revision.expert()),
                words.say("pair", words.name(revision.first()), words.name(revision.second())),
                WeighingWords.ratio(revision.stated()),
                WeighingWords.ratio(revision.advised()),
                WeighingWords.figure(revision.ratio()));
    }

    private static RoundView round(
            WeightRecord.Round round, WeightRecord.Group group, WeighingWords words) {
        List<QuartileRow> quartiles = new ArrayList<>();
        for (int i = 0; i < round.quartiles().size(); i++) {
            WeightRecord.Quartiles each = round.quartiles().get(i);
            quartiles.add(
                    new QuartileRow(
                            words.name(group.members().get(i)),
                            Numbers.weight(each.lower()),
                            Numbers.weight(each.median()),
                            Numbers.weight(each.upper())));
        }
        return new RoundView(
                words.say("round", round.number()),
                round.agreement() == null
                        ? words.say("agreement.undefined")
                        : words.say("agreement", WeighingWords.figure(round.agreement())),
                words.say("decision." + WeighingWords.id(round.decision())),
                quartiles,
                moves(round, words));
    }

    /// Who moved, one line an expert.
    private static List<String> moves(WeightRecord.Round round, WeighingWords words) {
        Map<String, List<String>> byExpert = new LinkedHashMap<>();
        for (WeightRecord.Move move : round.moves()) {
            byExpert.computeIfAbsent(move.expert(), _ -> new ArrayList<>())
                    .add(
                            words.say(
                                    "move",
                                    words.name(move.member()),
                                    Numbers.weight(move.from()),
                                    Numbers.weight(move.to())));
        }
        return byExpert.entrySet().stream()
                .map(each -> words.say("moved", each.getKey(), words.joined(each.getValue())))
                .toList();
    }

    private static ObservationRow observation(
            WeightRecord.Observation observation, WeighingWords words) {
        return new ObservationRow(
                words.name(observation.member()),
                observation.column(),
                words.say("direction." + WeighingWords.id(observation.direction())),
                WeighingWords.figure(observation.information()));
    }

    private static String stated(Statement statement, WeighingWords words) {
        return switch (statement) {
            case Statement.Compared compared ->
                    words.joined(
                            compared.judgements().stream()
                                    .map(
                                            each ->
                                                    words.say(
                                                            "stated.pair",
                                                            words.name(each.first()),
                                                            words.name(each.second()),
                                                            WeighingWords.ratio(each.ratio())))
                                    .toList());
            case Statement.BestWorst bestWorst ->
                    words.say(
                            "stated.best-worst",
                            words.name(bestWorst.best()),
                            words.name(bestWorst.worst()),
                            numbers(bestWorst.bestToOthers(), words),
                            numbers(bestWorst.othersToWorst(), words));
            case Statement.Shares shares ->
                    shares.round() == 1
                            ? numbers(shares.shares(), words)
                            : words.say(
                                    "stated.round",
                                    shares.round(),
                                    numbers(shares.shares(), words));
            case Statement.Limits limits -> limits(limits, words);
            case Statement.Ranked ranked ->
                    ranked.ranks().entrySet().stream()
                            .map(
                                    each ->
                                            words.say(
                                                    "stated.number",
                                                    words.name(each.getKey()),
                                                    each.getValue()))
                            .collect(Collectors.joining(words.say("list.separator")));
        };
    }

    private static String limits(Statement.Limits limits, WeighingWords words) {
        List<String> parts = new ArrayList<>();
        limits.ranges()
                .forEach(
                        (node, range) ->
                                parts.add(
                                        words.say(
                                                "stated.range",
                                                words.name(node),
                                                Numbers.weight(range.lowest()),
                                                Numbers.weight(range.highest()))));
        for (List<NodeId> order : limits.orders()) {
            parts.add(order.stream().map(words::name).collect(Collectors.joining(" ≥ ")));
        }
        return words.joined(parts);
    }

    private static String numbers(Map<NodeId, Double> numbers, WeighingWords words) {
        return numbers.entrySet().stream()
                .map(
                        each ->
                                words.say(
                                        "stated.number",
                                        words.name(each.getKey()),
                                        WeighingWords.number(each.getValue())))
                .collect(Collectors.joining(words.say("list.separator")));
    }
}
