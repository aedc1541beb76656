package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.PERSON;

import java.util.List;
import org.jieti.server.accounts.PersonKey;
import org.jieti.server.accounts.domain.SignInAttempts.Outcome;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/// The second step of signing in. A wrong code counts like a wrong password, and the right
/// password alone does not end the count.
@Service
public class CodeSignIn {
    private final DSLContext database;
    private final SecondFactor factor;
    private final SignInAttempts attempts;
    private final SignInRecord record;

    CodeSignIn(
            DSLContext database,
            SecondFactor factor,
            SignInAttempts attempts,
            SignInRecord record) {
        this.database = database;
        this.factor = factor;
        this.attempts = attempts;
        this.record = record;
    }

    /// Signs somebody in whose password was right.
    ///
    /// @throws LockedException where the name is locked, or the address has tried too often
    /// @throws BadCredentialsException where the code is not right
    public Authentication authenticate(PersonKey person, String code, @Nullable String from) {
        String address = from == null ? "-" : from;
        if (attempts.isTooMany(address)) {
            attempts.record(person.username(), address, Outcome.TOO_MANY);
            throw new PasswordSignIn.TooManyAttempts();
        }
        if (attempts.isLocked(person.username())) {
            attempts.record(person.username(), address, Outcome.LOCKED);
            throw new LockedException("locked");
        }
        String name =
                database.select(PERSON.NAME)
                        .from(PERSON)
                        .where(PERSON.ID.eq(person.id()))
                        .and(PERSON.DISABLED_AT.isNull())
                        .fetchOne(PERSON.NAME);
        if (name == null || !factor.isRight(person.id(), code)) {
            record.refused(person.username(), address, "code");
            throw new BadCredentialsException("code");
        }
        record.done(person.id(), person.username(), name, address);
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }
}
