package org.jieti.server.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;
import static org.jieti.server.database.schema.Tables.AUDIT_SEAL;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jieti.server.audit.Audit;
import org.jieti.server.audit.AuditEvent;
import org.jieti.server.audit.AuditRemoval;
import org.jieti.server.audit.AuditRemoval.Old;
import org.jieti.server.audit.ChainDigest;
import org.jieti.server.audit.ChainReport;
import org.jieti.server.audit.ChainReport.Fault;
import org.jieti.server.audit.ChainReport.Kind;
import org.jieti.server.ground.DatabaseOwner;
import org.jieti.server.ground.ServerTest;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// A chain of four seals of three rows each. What somebody does to it who can do anything in the
/// database is undone after each test.
@ServerTest
class ChainTest {
    private static final int SEALS = 4;
    private static final int ROWS = 3;

    private final Audit audit;
    private final DSLContext database;
    private final DatabaseOwner owner;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChainTest(
            Audit audit,
            DSLContext database,
            DatabaseOwner owner,
            TransactionTemplate transaction,
            Clock clock) {
        this.audit = audit;
        this.database = database;
        this.owner = owner;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void chain() throws InterruptedException {
        while (Chain.head(database).position() < SEALS) {
            write(ROWS);
            untilSealed();
        }
    }

    private void write(int rows) {
        transaction.executeWithoutResult(
                _ -> {
                    for (int row = 1; row <= rows; row++) {
                        audit.record(event("row " + row));
                    }
                });
    }

    private static AuditEvent event(String subject) {
        return new AuditEvent(
                null,
                "示例",
                "accounts.person.changed",
                null,
                "person",
                subject,
                Map.of("before", Map.of("name", "甲"), "after", Map.of("name", "乙")),
                "192.0.2.1");
    }

    /// The application's own sealer is at work.
    private void untilSealed() throws InterruptedException {
        for (int wait = 0; wait < 1000 && Chain.waits(database); wait++) {
            Thread.sleep(20);
        }
        assertThat(Chain.waits(database)).isFalse();
    }

    @Test
    void what_is_committed_is_sealed_by_itself_and_the_chain_is_whole() {
        ChainReport report = Verification.of(database, null);

        assertThat(report.faults()).isEmpty();
        assertThat(report.head()).isEqualTo(report.seals()).isGreaterThanOrEqualTo(SEALS);
        assertThat(report.sealed()).isEqualTo(database.fetchCount(AUDIT_ENTRY));
        assertThat(report.unsealed()).isZero();
    }

    @Test
    void rows_that_wait_are_told_with_the_time_of_the_oldest() {
        ChainReport report =
                tampered(
                        sql -> {
                            Chain.hold(sql);
                            sql.execute(
                                    "insert into audit_entry (at, actor_name, action, subject_kind,"
                                        + " subject_id) values ('2026-11-01T00:00:00Z', 'x', 'a.b',"
                                        + " 'c', 'd')");
                        });

        assertThat(report.isWhole()).isTrue();
        assertThat(report.unsealed()).isEqualTo(1);
        assertThat(report.oldestUnsealed()).isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void a_row_that_was_changed_is_named() {
        long row = rowOf(2, 1);

        for (String change :
                List.of(
                        "actor_name = '别人'",
                        "at = at + interval '1 microsecond'",
                        "address = null",
                        "detail = '{}'",
                        "organisation = gen_random_uuid()")) {
            assertThat(tampered("update audit_entry set " + change + " where id = " + row).faults())
                    .as(change)
                    .containsExactly(new Fault(Kind.ROW_CHANGED, 2, row));
        }
    }

    @Test
    void a_row_that_was_removed_is_named() {
        long row = rowOf(3, 0);

        assertThat(tampered("delete from audit_entry where id = " + row).faults())
                .containsExactly(new Fault(Kind.ROW_REMOVED, 3, row));
    }

    @Test
    void a_row_that_was_put_in_past_the_application_is_named() {
        String insert =
                "insert into audit_entry"
                        + " (id, at, actor_name, action, subject_kind, subject_id)"
                        + " overriding system value"
                        + " values (-7, now(), '甲', 'accounts.role.granted', 'person', 'x')";

        assertThat(tampered(insert).faults()).containsExactly(new Fault(Kind.ROW_INSERTED, 0, -7));
        assertThat(
                        tampered(
                                        insert,
                                        "update audit_seal set entries = entries || -7::bigint,"
                                                + " digests = digests || 'forged'::text"
                                                + " where position = 2")
                                .faults())
                .as("with a place in a seal")
                .containsExactly(
                        new Fault(Kind.ROW_CHANGED, 2, -7), new Fault(Kind.SEAL_CHANGED, 2, 0));
    }

    @Test
    void an_order_that_was_swapped_is_named_in_rows_within_a_seal_and_among_seals() {
        long first = rowOf(2, 0);
        long second = rowOf(2, 1);

        assertThat(
                        tampered(
                                        "alter table audit_entry alter id set generated by default",
                                        "update audit_entry set id = -1 where id = " + first,
                                        "update audit_entry set id = %d where id = %d"
                                                .formatted(first, second),
                                        "update audit_entry set id = %d where id = -1"
                                                .formatted(second))
                                .faults())
                .containsExactly(
                        new Fault(Kind.ROW_CHANGED, 2, first),
                        new Fault(Kind.ROW_CHANGED, 2, second));
        assertThat(
                        tampered(
                                        "update audit_seal set entries = array[entries[2],"
                                                + " entries[1]] || entries[3:], digests ="
                                                + " array[digests[2], digests[1]] || digests[3:]"
                                                + " where position = 2")
                                .faults())
                .containsExactly(new Fault(Kind.SEAL_CHANGED, 2, 0));
        assertThat(
                        tampered(
                                        "update audit_seal set position = 99 where position = 2",
                                        "update audit_seal set position = 2 where position = 3",
                                        "update audit_seal set position = 3 where position = 99")
                                .faults())
                .first()
                .isEqualTo(new Fault(Kind.SEAL_MOVED, 2, 0));
    }

    @Test
    void a_seal_that_was_removed_or_made_anew_is_named() {
        assertThat(tampered("delete from audit_seal where position = 2").faults())
                .contains(new Fault(Kind.SEAL_REMOVED, 2, 0));
        long row = rowOf(2, 0);
        assertThat(
                        tampered(
                                        sql -> {
                                            withoutTriggers(
                                                    sql,
                                                    "update audit_entry set actor_name = 'x'"
                                                            + " where id = "
                                                            + row);
                                            makeAnew(sql, 2);
                                        })
                                .faults())
                .as("its hash fits, but not what the next one names")
                .containsExactly(new Fault(Kind.SEAL_MOVED, 3, 0));
    }

    /// What somebody would do who knows how seals are made.
    private static void makeAnew(DSLContext sql, long position) {
        Seal old =
                Seal.of(
                        sql.selectFrom(AUDIT_SEAL)
                                .where(AUDIT_SEAL.POSITION.eq(position))
                                .fetchSingle());
        var rows =
                sql.selectFrom(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.ID.in(old.entries()))
                        .orderBy(AUDIT_ENTRY.ID)
                        .fetch();
        Seal made =
                new Seal(
                        position,
                        old.sealedAt(),
                        old.digest(),
                        old.previous(),
                        old.entries(),
                        rows.map(each -> ChainedEntry.digest(each, ChainDigest.SHA_256)));
        sql.update(AUDIT_SEAL)
                .set(AUDIT_SEAL.DIGESTS, made.digests().toArray(String[]::new))
                .set(AUDIT_SEAL.HASH, made.hash(ChainDigest.SHA_256))
                .where(AUDIT_SEAL.POSITION.eq(position))
                .execute();
    }

    @Test
    void an_end_that_was_cut_off_is_told_from_a_hash_noted_elsewhere() {
        Chain.Head head = Chain.head(database);
        String[] cut = {
            "delete from audit_entry where id in"
                    + " (select unnest(entries) from audit_seal where position = "
                    + head.position()
                    + ")",
            "delete from audit_seal where position = " + head.position()
        };

        assertThat(tampered(head.hash(), sql -> withoutTriggers(sql, cut)).faults())
                .containsExactly(new Fault(Kind.HEAD_UNKNOWN, 0, 0));
        assertThat(Verification.of(database, head.hash()).isWhole()).isTrue();
    }

    @Test
    void a_beginning_that_was_cut_off_is_told() {
        assertThat(
                        tampered(
                                        "delete from audit_entry where id in (select"
                                            + " unnest(entries) from audit_seal where position ="
                                            + " 1)",
                                        "delete from audit_seal where position = 1")
                                .faults())
                .containsExactly(new Fault(Kind.BEGINNING_REMOVED, 1, 0));
    }

    @Test
    void a_row_that_was_gone_before_it_was_sealed_is_named() {
        assertThat(tampered("insert into audit_unsealed (entry) values (4711)").faults())
                .containsExactly(new Fault(Kind.ROW_REMOVED_UNSEALED, 0, 4711));
    }

    @Test
    void whatever_is_not_as_a_seal_says_is_no_reason_to_stop_looking() {
        long first = rowOf(2, 2);
        long second = rowOf(4, 1);

        assertThat(
                        tampered(
                                        "update audit_entry set action = 'x.y' where id in (%d, %d)"
                                                .formatted(first, second))
                                .faults())
                .containsExactly(
                        new Fault(Kind.ROW_CHANGED, 2, first),
                        new Fault(Kind.ROW_CHANGED, 4, second));
    }

    @Test
    void the_role_of_the_application_cannot_change_or_remove_rows_nor_lift_what_keeps_them() {
        for (String table : List.of("audit_entry", "audit_seal")) {
            for (String change :
                    List.of(
                            "update %s set %s = null"
                                    .formatted(
                                            table,
                                            table.equals("audit_entry") ? "address" : "hash"),
                            "delete from " + table,
                            "truncate " + table)) {
                assertThatThrownBy(() -> database.execute(change))
                        .as(change)
                        .hasStackTraceContaining("permission denied for table " + table);
            }
            assertThatThrownBy(
                            () ->
                                    database.execute(
                                            "alter table %s disable trigger user".formatted(table)))
                    .hasStackTraceContaining("must be owner of table " + table);
        }
        assertThatThrownBy(() -> database.execute("set session_replication_role = replica"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void even_the_owner_changes_no_row_without_lifting_what_keeps_it() {
        for (String change :
                List.of(
                        "update audit_entry set actor_name = 'x'",
                        "delete from audit_entry",
                        "truncate audit_entry",
                        "delete from audit_seal")) {
            assertThatThrownBy(() -> owner.sql().execute(change))
                    .as(change)
                    .hasMessageContaining("never changed or removed");
        }
    }

    @Test
    void while_one_seals_no_other_does() {
        owner.sql()
                .transaction(
                        inner -> {
                            Chain.hold(inner.dsl());
                            write(1);
                            Integer sealed =
                                    transaction.execute(
                                            _ -> Chain.seal(database, clock, ChainDigest.SHA_256));
                            assertThat(sealed).isZero();
                            assertThat(Chain.waits(database)).isTrue();
                        });
    }

    @Test
    void a_chain_goes_on_with_another_algorithm() {
        ChainReport report =
                tampered(
                        sql -> {
                            Chain.hold(sql);
                            sql.execute(
                                    "insert into audit_entry"
                                            + " (at, actor_name, action, subject_kind, subject_id)"
                                            + " values (now(), 'x', 'a.b', 'c', 'd')");
                            assertThat(Chain.seal(sql, clock, ChainDigest.SM3)).isPositive();
                        });

        assertThat(report.isWhole()).isTrue();
        assertThat(report.unsealed()).isZero();
        assertThat(ChainDigest.SM3.of(List.of("abc")))
                .isNotEqualTo(ChainDigest.SHA_256.of(List.of("abc")));
    }

    @Test
    void fields_go_into_a_digest_with_their_lengths() throws NoSuchAlgorithmException {
        byte[] bytes = "3:abc0:-6:阶梯".getBytes(StandardCharsets.UTF_8);

        assertThat(ChainDigest.SHA_256.of(Arrays.asList("abc", "", null, "阶梯")))
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void rows_older_than_184_days_are_removed_and_the_chain_says_so_itself() {
        Clock later = Clock.fixed(clock.instant().plus(Duration.ofDays(185)), ZoneOffset.UTC);
        assertThat(AuditRemoval.find(database, clock, 184)).as("nothing is that old").isNull();
        assertThatThrownBy(() -> AuditRemoval.find(database, later, 183))
                .hasMessageContaining("at least 184 days, not 183");
        long head = Chain.head(database).position();

        ChainReport report =
                tampered(
                        sql -> {
                            Old old = AuditRemoval.find(sql, later, 184);
                            assertThat(old).isNotNull();
                            if (old != null) {
                                assertThat(old.seal()).isEqualTo(head - 1);
                                AuditRemoval.remove(sql, later, old, 184, "operator");
                            }
                        });

        assertThat(report.faults()).isEmpty();
        assertThat(report.removedBefore()).isEqualTo(head - 1);
        assertThat(report.head()).as("one seal stayed, one tells of it").isEqualTo(head + 1);
        assertThat(report.seals()).isEqualTo(2);
    }

    private long rowOf(long seal, int at) {
        return database.select(AUDIT_SEAL.ENTRIES)
                .from(AUDIT_SEAL)
                .where(AUDIT_SEAL.POSITION.eq(seal))
                .fetchSingle(AUDIT_SEAL.ENTRIES)[at];
    }

    private ChainReport tampered(String... statements) {
        return tampered(null, sql -> withoutTriggers(sql, statements));
    }

    private static void withoutTriggers(DSLContext sql, String... statements) {
        sql.execute("set local session_replication_role = replica");
        Arrays.stream(statements).forEach(sql::execute);
    }

    private ChainReport tampered(Consumer<DSLContext> does) {
        return tampered(null, does);
    }

    /// What a verification finds after somebody did something, which is undone afterwards.
    private ChainReport tampered(@Nullable String known, Consumer<DSLContext> does) {
        ChainReport[] report = new ChainReport[1];
        RuntimeException undo = new IllegalStateException("undo");
        assertThatThrownBy(
                        () ->
                                owner.sql()
                                        .transaction(
                                                inner -> {
                                                    DSLContext sql = inner.dsl();
                                                    does.accept(sql);
                                                    report[0] = Verification.of(sql, known);
                                                    throw undo;
                                                }))
                .isSameAs(undo);
        return report[0];
    }
}
