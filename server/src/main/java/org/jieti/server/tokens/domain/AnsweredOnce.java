package org.jieti.server.tokens.domain;

import static org.jieti.server.database.schema.Tables.IDEMPOTENT_REQUEST;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.database.schema.tables.records.IdempotentRequestRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What requests with an idempotency key were answered. The row is written in the transaction of
/// the change itself: either both stand or neither, also after a crash. A second request with the
/// same key waits at the row until the first has ended.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AnsweredOnce {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int MOST_REMOVED = 100;

    private final DSLContext database;
    private final Clock clock;
    private final JsonMapper json;

    AnsweredOnce(DSLContext database, Clock clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// An answer; the body is text, as JSON always is.
    public record Answer(int status, Map<String, String> headers, String body) {}

    /// What is known of a key.
    public sealed interface Known {
        /// Nobody has used it; whoever asked holds it now.
        record New() implements Known {}

        /// The same request was answered before.
        record Before(Answer answer) implements Known {}

        /// Another request was sent with it.
        record Otherwise() implements Known {}

        /// The same request is being answered for longer than one waits.
        record Busy() implements Known {}
    }

    /// Takes a key.
    ///
    /// @param fingerprint of the request
    public Known take(UUID person, String key, String fingerprint) {
        database.deleteFrom(IDEMPOTENT_REQUEST)
                .where(
                        IDEMPOTENT_REQUEST.PERSON.eq(person),
                        IDEMPOTENT_REQUEST.CREATED_AT.lt(clock.instant().minus(KEPT)))
                .limit(MOST_REMOVED)
                .execute();
        try {
            database.execute("set local lock_timeout = '10s'");
            int taken =
                    database.insertInto(IDEMPOTENT_REQUEST)
                            .set(IDEMPOTENT_REQUEST.PERSON, person)
                            .set(IDEMPOTENT_REQUEST.KEY, key)
                            .set(IDEMPOTENT_REQUEST.FINGERPRINT, fingerprint)
                            .set(IDEMPOTENT_REQUEST.CREATED_AT, clock.instant())
                            .onConflictDoNothing()
                            .execute();
            database.execute("set local lock_timeout = 0");
            return taken > 0 ? new Known.New() : known(person, key, fingerprint);
        } catch (RuntimeException e) {
            if (isLockTimeout(e)) {
                return new Known.Busy();
            }
            throw e;
        }
    }

    /// Keeps the answer to the request that took a key.
    public void keep(UUID person, String key, Answer answer) {
        database.update(IDEMPOTENT_REQUEST)
                .set(IDEMPOTENT_REQUEST.STATUS, answer.status())
                .set(
                        IDEMPOTENT_REQUEST.HEADERS,
                        JSONB.valueOf(json.writeValueAsString(answer.headers())))
                .set(IDEMPOTENT_REQUEST.BODY, answer.body())
                .where(IDEMPOTENT_REQUEST.PERSON.eq(person))
                .and(IDEMPOTENT_REQUEST.KEY.eq(key))
                .execute();
    }

    private Known known(UUID person, String key, String fingerprint) {
        IdempotentRequestRecord row =
                database.selectFrom(IDEMPOTENT_REQUEST)
                        .where(IDEMPOTENT_REQUEST.PERSON.eq(person))
                        .and(IDEMPOTENT_REQUEST.KEY.eq(key))
                        .fetchOne();
        if (row == null || row.getStatus() == null) {
            return new Known.Busy();
        }
        if (!row.getFingerprint().equals(fingerprint)) {
            return new Known.Otherwise();
        }
        return new Known.Before(
                new Answer(
                        row.getStatus(),
                        json.readValue(row.getHeaders().data(), new TypeReference<>() {}),
                        row.getBody() == null ? "" : row.getBody()));
    }

    private static boolean isLockTimeout(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
