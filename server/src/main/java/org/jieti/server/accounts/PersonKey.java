package org.jieti.server.accounts;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/// All that a session keeps of a person.
public record PersonKey(UUID id, String username) implements Principal, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return username;
    }
}
