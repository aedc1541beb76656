package org.jieti.server.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is asked of accounts.
///
/// @param secondFactor who must have a code besides the password
@ConfigurationProperties("jieti.accounts")
public record AccountSettings(@DefaultValue("NOBODY") SecondFactor secondFactor) {
    /// Of whom a second factor is demanded; others may have one.
    public enum SecondFactor {
        NOBODY,
        /// The three administrators.
        ADMINISTRATORS,
        EVERYBODY;

        /// Whether it is demanded of somebody.
        public boolean isDemandedOf(SignedIn person) {
            return switch (this) {
                case NOBODY -> false;
                case ADMINISTRATORS ->
                        person.roles().stream()
                                .anyMatch(role -> role.kind() == Role.Kind.ADMINISTRATION);
                case EVERYBODY -> true;
            };
        }
    }

    /// Whether the second factor of a person is one that they must have.
    public boolean demandsSecondFactor(@Nullable SignedIn person) {
        return person != null && secondFactor.isDemandedOf(person);
    }
}
