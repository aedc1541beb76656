package org.jieti.server.accounts.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jieti.server.accounts.PersonKey;
import org.jieti.server.accounts.domain.CodeSignIn;
import org.jieti.server.shared.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The second step of signing in.
@Open(Open.To.ANYBODY)
@Controller
final class CodeController {
    private final CodeSignIn signIn;
    private final SignInSuccess success;
    private final Clock clock;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    CodeController(CodeSignIn signIn, SignInSuccess success, Clock clock) {
        this.signIn = signIn;
        this.success = success;
        this.clock = clock;
    }

    @GetMapping("/sign-in/code")
    String page(HttpServletRequest request) {
        return SecondStep.awaited(request.getSession(), clock.instant()) == null
                ? "redirect:/sign-in?late"
                : "accounts/sign-in-code";
    }

    @PostMapping("/sign-in/code")
    @Nullable String check(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        PersonKey person = SecondStep.awaited(request.getSession(), clock.instant());
        if (person == null) {
            return "redirect:/sign-in?late";
        }
        try {
            Authentication signedIn = signIn.authenticate(person, code, request.getRemoteAddr());
            begin(signedIn, request, response);
            success.onAuthenticationSuccess(request, response, signedIn);
            return null;
        } catch (LockedException e) {
            SecondStep.end(request.getSession());
            return "redirect:/sign-in?" + SecurityConfig.reason(e);
        } catch (BadCredentialsException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", true);
            return "accounts/sign-in-code";
        }
    }

    /// A session of somebody signed in has another id, and its forms another token, than before.
    private void begin(
            Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        SecondStep.end(request.getSession());
        request.changeSessionId();
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
