package org.jieti.server.tokens.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Problems;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a token reach a method of the API only with the scope that its `@Needs` says. A method
/// without it is closed.
@Component
final class ScopeAccess implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && Problems.concern(request)) {
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs == null) {
                needs =
                        AnnotatedElementUtils.findMergedAnnotation(
                                method.getBeanType(), Needs.class);
            }
            if (needs == null) {
                throw new AccessDeniedException(String.valueOf(method));
            }
            if (!TokenFilter.token(request).scopes().containsAll(List.of(needs.value()))) {
                throw ApiRefusal.of(ProblemCode.SCOPE_MISSING);
            }
        }
        return true;
    }
}
