package org.jieti.server.notices.web;

import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.notices.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Tells every page how many notices its reader has not read.
@ControllerAdvice
final class NoticesAdvice {
    private final Notices notices;
    private final Visitors visitors;

    NoticesAdvice(Notices notices, Visitors visitors) {
        this.notices = notices;
        this.visitors = visitors;
    }

    /// Null where nobody is signed in.
    @ModelAttribute("unread")
    @Nullable Integer unread() {
        SignedIn me = visitors.current();
        return me == null ? null : notices.unread(me.id());
    }
}
