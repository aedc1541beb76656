package org.jieti.server.accounts.web;

import java.util.List;
import java.util.Map;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.shared.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Open(Open.To.ANYBODY)
@Controller
final class SignInController {
    /// What the address may say of the last attempt.
    private static final List<String> NOTICES =
            List.of("refused", "locked", "many", "left", "ready", "set", "late");

    private final Visitors visitors;

    SignInController(Visitors visitors) {
        this.visitors = visitors;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam Map<String, String> parameters, Model model) {
        if (visitors.current() != null) {
            return "redirect:/";
        }
        NOTICES.stream()
                .filter(parameters::containsKey)
                .findFirst()
                .ifPresent(notice -> model.addAttribute("notice", notice));
        return "accounts/sign-in";
    }
}
