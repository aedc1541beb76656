package org.jieti.server.accounts.domain;

import org.jieti.server.accounts.PersonKey;
import org.springframework.security.authentication.AccountStatusException;

/// The password is right, and a code is asked besides. Nobody is signed in yet.
public final class SecondFactorNeeded extends AccountStatusException {
    private static final long serialVersionUID = 1;

    private final PersonKey person;

    SecondFactorNeeded(PersonKey person) {
        super("second factor");
        this.person = person;
    }

    public PersonKey person() {
        return person;
    }
}
