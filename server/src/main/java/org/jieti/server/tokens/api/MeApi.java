package org.jieti.server.tokens.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.web.Open;
import org.jieti.server.tokens.AccessToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whom a token stands for.
@Open(Open.To.SIGNED_IN)
@Needs({})
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class MeApi {
    /// A person, as their own token tells them.
    ///
    /// @param scopes of the token that was sent
    /// @param expiresAt of the token that was sent
    record Me(
            UUID id,
            String username,
            String name,
            UUID organisation,
            String organisationName,
            List<Grant> roles,
            List<String> scopes,
            Instant expiresAt) {}

    /// A role of a person.
    record Grant(String role, UUID organisation, @Nullable UUID round, @Nullable String part) {}

    @GetMapping("/me")
    Me me(SignedIn me, HttpServletRequest request) {
        AccessToken token = TokenFilter.token(request);
        return new Me(
                me.id(),
                me.username(),
                me.name(),
                me.organisation(),
                me.organisationName(),
                me.grants().stream().map(MeApi::grant).toList(),
                token.scopes().stream().sorted().map(Scope::word).toList(),
                token.expiresAt());
    }

    private static Grant grant(RoleGrant grant) {
        return new Grant(
                grant.role().name().toLowerCase(Locale.ROOT),
                grant.organisation(),
                grant.round(),
                grant.part());
    }
}
