package org.jieti.server.audit;

import static org.jieti.server.database.schema.Tables.AUDIT_SEAL;
import static org.jieti.server.database.schema.Tables.AUDIT_UNSEALED;

import java.time.Instant;
import org.jieti.server.audit.domain.Verification;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The chain of audit rows, for those who watch over it.
@Service
@Transactional(readOnly = true)
public class AuditChain {
    private final DSLContext database;

    AuditChain(DSLContext database) {
        this.database = database;
    }

    /// How far the chain is.
    ///
    /// @param seals number of the last seal; 0 for none
    /// @param at when it was made; null for none
    /// @param waiting rows that are not sealed yet
    public record Standing(long seals, @Nullable Instant at, int waiting) {}

    public Standing standing() {
        var last =
                database.select(AUDIT_SEAL.POSITION, AUDIT_SEAL.SEALED_AT)
                        .from(AUDIT_SEAL)
                        .orderBy(AUDIT_SEAL.POSITION.desc())
                        .limit(1)
                        .fetchOne();
        int waiting = database.fetchCount(AUDIT_UNSEALED);
        return last == null
                ? new Standing(0, null, waiting)
                : new Standing(last.value1(), last.value2(), waiting);
    }

    /// Verifies a chain, without a running server.
    ///
    /// @param database in a transaction that sees one state, as `repeatable read`
    /// @param known the hash of a seal as it was noted outside the database; null for none
    public static ChainReport verify(DSLContext database, @Nullable String known) {
        return Verification.of(database, known);
    }
}
