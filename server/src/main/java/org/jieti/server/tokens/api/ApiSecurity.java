package org.jieti.server.tokens.api;

import org.jieti.server.accounts.Visitors;
import org.jieti.server.shared.api.Problems;
import org.jieti.server.tokens.AccessTokens;
import org.jieti.server.tokens.ApiSettings;
import org.jieti.server.tokens.domain.AnsweredOnce;
import org.jieti.server.tokens.domain.TokenPace;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What every request to the API passes: its token, its pace, its idempotency key. There is no
/// session, no cookie and hence no token of forms. Which role and scope reach a route is said on
/// the route itself, by `@May` and `@Needs`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class ApiSecurity implements WebMvcConfigurer {
    private static final String CONTENT = "default-src 'none'; frame-ancestors 'none'";

    private final ScopeAccess scopes;

    ApiSecurity(ScopeAccess scopes) {
        this.scopes = scopes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(scopes).addPathPatterns(Problems.API + "**");
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            AccessTokens tokens,
            TokenPace pace,
            AnsweredOnce answered,
            Visitors visitors,
            Problems problems,
            TransactionTemplate transaction)
            throws Exception {
        return http.securityMatcher(Problems.API + "**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT)))
                .addFilterBefore(
                        new TokenFilter(tokens, pace, visitors, problems),
                        AuthorizationFilter.class)
                .addFilterBefore(
                        new OnceFilter(answered, transaction, problems), AuthorizationFilter.class)
                .build();
    }

    /// The document of the API, for anybody.
    @Bean
    @Order(2)
    SecurityFilterChain apiDocumentChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/v3/api-docs", "/v3/api-docs.yaml")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT)))
                .build();
    }
}
