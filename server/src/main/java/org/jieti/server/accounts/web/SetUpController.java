package org.jieti.server.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.domain.PasswordRules;
import org.jieti.server.accounts.domain.SetUp;
import org.jieti.server.shared.web.Open;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page behind the link of the first start.
@Open(Open.To.ANYBODY)
@Controller
final class SetUpController {
    private static final List<Role> ADMINISTRATORS =
            List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    private final SetUp setUp;
    private final PasswordRules rules;

    SetUpController(SetUp setUp, PasswordRules rules) {
        this.setUp = setUp;
        this.rules = rules;
    }

    @GetMapping("/set-up/{token}")
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        return form(token, Map.of(), Map.of(), model, response);
    }

    @PostMapping("/set-up/{token}")
    String complete(
            @PathVariable String token,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        if (!setUp.isOpen(token)) {
            return form(token, Map.of(), Map.of(), model, response);
        }
        Map<String, String> wrong = check(typed);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(token, typed, wrong, model, response);
        }
        List<SetUp.Administrator> administrators =
                ADMINISTRATORS.stream()
                        .map(
                                role ->
                                        new SetUp.Administrator(
                                                role,
                                                Fields.username(typed, role + ".username"),
                                                Fields.text(typed, role + ".name"),
                                                typed.getOrDefault(role + ".password", "")))
                        .toList();
        return setUp.complete(token, Fields.text(typed, "organisation"), administrators)
                ? "redirect:/sign-in?ready"
                : form(token, Map.of(), Map.of(), model, response);
    }

    private String form(
            String token,
            Map<String, String> typed,
            Map<String, String> wrong,
            Model model,
            HttpServletResponse response) {
        if (!setUp.isOpen(token)) {
            response.setStatus(HttpStatus.GONE.value());
            return "accounts/link-lapsed";
        }
        model.addAttribute("token", token);
        model.addAttribute("administrators", ADMINISTRATORS);
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return "accounts/set-up";
    }

    /// What is wrong with a form: the name of the field, and a message.
    private Map<String, String> check(Map<String, String> typed) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Fields.needed(typed, "organisation", wrong);
        List<String> usernames = new ArrayList<>();
        for (Role role : ADMINISTRATORS) {
            Fields.needed(typed, role + ".name", wrong);
            String username = Fields.username(typed, role + ".username");
            Fields.username(typed, role + ".username", wrong);
            if (usernames.contains(username)) {
                wrong.put(role + ".username", "accounts.username.twice");
            }
            usernames.add(username);
            String password = typed.getOrDefault(role + ".password", "");
            String flaw =
                    rules.flaw(password, List.of(username, Fields.text(typed, "organisation")));
            if (flaw != null) {
                wrong.put(role + ".password", flaw);
            } else if (!password.equals(typed.get(role + ".again"))) {
                wrong.put(role + ".again", "accounts.password.differs");
            }
        }
        return wrong;
    }
}
