package org.jieti.server.accounts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jieti.server.accounts.domain.OnlyPerson;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// On one person's own machine, every request is theirs. Only requests to a name of this machine
/// are answered, so that no site elsewhere can point a name of its own at it.
@Component
final class PersonalUse extends OncePerRequestFilter {
    private static final Set<String> OWN_NAMES =
            Set.of("127.0.0.1", "localhost", "[::1]", "0:0:0:0:0:0:0:1");

    private final OnlyPerson person;

    PersonalUse(OnlyPerson person) {
        this.person = person;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!OWN_NAMES.contains(request.getServerName())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                person.key(), null, List.of()));
        chain.doFilter(request, response);
    }

    @Configuration(proxyBeanMethods = false)
    static class NotForEveryRequest {
        /// Spring Boot would put every filter before all requests; this one is the security's.
        @Bean
        FilterRegistrationBean<PersonalUse> personalUseInSecurityOnly(PersonalUse filter) {
            FilterRegistrationBean<PersonalUse> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
