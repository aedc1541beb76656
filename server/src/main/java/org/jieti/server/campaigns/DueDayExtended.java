package org.jieti.server.campaigns;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/// Units of a round have just been given until a later day, in the transaction that is under way.
public record DueDayExtended(Round round, Set<UUID> units, LocalDate dueOn, String reason) {
    public DueDayExtended {
        units = Set.copyOf(units);
    }
}
