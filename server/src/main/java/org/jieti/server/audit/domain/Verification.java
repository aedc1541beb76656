package org.jieti.server.audit.domain;

import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;
import static org.jieti.server.database.schema.Tables.AUDIT_SEAL;
import static org.jieti.server.database.schema.Tables.AUDIT_UNSEALED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.server.audit.ChainDigest;
import org.jieti.server.audit.ChainReport;
import org.jieti.server.audit.ChainReport.Fault;
import org.jieti.server.audit.ChainReport.Kind;
import org.jieti.server.database.schema.tables.records.AuditEntryRecord;
import org.jieti.server.database.schema.tables.records.AuditSealRecord;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Goes along the chain from its beginning: each row against its digest, each seal against its
/// hash, each hash against the one that the next seal names. Then it looks for rows that are in no
/// seal.
public final class Verification {
    /// How many faults are told; one is enough to know.
    private static final int MOST = 100;

    private static final int FETCHED = 50;

    private final DSLContext database;
    private final @Nullable String known;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private boolean foundKnown;
    private long seals;
    private long removedBefore;
    private long position;
    private @Nullable String hash;

    private Verification(DSLContext database, @Nullable String known) {
        this.database = database;
        this.known = known;
    }

    public static ChainReport of(DSLContext database, @Nullable String known) {
        return new Verification(database, known).report();
    }

    private ChainReport report() {
        try (Cursor<AuditSealRecord> rows =
                database.selectFrom(AUDIT_SEAL)
                        .orderBy(AUDIT_SEAL.POSITION)
                        .fetchSize(FETCHED)
                        .fetchLazy()) {
            rows.forEach(this::check);
        }
        if (known != null && !foundKnown) {
            add(Kind.HEAD_UNKNOWN, 0, 0);
        }
        outside();
        Instant oldest =
                database.select(DSL.min(AUDIT_ENTRY.AT))
                        .from(AUDIT_UNSEALED)
                        .join(AUDIT_ENTRY)
                        .on(AUDIT_ENTRY.ID.eq(AUDIT_UNSEALED.ENTRY))
                        .fetchSingle()
                        .value1();
        return new ChainReport(
                position,
                hash == null ? ChainDigest.NOTHING : hash,
                seals,
                seen.size(),
                database.fetchCount(AUDIT_UNSEALED),
                oldest,
                removedBefore,
                faults);
    }

    private void check(AuditSealRecord row) {
        Seal seal = Seal.of(row);
        seals++;
        if (hash == null) {
            begin(seal);
        } else if (seal.position() != position + 1) {
            add(Kind.SEAL_REMOVED, position + 1, 0);
        } else if (!seal.previous().equals(hash)) {
            add(Kind.SEAL_MOVED, seal.position(), 0);
        }
        ChainDigest by = ChainDigest.named(seal.digest());
        if (by == null || seal.entries().size() != seal.digests().size()) {
            add(Kind.SEAL_CHANGED, seal.position(), 0);
        } else {
            rows(seal, by);
            if (!seal.hash(by).equals(row.getHash())) {
                add(Kind.SEAL_CHANGED, seal.position(), 0);
            }
        }
        position = seal.position();
        hash = row.getHash();
        foundKnown |= row.getHash().equals(known);
    }

    /// A chain that does not begin at 1 says itself why.
    private void begin(Seal first) {
        boolean atOne = first.position() == 1 && first.previous().equals(ChainDigest.NOTHING);
        if (atOne) {
            return;
        }
        Field<@Nullable JSONB> anchor =
                DSL.field(
                        "jsonb_build_object('seal', {0}::bigint, 'hash', {1}::text)",
                        JSONB.class, DSL.val(first.position() - 1), DSL.val(first.previous()));
        boolean told =
                database.fetchExists(
                        AUDIT_ENTRY,
                        AUDIT_ENTRY
                                .ACTION
                                .eq(Removal.ACTION)
                                .and(DSL.condition("{0} @> {1}", AUDIT_ENTRY.DETAIL, anchor)));
        if (told) {
            removedBefore = first.position() - 1;
        } else {
            add(Kind.BEGINNING_REMOVED, first.position() - 1, 0);
        }
    }

    private void rows(Seal seal, ChainDigest by) {
        Map<Long, AuditEntryRecord> rows =
                database.selectFrom(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.ID.in(seal.entries()))
                        .fetchMap(AUDIT_ENTRY.ID);
        for (int at = 0; at < seal.entries().size(); at++) {
            long entry = seal.entries().get(at);
            AuditEntryRecord row = rows.get(entry);
            if (!seen.add(entry)) {
                add(Kind.ROW_TWICE, seal.position(), entry);
            } else if (row == null) {
                add(Kind.ROW_REMOVED, seal.position(), entry);
            } else if (!ChainedEntry.digest(row, by).equals(seal.digests().get(at))) {
                add(Kind.ROW_CHANGED, seal.position(), entry);
            }
        }
    }

    /// Rows in no seal, and waiting rows that are not there.
    private void outside() {
        Field<Long> sealed = DSL.field(DSL.name("sealed", "entry"), Long.class);
        database.select(AUDIT_ENTRY.ID)
                .from(AUDIT_ENTRY)
                .whereNotExists(
                        DSL.selectOne()
                                .from(AUDIT_UNSEALED)
                                .where(AUDIT_UNSEALED.ENTRY.eq(AUDIT_ENTRY.ID)))
                .andNotExists(
                        DSL.selectOne()
                                .from(
                                        DSL.select(
                                                        DSL.field(
                                                                        "unnest({0})",
                                                                        Long.class,
                                                                        AUDIT_SEAL.ENTRIES)
                                                                .as("entry"))
                                                .from(AUDIT_SEAL)
                                                .asTable("sealed"))
                                .where(sealed.eq(AUDIT_ENTRY.ID)))
                .orderBy(AUDIT_ENTRY.ID)
                .limit(MOST)
                .forEach(row -> add(Kind.ROW_INSERTED, 0, row.value1()));
        database.select(AUDIT_UNSEALED.ENTRY)
                .from(AUDIT_UNSEALED)
                .whereNotExists(
                        DSL.selectOne()
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.ID.eq(AUDIT_UNSEALED.ENTRY)))
                .orderBy(AUDIT_UNSEALED.ENTRY)
                .limit(MOST)
                .forEach(row -> add(Kind.ROW_REMOVED_UNSEALED, 0, row.value1()));
    }

    private void add(Kind kind, long seal, long entry) {
        if (faults.size() < MOST) {
            faults.add(new Fault(kind, seal, entry));
        }
    }
}
