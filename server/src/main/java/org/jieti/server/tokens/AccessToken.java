package org.jieti.server.tokens;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.shared.api.Scope;
import org.jspecify.annotations.Nullable;

/// 访问令牌: what is known of a token beside its secret.
///
/// @param lastUsedAt to the minute; null if it never was
/// @param revokedAt null while it was not
public record AccessToken(
        UUID id,
        UUID person,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /// Whether it opens the API at a moment.
    public boolean isGood(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
