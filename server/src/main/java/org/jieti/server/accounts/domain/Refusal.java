package org.jieti.server.accounts.domain;

import java.util.Locale;

/// A rule that keeps an administrator from doing something, with its reason as a message.
public enum Refusal {
    /// One who administers has one of the three roles and no other.
    ROLE_EXCLUDED,
    /// An administrator's role is given for the organisation that runs the platform.
    ROLE_OF_PLATFORM,
    /// A role is given for one organisation that is on the platform and takes part.
    ROLE_WITHOUT_ORGANISATION,
    /// The round that a role is given for is not there.
    ROLE_WITHOUT_ROUND,
    /// A role that reaches every round is not given for one.
    ROLE_OF_NO_ROUND,
    /// Somebody has this role already, for the same.
    ROLE_TWICE,
    /// Nobody gives roles to themselves, nor takes their own.
    ROLE_OF_ONESELF,
    /// Without them, nobody could sign in with that role.
    LAST_ADMINISTRATOR,
    /// Nobody disables their own account.
    ONESELF_STAYS,
    /// The organisation that runs the platform stays.
    PLATFORM_STAYS,
    /// An account that has been disabled gets no link.
    DISABLED;

    public String messageKey() {
        return "accounts.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
