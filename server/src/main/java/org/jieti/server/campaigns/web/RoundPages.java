package org.jieti.server.campaigns.web;

import java.util.List;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.shared.web.Crumb;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// What the pages of one round share.
@Component
class RoundPages {
    private final Rounds rounds;
    private final Rights rights;

    RoundPages(Rounds rounds, Rights rights) {
        this.rounds = rounds;
        this.rights = rights;
    }

    /// The round, for somebody who changes it.
    Round managed(SignedIn me, String id) {
        UUID key = id(id);
        Round round = rounds.find(List.of(key)).get(key);
        if (round == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        rights.require(me, Action.MANAGE_ROUNDS, Rounds.target(round));
        return round;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", e);
        }
    }

    static List<Crumb> crumbs(Round round, String here) {
        return List.of(
                Crumb.to("/rounds", "campaigns.title"),
                Crumb.named("/rounds/" + round.id(), round.title()),
                Crumb.here(here));
    }
}
