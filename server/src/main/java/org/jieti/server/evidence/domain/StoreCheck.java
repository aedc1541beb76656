package org.jieti.server.evidence.domain;

import static org.jieti.server.database.schema.Tables.EVIDENCE;
import static org.jieti.server.database.schema.Tables.EVIDENCE_CHECK;
import static org.jieti.server.database.schema.Tables.EVIDENCE_FILE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.database.schema.tables.records.EvidenceCheckRecord;
import org.jieti.server.database.schema.tables.records.EvidenceFileRecord;
import org.jieti.server.evidence.Soundness;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads every file of the store again, one after another in the order of their hashes, and
/// compares it with its hash. How far it is stands in the database: after a crash it goes on there,
/// on whichever server starts first, and one server at a time is at it.
@Service
public class StoreCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);

    private final DSLContext database;
    private final Clock clock;
    private final EvidenceStore store;
    private final EvidenceRows rows;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    StoreCheck(
            DSLContext database,
            Clock clock,
            EvidenceStore store,
            EvidenceRows rows,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.database = database;
        this.clock = clock;
        this.store = store;
        this.rows = rows;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// A check, under way or ended.
    ///
    /// @param endedAt null while it is under way
    public record Check(
            int total,
            int checked,
            Instant startedAt,
            @Nullable Instant endedAt,
            boolean isCancelled) {}

    /// A file that is not as it was stored. Whose it is, and what it is called, is not told.
    ///
    /// @param supports how many pieces of evidence it is the file of
    public record Wrong(
            String sha256, long size, Soundness soundness, Instant foundAt, int supports) {}

    /// The check under way, or else the last one; null where there was none.
    public @Nullable Check last() {
        return database.selectFrom(EVIDENCE_CHECK)
                .orderBy(EVIDENCE_CHECK.ID.desc())
                .limit(1)
                .fetchOne(
                        row ->
                                new Check(
                                        row.getTotal(),
                                        row.getChecked(),
                                        row.getStartedAt(),
                                        row.getEndedAt(),
                                        row.getCancelledBy() != null));
    }

    /// How many files there are.
    public int files() {
        return database.fetchCount(EVIDENCE_FILE);
    }

    /// The files that were found missing or altered, whenever that was.
    public List<Wrong> wrong() {
        var supports = DSL.count(EVIDENCE.ID);
        return database.select(
                        EVIDENCE_FILE.SHA256,
                        EVIDENCE_FILE.SIZE,
                        EVIDENCE_FILE.STATE,
                        EVIDENCE_FILE.CHECKED_AT,
                        supports)
                .from(EVIDENCE_FILE)
                .leftJoin(EVIDENCE)
                .on(EVIDENCE.FILE.eq(EVIDENCE_FILE.SHA256).and(EVIDENCE.REMOVED_AT.isNull()))
                .where(EVIDENCE_FILE.STATE.ne(Soundness.INTACT.name()))
                .groupBy(EVIDENCE_FILE.SHA256)
                .orderBy(EVIDENCE_FILE.CHECKED_AT.desc(), EVIDENCE_FILE.SHA256)
                .fetch(
                        row ->
                                new Wrong(
                                        row.value1(),
                                        row.value2(),
                                        Soundness.valueOf(row.value3()),
                                        row.value4(),
                                        row.value5()));
    }

    /// Begins a check, unless one is under way.
    public void start(SignedIn me) {
        Long begun =
                transaction.execute(
                        _ -> {
                            Long id =
                                    database.insertInto(EVIDENCE_CHECK)
                                            .set(EVIDENCE_CHECK.STARTED_BY, me.id())
                                            .set(EVIDENCE_CHECK.STARTED_AT, clock.instant())
                                            .set(EVIDENCE_CHECK.TOTAL, files())
                                            .onConflictDoNothing()
                                            .returning(EVIDENCE_CHECK.ID)
                                            .fetchOne(EVIDENCE_CHECK.ID);
                            if (id != null) {
                                trail.record(
                                        me,
                                        "evidence.check.started",
                                        null,
                                        "evidence-check",
                                        id,
                                        Map.of());
                            }
                            return id;
                        });
        if (begun != null) {
            goOn();
        }
    }

    /// Ends a check that is under way before it is through.
    public void cancel(SignedIn me) {
        transaction.executeWithoutResult(
                _ -> {
                    int ended =
                            database.update(EVIDENCE_CHECK)
                                    .set(EVIDENCE_CHECK.CANCELLED_BY, me.id())
                                    .set(EVIDENCE_CHECK.ENDED_AT, clock.instant())
                                    .where(EVIDENCE_CHECK.ENDED_AT.isNull())
                                    .execute();
                    if (ended > 0) {
                        trail.record(
                                me,
                                "evidence.check.cancelled",
                                null,
                                "evidence-check",
                                "-",
                                Map.of());
                    }
                });
    }

    /// Goes on with a check that a server left when it ended.
    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        Thread.ofVirtual()
                .name("evidence-check")
                .start(
                        () -> {
                            try {
                                run();
                            } catch (DataAccessException | UncheckedIOException e) {
                                LOG.error("The check of evidence has stopped.", e);
                            }
                        });
    }

    /// Checks file after file until none is left, or somebody else is at it.
    void run() {
        while (Boolean.TRUE.equals(transaction.execute(_ -> next()))) {
            // each file is one transaction, so that how far it is stays
        }
    }

    private boolean next() {
        EvidenceCheckRecord check =
                database.selectFrom(EVIDENCE_CHECK)
                        .where(EVIDENCE_CHECK.ENDED_AT.isNull())
                        .forUpdate()
                        .skipLocked()
                        .fetchOne();
        if (check == null) {
            return false;
        }
        EvidenceFileRecord file =
                database.selectFrom(EVIDENCE_FILE)
                        .where(
                                check.getLast() == null
                                        ? DSL.noCondition()
                                        : EVIDENCE_FILE.SHA256.gt(check.getLast()))
                        .orderBy(EVIDENCE_FILE.SHA256)
                        .limit(1)
                        .fetchOne();
        if (file == null) {
            check.setEndedAt(clock.instant());
            check.store();
            return false;
        }
        try {
            Soundness soundness = store.lookAnew(file.getSha256(), file.getSize());
            if (rows.found(file.getSha256(), soundness) && soundness != Soundness.INTACT) {
                LOG.error("The file of evidence {} is {}.", file.getSha256(), soundness);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        check.setLast(file.getSha256());
        check.setChecked(check.getChecked() + 1);
        check.store();
        return true;
    }
}
