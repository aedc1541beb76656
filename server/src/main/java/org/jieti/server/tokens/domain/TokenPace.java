package org.jieti.server.tokens.domain;

import static org.jieti.server.database.schema.Tables.TOKEN_PACE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jieti.server.tokens.ApiSettings;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How often a token may ask, over all instances on one database.
///
/// The generic cell rate algorithm (ITU-T I.371): for each token one moment is kept at which it
/// would be free if it asked evenly, one step of `60 s / requestsPerMinute` later for each request.
/// A request is let through while that moment is no more than `burst - 1` steps ahead. Reading and
/// moving it is one statement, so that instances cannot pass each other.
@Service
@Transactional
public class TokenPace {
    private static final long MICROS_A_MINUTE = 60_000_000L;
    private static final int MICROS_A_MILLI = 1000;

    private final DSLContext database;
    private final Clock clock;
    private final long stepMicros;
    private final long aheadMicros;

    TokenPace(DSLContext database, Clock clock, ApiSettings settings) {
        this.database = database;
        this.clock = clock;
        this.stepMicros = MICROS_A_MINUTE / settings.requestsPerMinute();
        this.aheadMicros = stepMicros * (settings.burst() - 1);
    }

    /// Lets a token ask once.
    ///
    /// @return how long it must wait; zero where it need not
    public Duration ask(UUID token) {
        Instant now = clock.instant();
        Instant latest = now.plus(micros(aheadMicros));
        Field<Instant> moved =
                DSL.field(
                        "greatest({0}, {1}) + {2} * interval '1 microsecond'",
                        TOKEN_PACE.FREE_AT.getDataType(),
                        TOKEN_PACE.FREE_AT,
                        DSL.val(now, TOKEN_PACE.FREE_AT),
                        DSL.val(stepMicros));
        int let =
                database.insertInto(TOKEN_PACE)
                        .set(TOKEN_PACE.TOKEN, token)
                        .set(TOKEN_PACE.FREE_AT, now.plus(micros(stepMicros)))
                        .onConflict(TOKEN_PACE.TOKEN)
                        .doUpdate()
                        .set(TOKEN_PACE.FREE_AT, moved)
                        .where(TOKEN_PACE.FREE_AT.le(latest))
                        .execute();
        if (let > 0) {
            return Duration.ZERO;
        }
        Instant free =
                database.select(TOKEN_PACE.FREE_AT)
                        .from(TOKEN_PACE)
                        .where(TOKEN_PACE.TOKEN.eq(token))
                        .fetchSingle(TOKEN_PACE.FREE_AT);
        Duration wait = Duration.between(latest, free);
        return wait.isPositive() ? wait : micros(stepMicros);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * MICROS_A_MILLI);
    }
}
