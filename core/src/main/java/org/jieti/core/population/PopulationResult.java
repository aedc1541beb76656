package org.jieti.core.population;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The outcome of a whole population, with every unit's derivation.
///
/// @param members in the order of the population
/// @param rankedOn what the ranks follow
/// @param reproduction null where the table carries no published index
public record PopulationResult(
        String engineVersion,
        IndexModel model,
        List<MemberResult> members,
        List<ColumnFacts> columns,
        RankBasis rankedOn,
        List<Remark> remarks,
        @Nullable Reproduction reproduction) {
    public PopulationResult {
        members = List.copyOf(members);
        columns = List.copyOf(columns);
        remarks = List.copyOf(remarks);
    }

    /// The unit of that id; null if there is none.
    public @Nullable MemberResult find(String id) {
        for (MemberResult member : members) {
            if (member.member().id().equals(id)) {
                return member;
            }
        }
        return null;
    }

    /// What happened to the column of a leaf.
    public @Nullable ColumnFacts column(IndexNode.Leaf leaf) {
        for (ColumnFacts facts : columns) {
            if (facts.leaf().equals(leaf)) {
                return facts;
            }
        }
        return null;
    }

    /// The units by rank, ties in the order of the population, those without an index last.
    public List<MemberResult> ranked() {
        return members.stream().sorted(Comparator.comparingInt(PopulationResult::place)).toList();
    }

    private static int place(MemberResult member) {
        return switch (member.outcome()) {
            case Outcome.Scored scored -> scored.rank();
            case Outcome.NotSurveyed _,
                    Outcome.TooFewData _,
                    Outcome.MissingData _,
                    Outcome.Undefined _ ->
                    Integer.MAX_VALUE;
        };
    }
}
