package org.jieti.core.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jieti.core.model.Direction;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jieti.core.model.Violation;
import org.jspecify.annotations.Nullable;

/// Small index models and populations, written briefly.
final class TestIndex {
    private static final Text TEXT = new Text("测试", "test");

    private TestIndex() {}

    static IndexNode.Leaf leaf(String column) {
        return leaf(column, 1);
    }

    static IndexNode.Leaf leaf(String column, double weight) {
        return new IndexNode.Leaf(
                new NodeId(column), TEXT, weight, column, Direction.HIGHER, null, null);
    }

    static IndexNode.Leaf lower(String column) {
        return new IndexNode.Leaf(new NodeId(column), TEXT, 1, column, Direction.LOWER, null, null);
    }

    static IndexNode.Leaf per(String column, String denominator) {
        return new IndexNode.Leaf(
                new NodeId(column), TEXT, 1, column, Direction.HIGHER, denominator, null);
    }

    static IndexNode.Leaf towards(String column, Direction direction, double target) {
        return new IndexNode.Leaf(new NodeId(column), TEXT, 1, column, direction, null, target);
    }

    static IndexNode.Branch branch(
            String id, Aggregation aggregation, @Nullable Integer decimals, IndexNode... parts) {
        return new IndexNode.Branch(new NodeId(id), TEXT, 1, aggregation, decimals, List.of(parts));
    }

    static IndexModel model(IndexNode.Branch root, Step... steps) {
        return model(root, RankBasis.UNROUNDED, Missing.NO_VALUE, steps);
    }

    static IndexModel model(
            IndexNode.Branch root, RankBasis basis, Missing missing, Step... steps) {
        return new IndexModel(
                new ModelId("test", "1"),
                TEXT,
                TEXT,
                TEXT,
                root,
                List.of(steps),
                missing,
                2,
                List.of(
                        new IndexBand("A", TEXT, 0.75),
                        new IndexBand("B", TEXT, 0.5),
                        new IndexBand("C", TEXT, null)),
                basis,
                new Published("published", 0.005),
                List.of(new Grouping("region", TEXT)));
    }

    /// A unit with `column value` pairs; a null is a missing cell.
    static Member unit(String id, @Nullable Object... cells) {
        return member(id, "", cells);
    }

    static Member in(String region, String id, @Nullable Object... cells) {
        return member(id, region, cells);
    }

    private static Member member(String id, String region, @Nullable Object... cells) {
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i + 1] instanceof Number number) {
                values.put(String.valueOf(cells[i]), number.doubleValue());
            }
        }
        return new Member(
                id,
                id,
                Member.Survey.SURVEYED,
                region.isEmpty() ? Map.of() : Map.of("region", region),
                values);
    }

    /// Units `u1`, `u2`, … with one column.
    static List<Member> column(String column, double... values) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            members.add(unit("u" + (i + 1), column, values[i]));
        }
        return members;
    }

    static PopulationResult score(IndexModel model, List<Member> members) {
        return PopulationScoring.score(model, new Population(members));
    }

    static PopulationResult score(IndexModel model, Member... members) {
        return score(model, List.of(members));
    }

    /// The rules that are broken, each once.
    static List<String> broken(IndexModel model, Member... members) {
        return PopulationScoring.check(model, new Population(List.of(members))).stream()
                .map(Violation::rule)
                .distinct()
                .toList();
    }

    static Outcome outcome(PopulationResult result, String unit) {
        return result.members().stream()
                .filter(member -> member.member().id().equals(unit))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    static Outcome.Scored scored(PopulationResult result, String unit) {
        if (outcome(result, unit) instanceof Outcome.Scored scored) {
            return scored;
        }
        throw new AssertionError(unit + ": " + outcome(result, unit));
    }

    /// The indexes in the order of the population; NaN where there is none.
    static List<Double> indexes(PopulationResult result) {
        return result.members().stream()
                .map(
                        member ->
                                member.outcome() instanceof Outcome.Scored scored
                                        ? scored.index()
                                        : Double.NaN)
                .toList();
    }

    static List<Integer> ranks(PopulationResult result) {
        return result.members().stream()
                .map(
                        member ->
                                member.outcome() instanceof Outcome.Scored scored
                                        ? scored.rank()
                                        : 0)
                .toList();
    }
}
