package org.jieti.core.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// The ranks of many units by score, highest first, over all and within each peer group.
///
/// Ranks are taken before rounding. Units whose scores lie within the tolerance of the highest
/// score of a tie share its rank, and the next unit is ranked as if they had not: 1, 2, 2, 4. A
/// unit without a score has no rank and takes none away.
///
/// @param places one for each unit, in the order in which the units were given
/// @param groups in the order in which they first appear
public record Ranking(List<Place> places, List<PeerGroup> groups) {
    public Ranking {
        places = List.copyOf(places);
        groups = List.copyOf(groups);
    }

    /// What a unit is ranked by.
    ///
    /// @param peerGroup empty for a unit that belongs to none
    /// @param score null for a unit that has none
    public record Entry(String peerGroup, @Nullable Double score) {}

    /// The ranks of one unit, from 1; null where it has none.
    public record Place(@Nullable Integer overall, @Nullable Integer inPeerGroup) {}

    /// Units that are compared with each other.
    ///
    /// @param members their indices in the order given, ascending
    /// @param ranked how many of them have a score
    /// @param scores null where none has
    public record PeerGroup(
            String name, List<Integer> members, int ranked, @Nullable Scores scores) {
        public PeerGroup {
            members = List.copyOf(members);
        }
    }

    /// Mean and range of the scores of those units that have one.
    public record Scores(double mean, double lowest, double highest) {}

    public static Ranking of(List<Entry> entries) {
        Map<Integer, Integer> overall =
                ranks(entries, IntStream.range(0, entries.size()).boxed().toList());
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String group = entries.get(i).peerGroup();
            if (!group.isEmpty()) {
                members.computeIfAbsent(group, _ -> new ArrayList<>()).add(i);
            }
        }
        Map<Integer, Integer> within = new HashMap<>();
        List<PeerGroup> groups = new ArrayList<>();
        members.forEach(
                (name, indices) -> {
                    Map<Integer, Integer> ranks = ranks(entries, indices);
                    within.putAll(ranks);
                    groups.add(
                            new PeerGroup(name, indices, ranks.size(), scores(entries, indices)));
                });
        return new Ranking(
                IntStream.range(0, entries.size())
                        .mapToObj(i -> new Place(overall.get(i), within.get(i)))
                        .toList(),
                groups);
    }

    private static @Nullable Scores scores(List<Entry> entries, List<Integer> members) {
        double sum = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int index : members) {
            Double score = entries.get(index).score();
            if (score != null) {
                sum += score;
                lowest = Math.min(lowest, score);
                highest = Math.max(highest, score);
                count++;
            }
        }
        return count == 0 ? null : new Scores(sum / count, lowest, highest);
    }

    /// The ranks of those members that have a score, by index.
    private static Map<Integer, Integer> ranks(List<Entry> entries, List<Integer> members) {
        List<Scored> scored = new ArrayList<>();
        for (int index : members) {
            Double score = entries.get(index).score();
            if (score != null) {
                scored.add(new Scored(index, score));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        Map<Integer, Integer> ranks = new HashMap<>();
        int rank = 1;
        double highestOfTie = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scored.size(); i++) {
            double score = scored.get(i).score();
            if (!Threshold.isAtLeast(score, highestOfTie)) {
                rank = i + 1;
                highestOfTie = score;
            }
            ranks.put(scored.get(i).index(), rank);
        }
        return ranks;
    }

    private record Scored(int index, double score) {}
}
