package org.jieti.server.notices.web;

import java.util.List;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.notices.Notices;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// What whoever is signed in has been told.
@Open(Open.To.SIGNED_IN)
@Controller
final class NoticesController {
    private final Notices notices;

    NoticesController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/notices")
    String list(SignedIn me, Model page) {
        page.addAttribute("notices", notices.of(me.id()));
        page.addAttribute("crumbs", List.of(Crumb.here("notices.title")));
        return "notices/notices";
    }

    @PostMapping("/notices/read")
    String read(SignedIn me) {
        notices.read(me.id());
        return "redirect:/notices";
    }
}
