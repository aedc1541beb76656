package org.jieti.server.campaigns;

import java.util.List;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/// Finds a round for somebody who may read or change it.
@Service
public class RoundAccess {
    private final Rounds rounds;
    private final Rights rights;

    RoundAccess(Rounds rounds, Rights rights) {
        this.rounds = rounds;
        this.rights = rights;
    }

    /// A round that a person may read.
    ///
    /// @throws ResponseStatusException with 404 if there is none
    /// @throws AccessDeniedException if it is not for them to read
    public Round readable(SignedIn me, UUID id) {
        Round round = found(id);
        if (!rounds.mayRead(me, round)) {
            throw new AccessDeniedException("read round " + id);
        }
        return round;
    }

    /// A round that a person may change.
    ///
    /// @throws ResponseStatusException with 404 if there is none
    /// @throws AccessDeniedException if it is not for them to change
    public Round managed(SignedIn me, UUID id) {
        Round round = found(id);
        rights.require(me, Action.MANAGE_ROUNDS, Rounds.target(round));
        return round;
    }

    private Round found(UUID id) {
        Round round = rounds.find(List.of(id)).get(id);
        if (round == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return round;
    }
}
