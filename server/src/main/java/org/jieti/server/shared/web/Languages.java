package org.jieti.server.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jieti.core.model.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The language of a page: the one chosen, else English for a browser that asks for it first,
/// else Chinese.
@Component("localeResolver")
public final class Languages implements LocaleResolver {
    static final String COOKIE = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return locale(of(request));
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("A language is chosen on /preferences.");
    }

    /// The language that a request is answered in.
    public static Language of(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null) {
            return chosen.getValue().equals("en") ? Language.EN : Language.ZH;
        }
        String asked = request.getHeader("Accept-Language");
        return asked != null && asked.startsWith("en") ? Language.EN : Language.ZH;
    }

    /// Lets the browser keep a choice.
    public static void keep(
            Language language, HttpServletRequest request, HttpServletResponse response) {
        Kept.put(COOKIE, language.name().toLowerCase(Locale.ROOT), request, response);
    }

    /// The locale in which messages of a language are looked up.
    public static Locale locale(Language language) {
        return switch (language) {
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.UK;
        };
    }
}
