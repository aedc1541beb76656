package org.jieti.server.audit;

import static org.jieti.server.database.schema.Tables.AUDIT_ENTRY;

import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The record of what was done. A row is added in the transaction of the change, so that neither
/// stands without the other; the database refuses to change or remove rows.
@Service
public class Audit {
    private final DSLContext database;
    private final Clock clock;
    private final JsonMapper json;

    Audit(DSLContext database, Clock clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// Adds a row, within the transaction that is under way; without one it fails.
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        database.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.AT, clock.instant())
                .set(AUDIT_ENTRY.ACTOR, event.actor())
                .set(AUDIT_ENTRY.ACTOR_NAME, event.actorName())
                .set(AUDIT_ENTRY.ACTION, event.action())
                .set(AUDIT_ENTRY.ORGANISATION, event.organisation())
                .set(AUDIT_ENTRY.SUBJECT_KIND, event.subjectKind())
                .set(AUDIT_ENTRY.SUBJECT_ID, event.subjectId())
                .set(AUDIT_ENTRY.DETAIL, JSONB.valueOf(json.writeValueAsString(event.detail())))
                .set(AUDIT_ENTRY.ADDRESS, event.address())
                .execute();
    }
}
