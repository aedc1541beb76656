package org.jieti.server.accounts.domain;

import java.time.Instant;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jspecify.annotations.Nullable;

/// Somebody with an account, as administrators see them.
///
/// @param hasPassword false for somebody who was invited and has not set one
/// @param hasSecondFactor whether a code is asked besides the password
/// @param disabledAt since when the account is disabled; null as long as it is not
public record Person(
        UUID id,
        String username,
        String name,
        UUID organisation,
        String organisationName,
        boolean hasPassword,
        boolean hasSecondFactor,
        @Nullable Instant disabledAt,
        @Nullable Instant organisationDisabledAt,
        Instant createdAt) {

    /// Whether they get in, by what is known of the account.
    public State state() {
        if (disabledAt != null || organisationDisabledAt != null) {
            return State.DISABLED;
        }
        return hasPassword ? State.ACTIVE : State.INVITED;
    }

    /// Whether somebody gets in.
    public enum State {
        ACTIVE,
        /// Has no password yet.
        INVITED,
        /// The account, or its organisation, has been disabled.
        DISABLED
    }

    /// A role of theirs.
    ///
    /// @param roundTitle null for every round
    public record Grant(
            UUID id,
            Role role,
            UUID organisation,
            String organisationName,
            @Nullable String roundTitle,
            @Nullable String part,
            Instant at) {}
}
