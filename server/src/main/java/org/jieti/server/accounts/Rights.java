package org.jieti.server.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// The one place that decides who may do what: a role that the table in [Action] names, given for
/// the organisation, round and part that the action touches.
@Component
public final class Rights {

    /// Whether a person may do something to a target.
    public boolean may(SignedIn person, Action action, Target target) {
        return person.grants().stream().anyMatch(grant -> allows(grant, action, target));
    }

    /// Whether a role, as it was given, lets its holder do something to a target.
    static boolean allows(RoleGrant grant, Action action, Target target) {
        return action.roles().contains(grant.role()) && reaches(grant, action.reach(), target);
    }

    /// Whether there is anything that a person may do it to: enough for a page that then shows
    /// only what they may see.
    public boolean mayAnywhere(SignedIn person, Action action) {
        return person.grants().stream().anyMatch(grant -> action.roles().contains(grant.role()));
    }

    /// Refuses with the page for it, unless the person may.
    public void require(SignedIn person, Action action, Target target) {
        if (!may(person, action, target)) {
            throw new AccessDeniedException(action + " of " + target);
        }
    }

    private static boolean reaches(RoleGrant grant, Action.Reach reach, Target target) {
        return switch (reach) {
            case EVERYWHERE -> true;
            case ROUND -> coversRound(grant, target.round());
            case OWN ->
                    grant.organisation().equals(target.organisation())
                            && coversRound(grant, target.round())
                            && (grant.part() == null || target.parts().contains(grant.part()));
        };
    }

    private static boolean coversRound(RoleGrant grant, @Nullable UUID round) {
        return grant.round() == null || grant.round().equals(round);
    }
}
