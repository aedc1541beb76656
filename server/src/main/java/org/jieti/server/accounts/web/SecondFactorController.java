package org.jieti.server.accounts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jieti.server.accounts.AccountSettings;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.domain.SecondFactor;
import org.jieti.server.accounts.domain.SecondFactor.Standing;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Open;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/// One's own second factor: set up, recovery codes, given up.
@Open(Open.To.SIGNED_IN)
@Controller
@RequestMapping(SecondFactorController.PATH)
final class SecondFactorController {
    static final String PATH = "/account/totp";
    private static final String ISSUER = "Jieti";

    private final SecondFactor factor;
    private final AccountSettings settings;

    SecondFactorController(SecondFactor factor, AccountSettings settings) {
        this.factor = factor;
        this.settings = settings;
    }

    @GetMapping
    String page(SignedIn me, Model model) {
        return page(me, Map.of(), List.of(), model);
    }

    /// Makes a secret, which the page then shows.
    @PostMapping("/begin")
    String begin(SignedIn me) {
        factor.begin(me);
        return "redirect:" + PATH;
    }

    /// Shows recovery codes in its answer, and never again: hence no redirect.
    @PostMapping
    String confirm(
            SignedIn me,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        return answer(me, "code", factor.confirm(me, code), model, response);
    }

    @PostMapping("/codes")
    String renewCodes(
            SignedIn me,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        return answer(me, "renew", factor.renewCodes(me, code), model, response);
    }

    @PostMapping("/remove")
    String remove(
            SignedIn me,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        if (settings.demandsSecondFactor(me)) {
            return refused(me, "remove", "accounts.totp.demanded", model, response);
        }
        return factor.remove(me, code)
                ? "redirect:/account?told=changed"
                : refused(me, "remove", "accounts.totp.wrong", model, response);
    }

    private String answer(
            SignedIn me,
            String field,
            List<String> codes,
            Model model,
            HttpServletResponse response) {
        if (codes.isEmpty()) {
            return refused(me, field, "accounts.totp.wrong", model, response);
        }
        response.setHeader("Cache-Control", "no-store");
        return page(me, Map.of(), codes, model);
    }

    private String refused(
            SignedIn me, String field, String flaw, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(me, Map.of(field, flaw), List.of(), model);
    }

    private String page(SignedIn me, Map<String, String> wrong, List<String> codes, Model model) {
        Standing standing = factor.standing(me.id());
        String pending = standing.pending();
        if (pending != null) {
            model.addAttribute("qr", QrCode.of(address(me, pending)));
            model.addAttribute("secret", pending.replaceAll("(.{4})(?=.)", "$1 "));
        }
        model.addAttribute("standing", standing);
        model.addAttribute("demanded", settings.demandsSecondFactor(me));
        model.addAttribute("codes", codes);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/account", "accounts.account.title"),
                        Crumb.here("accounts.totp.title")));
        return "accounts/totp";
    }

    /// What an authenticator app reads (the key URI format that all of them share).
    private static String address(SignedIn me, String secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(
                        ISSUER,
                        UriUtils.encode(me.username(), StandardCharsets.UTF_8),
                        secret,
                        ISSUER);
    }
}
