package org.jieti.planning.peers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The least number of units that any figure, and any difference of figures, stands for.
///
/// A figure is published for all units and for groups, which are disjoint. A group with fewer
/// units than the floor is withheld. If what is left of all units without the published groups is
/// fewer than the floor, and not none, the smallest published group is withheld as well, until that
/// holds. (Complementary suppression: Cox, *Journal of the American Statistical Association*
/// 75(370), 1980.)
///
/// @param least at least 3, since of two units each knows the other
public record PrivacyFloor(int least) {
    /// The floor unless another is asked for.
    public static final PrivacyFloor CUSTOMARY = new PrivacyFloor(5);

    /// The lowest floor.
    public static final int LOWEST = 3;

    public PrivacyFloor {
        if (least < LOWEST) {
            throw new IllegalArgumentException(
                    "The floor is at least %d units, but got %d.".formatted(LOWEST, least));
        }
    }

    /// Whether a number of units may be told apart from nothing.
    public boolean hides(int units) {
        return units > 0 && units < least;
    }

    /// The groups of which a figure may be published, in the order given.
    ///
    /// @param all the units that have the figure, in a group or not
    /// @param groups disjoint parts of `all`
    public List<String> published(Set<String> all, Map<String, Set<String>> groups) {
        if (all.size() < least) {
            return List.of();
        }
        Map<String, Set<String>> open = new LinkedHashMap<>();
        int left = all.size();
        for (Map.Entry<String, Set<String>> group : groups.entrySet()) {
            if (group.getValue().size() >= least) {
                open.put(group.getKey(), group.getValue());
                left -= group.getValue().size();
            }
        }
        while (hides(left)) {
            String smallest = smallest(open);
            left += open.getOrDefault(smallest, Set.of()).size();
            open.remove(smallest);
        }
        return new ArrayList<>(open.keySet());
    }

    /// Of several, the one that comes first by name.
    private static String smallest(Map<String, Set<String>> open) {
        return open.entrySet().stream()
                .min(
                        Comparator.comparingInt(
                                        (Map.Entry<String, Set<String>> each) ->
                                                each.getValue().size())
                                .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    /// Whether sets of units, each behind a published figure, set some unit apart among fewer than
    /// the floor. Whatever is added to and taken from one another, the units that lie in the same
    /// sets stay together: it is these cells that must be empty or as many as the floor.
    public boolean isolates(Collection<Set<String>> sets) {
        Map<String, BitSet> cellOf = new HashMap<>();
        int place = 0;
        for (Set<String> set : sets) {
            for (String unit : set) {
                cellOf.computeIfAbsent(unit, _ -> new BitSet()).set(place);
            }
            place++;
        }
        Map<BitSet, Integer> sizes = new HashMap<>();
        cellOf.values().forEach(cell -> sizes.merge(cell, 1, Integer::sum));
        return sizes.values().stream().anyMatch(this::hides);
    }
}
