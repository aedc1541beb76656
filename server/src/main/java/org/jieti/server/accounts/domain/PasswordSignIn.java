package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jieti.server.accounts.PersonKey;
import org.jieti.server.accounts.domain.SignInAttempts.Outcome;
import org.jooq.DSLContext;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Service;

/// Signs in by name and password; for somebody with a second factor that is but the first step.
/// A name that nobody has costs the same time as a wrong password.
@Service
public class PasswordSignIn implements AuthenticationProvider {
    private static final int LONGEST_NAME = 100;

    private final DSLContext database;
    private final PasswordEncoder passwords;
    private final SignInAttempts attempts;
    private final SignInRecord record;
    private final String nobodysHash;

    PasswordSignIn(
            DSLContext database,
            PasswordEncoder passwords,
            SignInAttempts attempts,
            SignInRecord record) {
        this.database = database;
        this.passwords = passwords;
        this.attempts = attempts;
        this.record = record;
        this.nobodysHash = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
    }

    /// Too many wrong attempts from one address.
    public static final class TooManyAttempts extends LockedException {
        private static final long serialVersionUID = 1;

        TooManyAttempts() {
            super("too many");
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String username = cut(asked.getName().strip().toLowerCase(Locale.ROOT));
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails details
                        ? String.valueOf(details.getRemoteAddress())
                        : "-";
        if (attempts.isTooMany(address)) {
            attempts.record(username, address, Outcome.TOO_MANY);
            throw new TooManyAttempts();
        }
        if (attempts.isLocked(username)) {
            attempts.record(username, address, Outcome.LOCKED);
            throw new LockedException("locked");
        }
        var person =
                database.selectFrom(PERSON)
                        .where(PERSON.USERNAME.eq(username))
                        .and(PERSON.DISABLED_AT.isNull())
                        .and(
                                PERSON.ORGANISATION.in(
                                        database.select(ORGANISATION.ID)
                                                .from(ORGANISATION)
                                                .where(ORGANISATION.DISABLED_AT.isNull())))
                        .fetchOne();
        String hash = person == null ? null : person.getPasswordHash();
        boolean right =
                passwords.matches(
                        String.valueOf(asked.getCredentials()), hash == null ? nobodysHash : hash);
        if (person == null || hash == null || !right) {
            record.refused(username, address, "password");
            throw new BadCredentialsException("refused");
        }
        PersonKey key = new PersonKey(person.getId(), username);
        if (person.getTotpSecret() != null) {
            throw new SecondFactorNeeded(key);
        }
        record.done(person.getId(), username, person.getName(), address);
        return UsernamePasswordAuthenticationToken.authenticated(key, null, List.of());
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
