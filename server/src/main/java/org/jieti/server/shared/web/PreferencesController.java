package org.jieti.server.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Language and theme, kept by the browser.
@Open(Open.To.ANYBODY)
@Controller
final class PreferencesController {
    static final String THEME = "theme";
    private static final Duration KEPT = Duration.ofDays(400);

    @PostMapping("/preferences")
    String choose(
            @RequestParam @Nullable String lang,
            @RequestParam @Nullable String theme,
            @RequestParam String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (lang != null && List.of("zh", "en").contains(lang)) {
            keep(Languages.COOKIE, lang, request, response);
        }
        if (theme != null && List.of("light", "dark").contains(theme)) {
            keep(THEME, theme, request, response);
        }
        return "redirect:" + (isOurs(back) ? back : "/");
    }

    /// Only an address on this server, never `//elsewhere`.
    private static boolean isOurs(String path) {
        return path.matches("/[\\w./~@-]*(\\?[\\w.=&~@%+-]*)?") && !path.startsWith("//");
    }

    private static void keep(
            String name, String value, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
