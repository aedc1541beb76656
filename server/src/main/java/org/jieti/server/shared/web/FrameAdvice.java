package org.jieti.server.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jieti.server.shared.ServerSettings;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/// Gives every page its frame.
@ControllerAdvice
final class FrameAdvice {
    private final List<NavigationEntry> entries;
    private final ServerSettings settings;

    FrameAdvice(List<NavigationEntry> entries, ServerSettings settings) {
        this.entries =
                entries.stream().sorted(Comparator.comparing(NavigationEntry::rank)).toList();
        this.settings = settings;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        String path = request.getRequestURI();
        var theme = WebUtils.getCookie(request, PreferencesController.THEME);
        return new Frame(
                Languages.of(request).name().toLowerCase(Locale.ROOT),
                theme != null && theme.getValue().equals("dark") ? "dark" : "light",
                address(request),
                entries.stream()
                        .filter(entry -> entry.visible().getAsBoolean())
                        .map(
                                entry ->
                                        new Frame.Entry(
                                                entry.key(),
                                                entry.path(),
                                                path.equals(entry.path())
                                                        || path.startsWith(entry.path() + "/")))
                        .toList(),
                settings.mode() == ServerSettings.Mode.PERSONAL);
    }

    /// Where to come back to: only what is read has an address.
    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !request.getMethod().equals("GET")
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + query;
    }
}
