package org.jieti.server.accounts.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.jieti.server.accounts.domain.PasswordSignIn.TooManyAttempts;
import org.jieti.server.accounts.domain.SecondFactorNeeded;
import org.jieti.server.shared.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/// What every request passes: signing in, tokens of forms, headers. Which role reaches which page
/// is said on the page itself, by `@May`.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfig {
    /// Paths for anybody, as `@Open(ANYBODY)` says on their methods.
    private static final String[] ANYBODY = {
        "/assets/**",
        "/webjars/**",
        "/sign-in",
        "/sign-in/code",
        "/set-up/**",
        "/invitations/**",
        "/preferences",
        "/api-docs",
        "/error"
    };

    /// Nothing but what this server itself serves, and nothing inside a page: no script, no
    /// style, no frame. The validator of forms draws its marks as `data:` images.
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private static final String DEVICES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            ServerSettings settings,
            PersonalUse personal,
            SignInSuccess success,
            Clock clock)
            throws Exception {
        http.authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.FORWARD)
                                        .permitAll()
                                        .requestMatchers(ANYBODY)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .formLogin(
                        form ->
                                form.loginPage("/sign-in")
                                        .loginProcessingUrl("/sign-in")
                                        .successHandler(success)
                                        .failureHandler(refusal(clock)))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy -> policy.policyDirectives(CONTENT))
                                        .referrerPolicy(
                                                policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                        .permissionsPolicyHeader(policy -> policy.policy(DEVICES)));
        if (settings.mode() == ServerSettings.Mode.PERSONAL) {
            http.addFilterBefore(personal, AuthorizationFilter.class);
        }
        return http.build();
    }

    private static AuthenticationFailureHandler refusal(Clock clock) {
        return (request, response, exception) -> {
            if (exception instanceof SecondFactorNeeded half) {
                SecondStep.begin(request.getSession(), half.person(), clock.instant());
                response.sendRedirect(request.getContextPath() + "/sign-in/code");
                return;
            }
            response.sendRedirect(request.getContextPath() + "/sign-in?" + reason(exception));
        };
    }

    static String reason(AuthenticationException exception) {
        return switch (exception) {
            case TooManyAttempts _ -> "many";
            case LockedException _ -> "locked";
            default -> "refused";
        };
    }

    /// Remembers where someone wanted to go before signing in, if it was a page.
    private static RequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                request -> {
                    String accept = request.getHeader("Accept");
                    return request.getMethod().equals("GET")
                            && request.getHeader("HX-Request") == null
                            && accept != null
                            && accept.contains("text/html");
                });
        return cache;
    }
}
