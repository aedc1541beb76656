package org.jieti.server.tokens.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jieti.server.accounts.PersonKey;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Problems;
import org.jieti.server.tokens.AccessToken;
import org.jieti.server.tokens.AccessTokens;
import org.jieti.server.tokens.domain.TokenPace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a request to the API in by its token, and no more often than the token may ask.
final class TokenFilter extends OncePerRequestFilter {
    private static final String KEPT = TokenFilter.class.getName();
    private static final String BEARER = "Bearer ";
    private static final long MILLIS_A_SECOND = 1000;

    private final AccessTokens tokens;
    private final TokenPace pace;
    private final Visitors visitors;
    private final Problems problems;

    TokenFilter(AccessTokens tokens, TokenPace pace, Visitors visitors, Problems problems) {
        this.tokens = tokens;
        this.pace = pace;
        this.visitors = visitors;
        this.problems = problems;
    }

    /// The token by which a request came in.
    static AccessToken token(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof AccessToken token) {
            return token;
        }
        throw new IllegalStateException("A request to the API came in without a token.");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AccessToken token = given(request);
        if (token != null) {
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(
                                    new PersonKey(token.person(), token.person().toString()),
                                    null,
                                    List.of()));
        }
        if (token == null || visitors.current() == null) {
            problems.write(
                    request,
                    response,
                    ApiRefusal.of(ProblemCode.UNAUTHENTICATED)
                            .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"jieti\""));
            return;
        }
        Duration wait = pace.ask(token.id());
        if (wait.isPositive()) {
            problems.write(
                    request,
                    response,
                    ApiRefusal.of(ProblemCode.RATE_LIMITED)
                            .with(
                                    HttpHeaders.RETRY_AFTER,
                                    String.valueOf(
                                            Math.ceilDiv(wait.toMillis(), MILLIS_A_SECOND))));
            return;
        }
        request.setAttribute(KEPT, token);
        chain.doFilter(request, response);
    }

    private @Nullable AccessToken given(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.use(header.substring(BEARER.length()).strip())
                : null;
    }
}
