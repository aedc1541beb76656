package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.INVITATION;
import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.audit.Audit;
import org.jieti.server.audit.AuditEvent;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links by which somebody sets a password of their own: the first one, or a new one in place of
/// one that was forgotten. A link is good once and for a while; a newer one makes it lapse. It does
/// not get anybody past their second factor.
@Service
@Transactional
public class Invitations {
    /// How long a link is good.
    public static final Duration VALID = Duration.ofDays(7);

    private static final String KIND = "PERSON";

    private final DSLContext database;
    private final Clock clock;
    private final PasswordEncoder passwords;
    private final SignInAttempts attempts;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Audit audit;
    private final Visitors visitors;

    Invitations(
            DSLContext database,
            Clock clock,
            PasswordEncoder passwords,
            SignInAttempts attempts,
            Sessions sessions,
            AuditTrail trail,
            Audit audit,
            Visitors visitors) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.trail = trail;
        this.audit = audit;
        this.visitors = visitors;
    }

    /// A link to be handed on; nobody can read it again.
    ///
    /// @param path beneath the server's address
    public record Link(String path, Instant until) {}

    /// Whose link it is.
    public record Invited(
            UUID person,
            String username,
            String name,
            UUID organisation,
            String organisationName,
            boolean hadPassword) {}

    /// Makes a link for somebody whose account is not disabled.
    public Link make(SignedIn me, Person person) {
        database.deleteFrom(INVITATION)
                .where(INVITATION.PERSON.eq(person.id()))
                .and(INVITATION.USED_AT.isNull())
                .execute();
        String token = Tokens.random();
        Instant until = clock.instant().plus(VALID);
        database.insertInto(INVITATION)
                .set(INVITATION.TOKEN_HASH, Tokens.hash(token))
                .set(INVITATION.KIND, KIND)
                .set(INVITATION.PERSON, person.id())
                .set(INVITATION.CREATED_BY, me.id())
                .set(INVITATION.CREATED_AT, clock.instant())
                .set(INVITATION.EXPIRES_AT, until)
                .execute();
        trail.record(
                me,
                person.hasPassword() ? "accounts.password.reset" : "accounts.person.invited",
                person.organisation(),
                "person",
                person.id(),
                Map.of("username", person.username(), "until", until.toString()));
        return new Link("/invitations/" + token, until);
    }

    /// Until when the newest unused link of somebody is good; null where there is none.
    @Transactional(readOnly = true)
    public @Nullable Instant pending(UUID person) {
        return database.select(INVITATION.EXPIRES_AT)
                .from(INVITATION)
                .where(INVITATION.PERSON.eq(person))
                .and(INVITATION.USED_AT.isNull())
                .and(INVITATION.EXPIRES_AT.gt(clock.instant()))
                .orderBy(INVITATION.EXPIRES_AT.desc())
                .limit(1)
                .fetchOne(INVITATION.EXPIRES_AT);
    }

    /// Whose link it is; null where it no longer opens.
    @Transactional(readOnly = true)
    public @Nullable Invited open(String token) {
        return database.select(
                        PERSON.ID,
                        PERSON.USERNAME,
                        PERSON.NAME,
                        PERSON.ORGANISATION,
                        ORGANISATION.NAME,
                        PERSON.PASSWORD_HASH)
                .from(INVITATION)
                .join(PERSON)
                .on(PERSON.ID.eq(INVITATION.PERSON))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(PERSON.ORGANISATION))
                .where(isOpen(token))
                .and(PERSON.DISABLED_AT.isNull())
                .and(ORGANISATION.DISABLED_AT.isNull())
                .fetchOne(
                        row ->
                                new Invited(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6() != null));
    }

    /// Sets the password, lifts a lock of the name and ends all sessions of before.
    ///
    /// @return false, and nothing is changed, where the link no longer opens
    public boolean accept(String token, String password) {
        Invited invited = open(token);
        int used =
                database.update(INVITATION)
                        .set(INVITATION.USED_AT, clock.instant())
                        .where(isOpen(token))
                        .execute();
        if (invited == null || used == 0) {
            return false;
        }
        database.update(PERSON)
                .set(PERSON.PASSWORD_HASH, passwords.encode(password))
                .set(PERSON.PASSWORD_SET_AT, clock.instant())
                .where(PERSON.ID.eq(invited.person()))
                .execute();
        String address = visitors.address();
        attempts.record(
                invited.username(),
                address == null ? "-" : address,
                SignInAttempts.Outcome.UNLOCKED);
        sessions.endAll(invited.username());
        audit.record(
                new AuditEvent(
                        invited.person(),
                        invited.name(),
                        "accounts.password.set",
                        invited.organisation(),
                        "person",
                        invited.person().toString(),
                        Map.of("username", invited.username()),
                        address));
        return true;
    }

    private Condition isOpen(String token) {
        return INVITATION
                .TOKEN_HASH
                .eq(Tokens.hash(token))
                .and(INVITATION.KIND.eq(KIND))
                .and(INVITATION.USED_AT.isNull())
                .and(INVITATION.EXPIRES_AT.gt(clock.instant()));
    }
}
