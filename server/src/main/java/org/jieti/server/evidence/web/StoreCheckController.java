package org.jieti.server.evidence.web;

import java.util.List;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.evidence.domain.StoreCheck;
import org.jieti.server.shared.web.Crumb;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Whether all files of evidence are there and as they were stored.
@May(Action.CHECK_EVIDENCE)
@Controller
class StoreCheckController {
    private final StoreCheck check;

    StoreCheckController(StoreCheck check) {
        this.check = check;
    }

    /// A file that is wrong, as the page shows it.
    record Line(StoreCheck.Wrong wrong, String size) {}

    @GetMapping("/evidence/check")
    String page(Model model) {
        model.addAttribute("check", check.last());
        model.addAttribute("files", check.files());
        model.addAttribute(
                "lines",
                check.wrong().stream()
                        .map(wrong -> new Line(wrong, EvidencePages.size(wrong.size())))
                        .toList());
        model.addAttribute("crumbs", List.of(Crumb.here("evidence.check")));
        return "evidence/check";
    }

    @PostMapping("/evidence/check")
    String start(SignedIn me) {
        check.start(me);
        return "redirect:/evidence/check";
    }

    @PostMapping("/evidence/check/cancel")
    String cancel(SignedIn me) {
        check.cancel(me);
        return "redirect:/evidence/check";
    }
}
