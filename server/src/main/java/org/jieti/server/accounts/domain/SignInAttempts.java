package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.SIGN_IN_ATTEMPT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Counts attempts to sign in, in the database, so that all instances count together. A name that
/// nobody has is counted like any other, so nobody learns from a lock which names exist.
@Service
public class SignInAttempts {
    static final int WRONG_UNTIL_LOCKED = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    /// Wrong attempts from one address in [#ADDRESS_WINDOW] after which none is looked at.
    public static final int PER_ADDRESS = 60;
    static final Duration ADDRESS_WINDOW = Duration.ofMinutes(5);

    private final DSLContext database;
    private final Clock clock;

    SignInAttempts(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// How an attempt ended.
    public enum Outcome {
        SIGNED_IN,
        /// Wrong name or password.
        REFUSED,
        /// The name is locked; the password was not looked at.
        LOCKED,
        /// Too many wrong attempts from one address; the password was not looked at.
        TOO_MANY,
        /// An administrator lifted a lock.
        UNLOCKED
    }

    /// Whether the last attempts with a name were all wrong, the last of them not long ago.
    @Transactional(readOnly = true)
    public boolean isLocked(String username) {
        return !locked(List.of(username)).isEmpty();
    }

    /// Those of some names whose last attempts were all wrong, the last of them not long ago.
    @Transactional(readOnly = true)
    public Set<String> locked(Collection<String> usernames) {
        Field<Integer> fromLast =
                DSL.rowNumber()
                        .over(
                                DSL.partitionBy(SIGN_IN_ATTEMPT.USERNAME)
                                        .orderBy(SIGN_IN_ATTEMPT.ID.desc()))
                        .as("from_last");
        var last =
                DSL.select(SIGN_IN_ATTEMPT.USERNAME, SIGN_IN_ATTEMPT.OUTCOME, fromLast)
                        .from(SIGN_IN_ATTEMPT)
                        .where(SIGN_IN_ATTEMPT.USERNAME.in(usernames))
                        .and(SIGN_IN_ATTEMPT.AT.gt(since(LOCK)))
                        .and(
                                SIGN_IN_ATTEMPT.OUTCOME.in(
                                        Outcome.SIGNED_IN.name(),
                                        Outcome.REFUSED.name(),
                                        Outcome.UNLOCKED.name()))
                        .asTable("last");
        Field<String> username = last.field(SIGN_IN_ATTEMPT.USERNAME);
        Field<String> outcome = last.field(SIGN_IN_ATTEMPT.OUTCOME);
        return database.select(username)
                .from(last)
                .where(last.field(fromLast).le(WRONG_UNTIL_LOCKED))
                .groupBy(username)
                .having(DSL.count().eq(WRONG_UNTIL_LOCKED))
                .and(DSL.boolAnd(outcome.eq(Outcome.REFUSED.name())))
                .fetchSet(username);
    }

    /// Whether an address has sent too many wrong attempts of late.
    @Transactional(readOnly = true)
    public boolean isTooMany(String address) {
        return database.fetchCount(
                        SIGN_IN_ATTEMPT,
                        SIGN_IN_ATTEMPT
                                .ADDRESS
                                .eq(address)
                                .and(SIGN_IN_ATTEMPT.AT.gt(since(ADDRESS_WINDOW)))
                                .and(SIGN_IN_ATTEMPT.OUTCOME.eq(Outcome.REFUSED.name())))
                >= PER_ADDRESS;
    }

    /// Keeps an attempt, whatever becomes of the transaction around it.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void record(String username, String address, Outcome outcome) {
        database.insertInto(SIGN_IN_ATTEMPT)
                .set(SIGN_IN_ATTEMPT.AT, clock.instant())
                .set(SIGN_IN_ATTEMPT.USERNAME, username)
                .set(SIGN_IN_ATTEMPT.ADDRESS, address)
                .set(SIGN_IN_ATTEMPT.OUTCOME, outcome.name())
                .execute();
    }

    private Instant since(Duration before) {
        return clock.instant().minus(before);
    }
}
