package org.jieti.server.campaigns.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.OrganisationNames;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.shared.web.Crumb;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// All rounds that somebody may read.
@May({Action.READ_ROUNDS, Action.READ_ALL_ROUNDS})
@Controller
final class RoundListController {
    private final Rounds rounds;
    private final OrganisationNames organisations;
    private final Rights rights;

    RoundListController(Rounds rounds, OrganisationNames organisations, Rights rights) {
        this.rounds = rounds;
        this.organisations = organisations;
        this.rights = rights;
    }

    @GetMapping("/rounds")
    String list(SignedIn me, Model model) {
        List<Round> found = rounds.readable(me);
        List<UUID> ids = found.stream().map(Round::id).toList();
        Map<UUID, String> organisers =
                organisations.of(found.stream().map(Round::organiser).toList());
        model.addAttribute("rounds", found);
        model.addAttribute("sizes", rounds.sizes(ids));
        model.addAttribute("organisers", organisers);
        model.addAttribute("mayPlan", rights.mayAnywhere(me, Action.MANAGE_ROUNDS));
        model.addAttribute("crumbs", List.of(Crumb.here("campaigns.title")));
        return "campaigns/rounds";
    }
}
