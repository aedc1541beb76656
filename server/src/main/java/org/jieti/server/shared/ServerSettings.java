package org.jieti.server.shared;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this server was started.
///
/// @param home the folder that holds `models` and `samples`
/// @param data the folder that the server keeps everything in
/// @param databaseUrl a PostgreSQL to use, as `jdbc:postgresql://…`; null for one of our own in
///     `data`
/// @param databaseOwner the role of that PostgreSQL that owns the tables; null where it is the same
/// @param mode for many people, or for the one at this machine
@ConfigurationProperties("jieti")
public record ServerSettings(
        @DefaultValue(".") Path home,
        @DefaultValue("target/data") Path data,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @Nullable String databaseOwner,
        @Nullable String databaseOwnerPassword,
        @DefaultValue("PLATFORM") Mode mode) {

    /// Whom the server is for.
    public enum Mode {
        /// Accounts, roles and rounds.
        PLATFORM,
        /// One person on their own machine: no accounts, self-diagnosis only.
        PERSONAL
    }
}
