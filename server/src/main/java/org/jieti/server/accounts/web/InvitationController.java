package org.jieti.server.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.server.accounts.domain.Invitations;
import org.jieti.server.accounts.domain.Invitations.Invited;
import org.jieti.server.accounts.domain.PasswordRules;
import org.jieti.server.shared.web.Open;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page behind a link to set a password.
@Open(Open.To.ANYBODY)
@Controller
final class InvitationController {
    private final Invitations invitations;
    private final PasswordRules rules;

    InvitationController(Invitations invitations, PasswordRules rules) {
        this.invitations = invitations;
        this.rules = rules;
    }

    @GetMapping("/invitations/{token}")
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        return form(token, Map.of(), model, response);
    }

    @PostMapping("/invitations/{token}")
    String accept(
            @PathVariable String token,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Invited invited = invitations.open(token);
        if (invited == null) {
            return form(token, Map.of(), model, response);
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        String password = typed.getOrDefault("password", "");
        String flaw =
                rules.flaw(
                        password,
                        List.of(invited.username(), invited.name(), invited.organisationName()));
        if (flaw != null) {
            wrong.put("password", flaw);
        } else if (!password.equals(typed.get("again"))) {
            wrong.put("again", "accounts.password.differs");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(token, wrong, model, response);
        }
        return invitations.accept(token, password)
                ? "redirect:/sign-in?set"
                : form(token, Map.of(), model, response);
    }

    private String form(
            String token, Map<String, String> wrong, Model model, HttpServletResponse response) {
        Invited invited = invitations.open(token);
        if (invited == null) {
            response.setStatus(HttpStatus.GONE.value());
            return "accounts/link-lapsed";
        }
        model.addAttribute("token", token);
        model.addAttribute("invited", invited);
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        model.addAttribute("typed", Map.of());
        model.addAttribute("wrong", wrong);
        return "accounts/invitation";
    }
}
