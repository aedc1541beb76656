package org.jieti.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.domain.OwnAccount;
import org.jieti.server.accounts.domain.PasswordRules;
import org.jieti.server.accounts.domain.Person;
import org.jieti.server.accounts.domain.PersonRegister;
import org.jieti.server.accounts.domain.Sessions;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.jieti.server.shared.web.Open;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One's own account.
@Open(Open.To.SIGNED_IN)
@Controller
final class AccountController {
    private static final List<String> TOLD = List.of("changed", "password", "ended");

    private final OwnAccount account;
    private final PersonRegister register;
    private final Sessions sessions;

    AccountController(OwnAccount account, PersonRegister register, Sessions sessions) {
        this.account = account;
        this.register = register;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    String page(
            SignedIn me,
            @RequestParam(defaultValue = "") String told,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("told", TOLD.contains(told) ? told : null);
        return page(me, Map.of(), Map.of(), request, model);
    }

    @PostMapping("/account")
    String change(
            SignedIn me,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Fields.needed(typed, "name", wrong);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(me, typed, wrong, request, model);
        }
        Language language =
                Arrays.stream(Language.values())
                        .filter(each -> code(each).equals(Fields.text(typed, "language")))
                        .findFirst()
                        .orElse(null);
        account.change(me, Fields.text(typed, "name"), language);
        if (language != null) {
            Languages.keep(language, request, response);
        }
        return "redirect:/account?told=changed";
    }

    @PostMapping("/account/password")
    String changePassword(
            SignedIn me,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String> wrong =
                account.changePassword(
                        me,
                        typed.getOrDefault("old", ""),
                        typed.getOrDefault("password", ""),
                        typed.getOrDefault("again", ""),
                        request.getSession().getId());
        if (wrong.isEmpty()) {
            return "redirect:/account?told=password";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, Map.of(), wrong, request, model);
    }

    @PostMapping("/account/sessions/{session}/end")
    String end(SignedIn me, @PathVariable("session") String name) {
        try {
            sessions.end(me, person(me), UUID.fromString(name));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no session", e);
        }
        return "redirect:/account?told=ended";
    }

    /// Ends all sessions but this one.
    @PostMapping("/account/sessions/end")
    String endOthers(SignedIn me, HttpServletRequest request) {
        sessions.endAll(me, person(me), request.getSession().getId());
        return "redirect:/account?told=ended";
    }

    private Person person(SignedIn me) {
        Person person = register.find(me.id());
        if (person == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return person;
    }

    private String page(
            SignedIn me,
            Map<String, String> typed,
            Map<String, String> wrong,
            HttpServletRequest request,
            Model model) {
        Language spoken = account.language(me.id());
        Map<String, String> shown =
                new HashMap<>(
                        Map.of("name", me.name(), "language", spoken == null ? "" : code(spoken)));
        shown.putAll(typed);
        model.addAttribute("person", person(me));
        model.addAttribute("typed", shown);
        model.addAttribute("wrong", wrong);
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        model.addAttribute("sessions", sessions.of(me.username()));
        model.addAttribute("here", Sessions.nameOf(request.getSession().getId()));
        model.addAttribute("crumbs", List.of(Crumb.here("accounts.account.title")));
        return "accounts/account";
    }

    private static String code(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }
}
