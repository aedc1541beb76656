package org.jieti.server.audit.domain;

import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;
import static org.jieti.server.database.schema.Tables.AUDIT_SEAL;
import static org.jieti.server.database.schema.Tables.AUDIT_UNSEALED;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jieti.server.audit.ChainDigest;
import org.jieti.server.database.schema.tables.records.AuditEntryRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Writes the chain. Whoever does so holds a lock of the database for the length of a transaction,
/// so that among several instances one at a time seals.
final class Chain {
    /// Rows in a seal at most.
    static final int BATCH = 1000;

    private static final long LOCK = 0x6A69_6574_692E_6131L;

    private Chain() {}

    /// The end of the chain.
    record Head(long position, String hash, Instant sealedAt) {
        static Head nothing() {
            return new Head(0, ChainDigest.NOTHING, Instant.EPOCH);
        }
    }

    /// Seals what has been committed and waits, within a transaction.
    ///
    /// @return how many rows; 0 where none waits, or another instance is at it
    static int seal(DSLContext transaction, Clock clock, ChainDigest by) {
        if (!mayWrite(transaction)) {
            return 0;
        }
        List<AuditEntryRecord> rows =
                transaction
                        .select(AUDIT_ENTRY.asterisk())
                        .from(AUDIT_UNSEALED)
                        .join(AUDIT_ENTRY)
                        .on(AUDIT_ENTRY.ID.eq(AUDIT_UNSEALED.ENTRY))
                        .orderBy(AUDIT_UNSEALED.ENTRY)
                        .limit(BATCH)
                        .fetchInto(AUDIT_ENTRY);
        if (rows.isEmpty()) {
            return 0;
        }
        Head before = head(transaction);
        Seal seal =
                new Seal(
                        before.position() + 1,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        by.code(),
                        before.hash(),
                        rows.stream().map(AuditEntryRecord::getId).toList(),
                        rows.stream().map(row -> ChainedEntry.digest(row, by)).toList());
        transaction
                .insertInto(AUDIT_SEAL)
                .set(AUDIT_SEAL.POSITION, seal.position())
                .set(AUDIT_SEAL.SEALED_AT, seal.sealedAt())
                .set(AUDIT_SEAL.DIGEST, seal.digest())
                .set(AUDIT_SEAL.PREVIOUS, seal.previous())
                .set(AUDIT_SEAL.ENTRIES, seal.entries().toArray(Long[]::new))
                .set(AUDIT_SEAL.DIGESTS, seal.digests().toArray(String[]::new))
                .set(AUDIT_SEAL.HASH, seal.hash(by))
                .execute();
        transaction
                .deleteFrom(AUDIT_UNSEALED)
                .where(AUDIT_UNSEALED.ENTRY.in(seal.entries()))
                .execute();
        return rows.size();
    }

    /// The last seal.
    static Head head(DSLContext database) {
        Head head =
                database.select(AUDIT_SEAL.POSITION, AUDIT_SEAL.HASH, AUDIT_SEAL.SEALED_AT)
                        .from(AUDIT_SEAL)
                        .orderBy(AUDIT_SEAL.POSITION.desc())
                        .limit(1)
                        .fetchOne(row -> new Head(row.value1(), row.value2(), row.value3()));
        return head == null ? Head.nothing() : head;
    }

    /// Whether anything waits to be sealed.
    static boolean waits(DSLContext database) {
        return database.fetchExists(AUDIT_UNSEALED);
    }

    private static boolean mayWrite(DSLContext transaction) {
        Field<@Nullable Boolean> lock =
                DSL.field("pg_try_advisory_xact_lock({0})", Boolean.class, DSL.val(LOCK));
        return Boolean.TRUE.equals(transaction.select(lock).fetchSingle().value1());
    }

    /// Waits until nobody else writes the chain, and keeps them out until the transaction ends.
    static void hold(DSLContext transaction) {
        transaction.execute("select pg_advisory_xact_lock({0})", DSL.val(LOCK));
    }
}
