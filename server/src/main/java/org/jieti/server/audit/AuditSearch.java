package org.jieti.server.audit;

import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.util.function.Consumer;
import org.jieti.server.database.schema.tables.records.AuditEntryRecord;
import org.jieti.server.shared.Paged;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds rows of the record.
@Service
@Transactional(readOnly = true)
public class AuditSearch {
    private static final int FETCHED = 500;

    private final DSLContext database;

    AuditSearch(DSLContext database) {
        this.database = database;
    }

    /// What is looked for; all that is given must hold.
    ///
    /// @param person part of the name of whoever did it; empty for all
    /// @param action as `accounts.role.granted`, or the beginning of several as `accounts.`; empty
    ///     for all
    /// @param subject part of what it was done to, its id or what changed; empty for all
    /// @param from first instant; null for the beginning
    /// @param until first instant that no longer counts; null for no end
    public record Question(
            String person,
            String action,
            String subject,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /// A page of what is found, the youngest first.
    public Paged<AuditRow> search(Question question, int page) {
        Condition where = condition(question);
        return Paged.of(
                page,
                database.fetchCount(AUDIT_ENTRY, where),
                offset ->
                        database.selectFrom(AUDIT_ENTRY)
                                .where(where)
                                .orderBy(AUDIT_ENTRY.ID.desc())
                                .limit(Paged.ROWS)
                                .offset(offset)
                                .fetch(AuditSearch::row));
    }

    /// All that is found, the oldest first, without holding it in memory.
    public void each(Question question, Consumer<AuditRow> consumer) {
        try (Cursor<AuditEntryRecord> rows =
                database.selectFrom(AUDIT_ENTRY)
                        .where(condition(question))
                        .orderBy(AUDIT_ENTRY.ID)
                        .fetchSize(FETCHED)
                        .fetchLazy()) {
            rows.forEach(found -> consumer.accept(row(found)));
        }
    }

    private static Condition condition(Question question) {
        Condition where = DSL.noCondition();
        if (!question.person().isEmpty()) {
            where = where.and(AUDIT_ENTRY.ACTOR_NAME.containsIgnoreCase(question.person()));
        }
        if (question.action().endsWith(".")) {
            where = where.and(AUDIT_ENTRY.ACTION.startsWith(question.action()));
        } else if (!question.action().isEmpty()) {
            where = where.and(AUDIT_ENTRY.ACTION.eq(question.action()));
        }
        if (!question.subject().isEmpty()) {
            where =
                    where.and(
                            AUDIT_ENTRY
                                    .SUBJECT_ID
                                    .containsIgnoreCase(question.subject())
                                    .or(
                                            AUDIT_ENTRY
                                                    .DETAIL
                                                    .cast(SQLDataType.CLOB)
                                                    .containsIgnoreCase(question.subject())));
        }
        if (question.from() != null) {
            where = where.and(AUDIT_ENTRY.AT.ge(question.from()));
        }
        if (question.until() != null) {
            where = where.and(AUDIT_ENTRY.AT.lt(question.until()));
        }
        return where;
    }

    private static AuditRow row(AuditEntryRecord row) {
        return new AuditRow(
                row.getId(),
                row.getAt(),
                row.getActor(),
                row.getActorName(),
                row.getAction(),
                row.getOrganisation(),
                row.getSubjectKind(),
                row.getSubjectId(),
                row.getDetail().data(),
                row.getAddress());
    }
}
