package org.jieti.core.population;

import java.util.List;

/// How the computed index compares with the one that was published.
///
/// @param compared for how many units
/// @param largest the largest difference
/// @param at the unit with the largest difference
/// @param beyond the units that are off by more than the tolerance, the largest difference first
public record Reproduction(
        Published published, int compared, double largest, String at, List<String> beyond) {
    public Reproduction {
        beyond = List.copyOf(beyond);
    }

    /// Whether the published index follows from its parts by this model.
    public boolean holds() {
        return beyond.isEmpty();
    }
}
