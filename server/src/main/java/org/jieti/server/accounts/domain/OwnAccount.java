package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.PERSON;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do with their own account.
@Service
@Transactional
public class OwnAccount {
    private final DSLContext database;
    private final Clock clock;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final SignInAttempts attempts;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Visitors visitors;

    OwnAccount(
            DSLContext database,
            Clock clock,
            PasswordEncoder passwords,
            PasswordRules rules,
            SignInAttempts attempts,
            Sessions sessions,
            AuditTrail trail,
            Visitors visitors) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.rules = rules;
        this.attempts = attempts;
        this.sessions = sessions;
        this.trail = trail;
        this.visitors = visitors;
    }

    /// The language that somebody chose for their account; null where they chose none.
    @Transactional(readOnly = true)
    public @Nullable Language language(UUID person) {
        String chosen =
                database.select(PERSON.LANGUAGE)
                        .from(PERSON)
                        .where(PERSON.ID.eq(person))
                        .fetchOne(PERSON.LANGUAGE);
        return chosen == null ? null : Language.valueOf(chosen.toUpperCase(Locale.ROOT));
    }

    /// Changes what others read of somebody, and the language that sign-in begins in.
    ///
    /// @param language null leaves it to the browser
    public void change(SignedIn me, String name, @Nullable Language language) {
        Language spoken = language(me.id());
        Map<String, Object> was = new LinkedHashMap<>();
        Map<String, Object> is = new LinkedHashMap<>();
        Changes.put("name", me.name(), name, was, is);
        Changes.put("language", code(spoken), code(language), was, is);
        if (is.isEmpty()) {
            return;
        }
        database.update(PERSON)
                .set(PERSON.NAME, name)
                .set(PERSON.LANGUAGE, language == null ? null : code(language))
                .where(PERSON.ID.eq(me.id()))
                .execute();
        record(me, "accounts.person.changed", Map.of("before", was, "after", is));
    }

    /// Sets another password, and ends all other sessions. A wrong old one counts as an attempt to
    /// sign in: whoever finds an open browser cannot try them all.
    ///
    /// @param session the secret id of the session that stays
    /// @return field and message of what is wrong; empty where it was changed
    public Map<String, String> changePassword(
            SignedIn me, String old, String password, String again, String session) {
        if (old.isEmpty()) {
            return Map.of("old", "accounts.field.needed");
        }
        if (attempts.isLocked(me.username())) {
            return Map.of("old", "accounts.password.old.locked");
        }
        String hash =
                database.select(PERSON.PASSWORD_HASH)
                        .from(PERSON)
                        .where(PERSON.ID.eq(me.id()))
                        .fetchOne(PERSON.PASSWORD_HASH);
        if (hash == null || !passwords.matches(old, hash)) {
            String address = visitors.address();
            attempts.record(
                    me.username(), address == null ? "-" : address, SignInAttempts.Outcome.REFUSED);
            return Map.of("old", "accounts.password.old.wrong");
        }
        String flaw =
                password.equals(old)
                        ? "accounts.password.same"
                        : rules.flaw(
                                password, List.of(me.username(), me.name(), me.organisationName()));
        if (flaw != null) {
            return Map.of("password", flaw);
        }
        if (!password.equals(again)) {
            return Map.of("again", "accounts.password.differs");
        }
        database.update(PERSON)
                .set(PERSON.PASSWORD_HASH, passwords.encode(password))
                .set(PERSON.PASSWORD_SET_AT, clock.instant())
                .where(PERSON.ID.eq(me.id()))
                .execute();
        int ended = sessions.endAll(me.username(), session);
        record(me, "accounts.password.changed", Map.of("username", me.username(), "ended", ended));
        return Map.of();
    }

    private void record(SignedIn me, String action, Map<String, Object> detail) {
        trail.record(me, action, me.organisation(), "person", me.id(), detail);
    }

    private static String code(@Nullable Language language) {
        return language == null ? "" : language.name().toLowerCase(Locale.ROOT);
    }
}
