package org.jieti.server.accounts;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an action is done to.
///
/// @param organisation whose matter it is; null for the platform's
/// @param round in which round; null for none
/// @param parts the node of the model that it touches and all nodes above it; empty for the whole
public record Target(@Nullable UUID organisation, @Nullable UUID round, Set<String> parts) {
    public Target {
        parts = Set.copyOf(parts);
    }

    public static Target platform() {
        return new Target(null, null, Set.of());
    }

    public static Target round(UUID round) {
        return new Target(null, round, Set.of());
    }

    /// All that a unit has in a round.
    public static Target unit(UUID organisation, UUID round) {
        return new Target(organisation, round, Set.of());
    }

    /// A node of what a unit has in a round.
    ///
    /// @param parts the node and all nodes above it
    public static Target part(UUID organisation, UUID round, Set<String> parts) {
        return new Target(organisation, round, parts);
    }
}
