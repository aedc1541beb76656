package org.jieti.server.tokens;

import static org.jieti.server.database.schema.Tables.ACCESS_TOKEN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.database.schema.tables.records.AccessTokenRecord;
import org.jieti.server.shared.Secrets;
import org.jieti.server.shared.api.Scope;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tokens of people: made, revoked, found again by their secret.
@Service
@Transactional
public class AccessTokens {
    /// What a secret begins with, so that scanners of repositories know it.
    public static final String PREFIX = "jieti_";

    public static final int LONGEST_NAME = 100;

    private static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private final DSLContext database;
    private final Clock clock;
    private final AuditTrail trail;

    AccessTokens(DSLContext database, Clock clock, AuditTrail trail) {
        this.database = database;
        this.clock = clock;
        this.trail = trail;
    }

    /// A token that was just made.
    ///
    /// @param secret never to be seen again
    public record Made(String secret, AccessToken token) {}

    /// Makes a token for a person.
    ///
    /// @param life how long it is good, at most 366 days
    public Made make(SignedIn me, String name, Set<Scope> scopes, Duration life) {
        if (name.isBlank() || name.length() > LONGEST_NAME || scopes.isEmpty()) {
            throw new IllegalArgumentException("A token needs a name and a scope: " + name);
        }
        if (!life.isPositive() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("A token lives up to 366 days, not " + life);
        }
        String secret = PREFIX + Secrets.random();
        Instant now = clock.instant();
        AccessTokenRecord row =
                database.insertInto(ACCESS_TOKEN)
                        .set(ACCESS_TOKEN.PERSON, me.id())
                        .set(ACCESS_TOKEN.NAME, name)
                        .set(ACCESS_TOKEN.SECRET_HASH, Secrets.hash(secret))
                        .set(ACCESS_TOKEN.SCOPES, words(scopes))
                        .set(ACCESS_TOKEN.CREATED_AT, now)
                        .set(ACCESS_TOKEN.EXPIRES_AT, now.plus(life))
                        .returning()
                        .fetchSingle();
        trail.record(
                me,
                "tokens.token.made",
                me.organisation(),
                "access-token",
                row.getId(),
                Map.of("name", name, "scopes", words(scopes), "expiresAt", now.plus(life)));
        return new Made(secret, token(row));
    }

    /// All tokens of a person, the youngest first.
    @Transactional(readOnly = true)
    public List<AccessToken> of(UUID person) {
        return database.selectFrom(ACCESS_TOKEN)
                .where(ACCESS_TOKEN.PERSON.eq(person))
                .orderBy(ACCESS_TOKEN.CREATED_AT.desc(), ACCESS_TOKEN.ID)
                .fetch(AccessTokens::token);
    }

    /// Revokes a token of one's own, from now on.
    ///
    /// @return false where one has no such token
    public boolean revoke(SignedIn me, UUID id) {
        AccessTokenRecord row =
                database.selectFrom(ACCESS_TOKEN)
                        .where(ACCESS_TOKEN.ID.eq(id))
                        .and(ACCESS_TOKEN.PERSON.eq(me.id()))
                        .forUpdate()
                        .fetchOne();
        if (row == null) {
            return false;
        }
        if (row.getRevokedAt() == null) {
            database.update(ACCESS_TOKEN)
                    .set(ACCESS_TOKEN.REVOKED_AT, clock.instant())
                    .where(ACCESS_TOKEN.ID.eq(id))
                    .execute();
            trail.record(
                    me,
                    "tokens.token.revoked",
                    me.organisation(),
                    "access-token",
                    id,
                    Map.of("name", row.getName()));
        }
        return true;
    }

    /// The token of a secret, if it is good now; it then counts as used.
    public @Nullable AccessToken use(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return null;
        }
        AccessToken token =
                database.selectFrom(ACCESS_TOKEN)
                        .where(ACCESS_TOKEN.SECRET_HASH.eq(Secrets.hash(secret)))
                        .fetchOne(AccessTokens::token);
        Instant now = clock.instant();
        if (token == null || !token.isGood(now)) {
            return null;
        }
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        if (token.lastUsedAt() == null || token.lastUsedAt().isBefore(minute)) {
            database.update(ACCESS_TOKEN)
                    .set(ACCESS_TOKEN.LAST_USED_AT, minute)
                    .where(ACCESS_TOKEN.ID.eq(token.id()))
                    .execute();
        }
        return token;
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
    }

    private static AccessToken token(AccessTokenRecord row) {
        return new AccessToken(
                row.getId(),
                row.getPerson(),
                row.getName(),
                Arrays.stream(row.getScopes().split(" "))
                        .map(Scope::of)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getLastUsedAt(),
                row.getRevokedAt());
    }
}
