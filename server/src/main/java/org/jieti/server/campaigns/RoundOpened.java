package org.jieti.server.campaigns;

import java.util.Set;
import java.util.UUID;

/// A round has just opened for these units, in the transaction that is under way.
public record RoundOpened(Round round, Set<UUID> units) {
    public RoundOpened {
        units = Set.copyOf(units);
    }
}
