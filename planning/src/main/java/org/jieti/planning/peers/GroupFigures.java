package org.jieti.planning.peers;

import java.util.List;
import java.util.Map;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// What is published of one group, or of all units.
///
/// @param group empty for all
/// @param units how many are behind it, rounded down to a multiple of 5
/// @param total null where it is withheld
/// @param levels the share of units at each level from the first, in tenths of all, rounded; empty
///     where it is withheld
/// @param domains those that are not withheld
/// @param weakSpots the criteria that the fewest satisfy, fewest first
public record GroupFigures(
        String group,
        int units,
        @Nullable Quantiles total,
        List<Integer> levels,
        Map<NodeId, Quantiles> domains,
        List<WeakSpot> weakSpots) {
    public GroupFigures {
        levels = List.copyOf(levels);
        domains = Map.copyOf(domains);
        weakSpots = List.copyOf(weakSpots);
    }

    /// A criterion that few satisfy.
    ///
    /// @param satisfied how many of the units that it applies to satisfy it, in tenths, rounded
    public record WeakSpot(NodeId criterion, int satisfied) {}
}
