package org.jieti.server.accounts.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jieti.core.model.Language;
import org.jieti.server.accounts.PersonKey;
import org.jieti.server.accounts.domain.OwnAccount;
import org.jieti.server.accounts.domain.Sessions;
import org.jieti.server.shared.web.Languages;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// What follows once somebody is signed in: the session notes where it began, the browser speaks
/// the language of the account, and the page that was asked for opens.
@Component
final class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {
    private final OwnAccount account;

    SignInSuccess(OwnAccount account) {
        this.account = account;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        String agent = request.getHeader("User-Agent");
        Sessions.note(request.getSession(), request.getRemoteAddr(), agent == null ? "" : agent);
        if (authentication.getPrincipal() instanceof PersonKey key) {
            Language language = account.language(key.id());
            if (language != null) {
                Languages.keep(language, request, response);
            }
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
