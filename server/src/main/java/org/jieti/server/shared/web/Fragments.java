package org.jieti.server.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// Decides whether a request is answered by a page or by a part of it. A controller names a page;
/// when htmx asks, with the id of the element that it will replace, it gets the fragment of that
/// name in the page's template, as in `<section id="list" th:fragment="list">`. Every address
/// thus works with and without JavaScript.
@Component
public final class Fragments implements HandlerInterceptor {
    /// Names that a template can give; anything else that comes as a header is not looked at.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    private static final String WHOLE = "main";

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null) {
            return;
        }
        response.addHeader("Vary", "HX-Request, HX-Target, Cookie, Accept-Language");
        String view = page.getViewName();
        if (isAsked(request) && !view.contains("::") && !view.startsWith("redirect:")) {
            page.setViewName(view + " :: " + name(request.getHeader("HX-Target")));
        }
    }

    /// Whether a part of a page is asked for: a form's controller then answers with the part, and
    /// with a redirect otherwise.
    public static boolean isAsked(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    private static String name(@Nullable String target) {
        return target != null && NAME.matcher(target).matches() ? target : WHOLE;
    }
}
