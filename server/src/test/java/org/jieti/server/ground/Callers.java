package org.jieti.server.ground;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.tokens.AccessTokens;

/// Programs that call the API for the people of [Cast].
public final class Callers {
    private final Cast cast;
    private final AccessTokens tokens;

    Callers(Cast cast, AccessTokens tokens) {
        this.cast = cast;
        this.tokens = tokens;
    }

    /// One without a token.
    public ApiCaller nobody() {
        return new ApiCaller(cast.address(), null);
    }

    /// One with a new token of every scope.
    public ApiCaller of(Role role, Side side) {
        return of(role, side, EnumSet.allOf(Scope.class));
    }

    /// One with a new token of some scopes.
    public ApiCaller of(Role role, Side side, Set<Scope> scopes) {
        return of(cast.asking(role, side), scopes);
    }

    /// One with a new token of somebody.
    public ApiCaller of(SignedIn person, Set<Scope> scopes) {
        return with(tokens.make(person, "示例程序", scopes, Duration.ofDays(1)).secret());
    }

    /// One with a secret.
    public ApiCaller with(String secret) {
        return new ApiCaller(cast.address(), secret);
    }
}
