package org.jieti.server.accounts.web;

import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells every page who reads it.
@ControllerAdvice
final class MeAdvice {
    private final Visitors visitors;

    MeAdvice(Visitors visitors) {
        this.visitors = visitors;
    }

    @ModelAttribute("me")
    @Nullable SignedIn me() {
        return visitors.current();
    }
}
