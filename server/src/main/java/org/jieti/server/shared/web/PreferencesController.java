package org.jieti.server.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jieti.core.model.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Language and theme, kept by the browser.
@Open(Open.To.ANYBODY)
@Controller
final class PreferencesController {
    static final String THEME = "theme";

    @PostMapping("/preferences")
    String choose(
            @RequestParam @Nullable String lang,
            @RequestParam @Nullable String theme,
            @RequestParam String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (lang != null && List.of("zh", "en").contains(lang)) {
            Languages.keep(lang.equals("en") ? Language.EN : Language.ZH, request, response);
        }
        if (theme != null && List.of("light", "dark").contains(theme)) {
            Kept.put(THEME, theme, request, response);
        }
        return "redirect:" + (isOurs(back) ? back : "/");
    }

    /// Only an address on this server, never `//elsewhere`.
    private static boolean isOurs(String path) {
        return path.matches("/[\\w./~@-]*(\\?[\\w.=&~@%+-]*)?") && !path.startsWith("//");
    }
}
