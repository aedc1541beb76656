package org.jieti.core.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a weight set came about: who stated what, when, how far it contradicts itself, and what
/// the rounds or the data were. With it the weights can be computed again.
///
/// @param experts none where weights come from data
/// @param base the weight set from which the groups that nobody weighed are taken; null where all
///     were weighed
public record WeightRecord(List<Expert> experts, @Nullable String base, List<Group> groups) {
    public WeightRecord {
        experts = List.copyOf(experts);
        groups = List.copyOf(groups);
    }

    /// Who stated something.
    ///
    /// @param id a name, or an anonymous sign
    /// @param voice how much the word counts beside the others', above 0
    /// @param given on which day; null if nobody wrote it down
    public record Expert(String id, double voice, @Nullable LocalDate given) {
        public Expert {
            if (id.isBlank() || !(voice > 0 && Double.isFinite(voice))) {
                throw new IllegalArgumentException(
                        "Expert \"%s\" with the voice %s: needs an id and a voice above 0."
                                .formatted(id, voice));
            }
        }
    }

    /// How one group of siblings was weighed.
    ///
    /// @param parent the node whose children they are; null for the domains
    /// @param pooling how several experts became one, as in `judgements`; null for one expert or
    ///     none
    /// @param statements what was stated, in the order of the file
    /// @param consistencies of each expert and of the group, where the method has a measure
    /// @param revisions the judgements most worth revisiting, of each expert and of the group
    /// @param rounds of a Delphi, in their order
    /// @param observations what the data said of each member, where weights come from data
    public record Group(
            @Nullable NodeId parent,
            List<NodeId> members,
            @Nullable String pooling,
            List<Statement> statements,
            List<Consistency> consistencies,
            List<Revision> revisions,
            List<Round> rounds,
            List<Observation> observations) {
        public Group {
            members = List.copyOf(members);
            statements = List.copyOf(statements);
            consistencies = List.copyOf(consistencies);
            revisions = List.copyOf(revisions);
            rounds = List.copyOf(rounds);
            observations = List.copyOf(observations);
        }
    }

    /// A judgement that contradicts the others most, and the one that would fit them.
    ///
    /// @param expert whose judgement; null for that of the group taken together
    /// @param stated how many times as important the first is as the second, as it stands
    /// @param advised the value of Saaty's scale that helps most
    /// @param ratio the consistency ratio with that value in its place
    public record Revision(
            @Nullable String expert,
            NodeId first,
            NodeId second,
            double stated,
            double advised,
            double ratio) {}

    /// A round of a Delphi.
    ///
    /// @param number from 1
    /// @param quartiles of each member's weight, in the order of the members
    /// @param agreement Kendall's W, in [0, 1]; null where it is not defined
    /// @param moves the weights that experts changed since the round before, the widest first
    /// @param decision whether another round is due
    public record Round(
            int number,
            List<Quartiles> quartiles,
            @Nullable Double agreement,
            List<Move> moves,
            Decision decision) {
        public Round {
            quartiles = List.copyOf(quartiles);
            moves = List.copyOf(moves);
        }
    }

    /// A weight that an expert changed between two rounds, in [0, 1].
    public record Move(String expert, NodeId member, double from, double to) {}

    /// The middle half of the experts, in [0, 1].
    public record Quartiles(double lower, double median, double upper) {}

    /// What a Delphi round leads to.
    public enum Decision {
        /// Neither agreed nor settled: another round is due.
        CONTINUE,
        /// The experts agree.
        AGREED,
        /// Nothing moves any more, although they do not agree.
        SETTLED
    }

    /// What a table says about one member.
    ///
    /// @param column the table's column
    /// @param information what the method found in it, at least 0; weights are proportional to it
    public record Observation(
            NodeId member, String column, Direction direction, double information) {}

    /// Whether what is measured is accepted.
    ///
    /// @param judged how many figures with a limit there are, the geometric index left aside, which
    ///     says the same as the ratio beside it
    /// @param above how many of them are above their limits
    /// @param under the node above the group of the worst; null for the domains
    /// @param worst the figure that is highest beside its limit
    public record Verdict(int judged, int above, @Nullable NodeId under, Consistency worst) {}

    /// Whether what is measured is accepted; null where nothing is.
    public @Nullable Verdict verdict() {
        int judged = 0;
        int above = 0;
        NodeId under = null;
        Consistency worst = null;
        double highest = -1;
        for (Group group : groups) {
            for (Consistency consistency : group.consistencies()) {
                Double limit = consistency.limit();
                if (limit == null || consistency.measure() == Consistency.Measure.GEOMETRIC) {
                    continue;
                }
                judged++;
                above += consistency.isAcceptable() ? 0 : 1;
                // A limit of 0 is for comparisons that cannot but agree.
                double beside =
                        limit == 0
                                ? (consistency.value() > 0 ? Double.MAX_VALUE : 0)
                                : consistency.value() / limit;
                if (beside > highest) {
                    highest = beside;
                    worst = consistency;
                    under = group.parent();
                }
            }
        }
        return worst == null ? null : new Verdict(judged, above, under, worst);
    }
}
