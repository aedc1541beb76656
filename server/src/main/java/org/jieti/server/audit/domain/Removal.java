package org.jieti.server.audit.domain;

import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;
import static org.jieti.server.database.schema.Tables.AUDIT_SEAL;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jieti.server.audit.AuditRemoval.Old;
import org.jieti.server.audit.ChainDigest;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Takes the oldest seals with their rows off the chain. A row says which, with the hash of the
/// last one that went: it is sealed like any other, and the chain begins after it.
public final class Removal {
    /// What is written down of a removal.
    public static final String ACTION = "audit.rows.removed";

    private Removal() {}

    /// What is old enough to go; null for nothing. The last seal always stays.
    public static @Nullable Old find(DSLContext database, Clock clock, int days) {
        Instant before = clock.instant().minus(Duration.ofDays(days));
        Long last =
                database.select(DSL.max(AUDIT_SEAL.POSITION))
                        .from(AUDIT_SEAL)
                        .where(AUDIT_SEAL.SEALED_AT.lt(before))
                        .and(AUDIT_SEAL.POSITION.lt(Chain.head(database).position()))
                        .fetchSingle()
                        .value1();
        if (last == null) {
            return null;
        }
        return database.select(
                        DSL.sum(DSL.field("cardinality({0})", Long.class, AUDIT_SEAL.ENTRIES)),
                        DSL.max(AUDIT_SEAL.SEALED_AT))
                .from(AUDIT_SEAL)
                .where(AUDIT_SEAL.POSITION.le(last))
                .fetchSingle(row -> new Old(last, row.value1().longValue(), row.value2()));
    }

    /// Removes it, within a transaction of the owner of the tables.
    public static void remove(
            DSLContext transaction, Clock clock, Old old, int days, String by, JsonMapper json) {
        Chain.hold(transaction);
        String hash =
                transaction
                        .select(AUDIT_SEAL.HASH)
                        .from(AUDIT_SEAL)
                        .where(AUDIT_SEAL.POSITION.eq(old.seal()))
                        .fetchSingle(AUDIT_SEAL.HASH);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("seal", old.seal());
        detail.put("hash", hash);
        detail.put("rows", old.rows());
        detail.put("sealedUntil", old.until().toString());
        detail.put("keptDays", days);
        transaction
                .insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.AT, clock.instant())
                .set(AUDIT_ENTRY.ACTOR_NAME, by)
                .set(AUDIT_ENTRY.ACTION, ACTION)
                .set(AUDIT_ENTRY.SUBJECT_KIND, "audit")
                .set(AUDIT_ENTRY.SUBJECT_ID, Long.toString(old.seal()))
                .set(AUDIT_ENTRY.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .execute();
        transaction.execute("alter table audit_entry disable trigger audit_entry_stays");
        transaction.execute("alter table audit_seal disable trigger audit_seal_stays");
        transaction.execute(
                "delete from audit_entry where id in"
                        + " (select unnest(entries) from audit_seal where position <= {0})",
                DSL.val(old.seal()));
        transaction.deleteFrom(AUDIT_SEAL).where(AUDIT_SEAL.POSITION.le(old.seal())).execute();
        transaction.execute("alter table audit_entry enable trigger audit_entry_stays");
        transaction.execute("alter table audit_seal enable trigger audit_seal_stays");
        while (Chain.seal(transaction, clock, ChainDigest.SHA_256) == Chain.BATCH) {
            // The rows that waited, and the one about this.
        }
    }
}
