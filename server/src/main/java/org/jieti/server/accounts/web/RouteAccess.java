package org.jieti.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.jieti.server.accounts.AccountSettings;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.accounts.domain.SecondFactor;
import org.jieti.server.shared.api.Problems;
import org.jieti.server.shared.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request reach its method only as the method's `@May` or `@Open` says. A method with
/// neither is closed to everybody. Whoever must have a second factor and has none sets it up first.
@Component
final class RouteAccess implements HandlerInterceptor {
    private final Rights rights;
    private final Visitors visitors;
    private final AccountSettings settings;
    private final SecondFactor factor;

    RouteAccess(Rights rights, Visitors visitors, AccountSettings settings, SecondFactor factor) {
        this.rights = rights;
        this.visitors = visitors;
        this.settings = settings;
        this.factor = factor;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Open open = annotation(method, Open.class);
        if (open != null && open.value() == Open.To.ANYBODY) {
            return true;
        }
        SignedIn person = visitors.current();
        if (person == null) {
            // The account was disabled since.
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/sign-in?left");
            return false;
        }
        if (settings.demandsSecondFactor(person)
                && !request.getServletPath().startsWith(SecondFactorController.PATH)
                && !factor.standing(person.id()).isOn()) {
            if (Problems.concern(request)) {
                throw new AccessDeniedException("a second factor is missing");
            }
            response.sendRedirect(request.getContextPath() + SecondFactorController.PATH);
            return false;
        }
        May may = annotation(method, May.class);
        if (open != null
                || (may != null
                        && Arrays.stream(may.value())
                                .anyMatch(action -> rights.mayAnywhere(person, action)))) {
            return true;
        }
        throw new AccessDeniedException(String.valueOf(method));
    }

    private static <A extends Annotation> @Nullable A annotation(
            HandlerMethod method, Class<A> type) {
        A own = method.getMethodAnnotation(type);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }
}
