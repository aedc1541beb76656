package org.jieti.server.campaigns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;

/// Puts the list of rounds at the top of every page, for those who read rounds.
@ControllerAdvice
final class RoundSwitcher {
    private static final int MOST_SHOWN = 12;

    private final Rounds rounds;
    private final Rights rights;
    private final Visitors visitors;

    RoundSwitcher(Rounds rounds, Rights rights, Visitors visitors) {
        this.rounds = rounds;
        this.rights = rights;
        this.visitors = visitors;
    }

    @ModelAttribute
    void switcher(HttpServletRequest request, Model page) {
        SignedIn me = visitors.current();
        if (me == null
                || !(rights.mayAnywhere(me, Action.READ_ROUNDS)
                        || rights.mayAnywhere(me, Action.READ_ALL_ROUNDS))) {
            return;
        }
        List<Round> all = rounds.readable(me);
        if (all.isEmpty()) {
            return;
        }
        String here = within(request);
        page.addAttribute("roundSwitcher", "campaigns/switcher");
        page.addAttribute("switcherRounds", all.stream().limit(MOST_SHOWN).toList());
        page.addAttribute(
                "switcherRound",
                all.stream()
                        .filter(round -> round.id().toString().equals(here))
                        .findFirst()
                        .orElse(null));
    }

    private static String within(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                ? String.valueOf(variables.get("round"))
                : "";
    }
}
