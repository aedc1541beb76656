package org.jieti.server.audit;

import java.time.Clock;
import java.time.Instant;
import org.jieti.server.audit.domain.Removal;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Removes audit rows that have been kept long enough: nothing but the command for it does so, and
/// only as the owner of the tables.
public final class AuditRemoval {
    /// Six months, as GB/T 22239 and article 21 of the Cybersecurity Law ask for.
    public static final int FEWEST_DAYS = 184;

    private AuditRemoval() {}

    /// What is old enough to go.
    ///
    /// @param seal the last seal that goes
    /// @param until when it was made
    public record Old(long seal, long rows, Instant until) {}

    /// What is older than some days, at least [#FEWEST_DAYS]; null for nothing.
    public static @Nullable Old find(DSLContext database, Clock clock, int days) {
        if (days < FEWEST_DAYS) {
            throw new IllegalArgumentException(
                    "Audit rows are kept for at least %d days, not %d"
                            .formatted(FEWEST_DAYS, days));
        }
        return Removal.find(database, clock, days);
    }

    /// Removes it, within a transaction, and leaves a sealed row that says so.
    ///
    /// @param by who started the command
    public static void remove(DSLContext transaction, Clock clock, Old old, int days, String by) {
        Removal.remove(transaction, clock, old, days, by, JsonMapper.shared());
    }
}
