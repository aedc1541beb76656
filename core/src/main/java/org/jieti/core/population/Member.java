package org.jieti.core.population;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a population's table.
///
/// @param groups the unit's group, by grouping column; absent where it has none
/// @param values the unit's numbers, by column; absent where the cell is missing, never NaN
public record Member(
        String id,
        String name,
        Survey survey,
        Map<String, String> groups,
        Map<String, Double> values) {

    /// Whether the unit took part.
    public enum Survey {
        SURVEYED,
        /// It has no score, whatever numbers stand in its row.
        NOT_SURVEYED
    }

    public Member {
        groups = Map.copyOf(groups);
        values = Map.copyOf(values);
        if (values.values().stream().anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "Unit %s has a value that is no finite number: %s.".formatted(id, values));
        }
    }

    public @Nullable Double value(String column) {
        return values.get(column);
    }

    public @Nullable String group(String grouping) {
        return groups.get(grouping);
    }
}
