package org.jieti.server.tokens.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Open;
import org.jieti.server.tokens.AccessTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// A person's own tokens. The secret is in the answer to the form that makes one, and nowhere
/// else.
@Open(Open.To.SIGNED_IN)
@Controller
final class TokensController {
    private static final String NAME = "name";
    private static final String SCOPE = "scope";
    private static final String DAYS = "days";
    private static final List<String> LIVES = List.of("7", "30", "90", "365");
    private static final String USUAL_LIFE = "90";

    private final AccessTokens tokens;
    private final Clock clock;

    TokensController(AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/account/tokens")
    String list(SignedIn me, Model page) {
        return page(me, Map.of(DAYS, USUAL_LIFE), Set.of(), Map.of(), page);
    }

    @PostMapping("/account/tokens")
    String make(
            SignedIn me,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = SCOPE, defaultValue = "") List<String> words,
            Model page,
            HttpServletResponse response) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (words.contains(scope.word())) {
                scopes.add(scope);
            }
        }
        String name = typed.getOrDefault(NAME, "").strip();
        String days = typed.getOrDefault(DAYS, "");
        Map<String, String> wrong = new LinkedHashMap<>();
        if (name.isEmpty()) {
            wrong.put(NAME, "tokens.wrong.name");
        } else if (name.length() > AccessTokens.LONGEST_NAME) {
            wrong.put(NAME, "tokens.wrong.long");
        }
        if (scopes.isEmpty()) {
            wrong.put(SCOPE, "tokens.wrong.scope");
        }
        if (!LIVES.contains(days)) {
            wrong.put(DAYS, "tokens.wrong.days");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(me, typed, scopes, wrong, page);
        }
        AccessTokens.Made made =
                tokens.make(me, name, scopes, Duration.ofDays(Integer.parseInt(days)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        page.addAttribute("made", made);
        return page(me, Map.of(DAYS, USUAL_LIFE), Set.of(), Map.of(), page);
    }

    @PostMapping("/account/tokens/{accessToken}/revoke")
    String revoke(SignedIn me, @PathVariable("accessToken") UUID id) {
        if (!tokens.revoke(me, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/account/tokens";
    }

    private String page(
            SignedIn me,
            Map<String, String> typed,
            Set<Scope> scopes,
            Map<String, String> wrong,
            Model page) {
        page.addAttribute("tokens", tokens.of(me.id()));
        page.addAttribute("now", clock.instant());
        page.addAttribute("scopes", Scope.values());
        page.addAttribute("lives", LIVES);
        page.addAttribute("chosen", scopes);
        page.addAttribute("typed", typed);
        page.addAttribute("wrong", wrong);
        page.addAttribute("crumbs", List.of(Crumb.here("tokens.title")));
        return "tokens/tokens";
    }
}
