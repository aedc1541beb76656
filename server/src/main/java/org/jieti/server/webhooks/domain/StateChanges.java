package org.jieti.server.webhooks.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentMoved;
import org.jieti.server.campaigns.DueDayExtended;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.RoundClosed;
import org.jieti.server.campaigns.RoundOpened;
import org.jieti.server.campaigns.Rounds;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells webhooks of changes of state: each person's of what that person may read.
@Component
class StateChanges {
    private final Webhooks webhooks;
    private final Directory directory;

    StateChanges(Webhooks webhooks, Directory directory) {
        this.webhooks = webhooks;
        this.directory = directory;
    }

    @EventListener
    void tell(RoundOpened opened) {
        tell(EventKind.ROUND_OPENED, opened.round());
    }

    @EventListener
    void tell(DueDayExtended extended) {
        tell(EventKind.ROUND_EXTENDED, extended.round());
    }

    @EventListener
    void tell(RoundClosed closed) {
        tell(EventKind.ROUND_CLOSED, closed.round());
    }

    private void tell(EventKind kind, Round round) {
        List<PersonFace> readers =
                directory.whoMay(Action.READ_ROUNDS, round.organiser(), Rounds.target(round));
        webhooks.tell(ids(readers), kind, Map.of("round", round.id()));
    }

    @EventListener
    void tell(AssessmentMoved moved) {
        AssessmentCase now = moved.now();
        Set<UUID> people =
                ids(
                        directory.whoMay(
                                Action.READ_OWN_ASSESSMENT,
                                now.unit().organisation(),
                                now.whole()));
        if (now.state().isHandedIn()) {
            people.addAll(
                    ids(
                            directory.whoMay(
                                    Action.READ_ASSESSMENTS,
                                    now.round().organiser(),
                                    now.whole())));
        }
        webhooks.tell(
                people,
                EventKind.ASSESSMENT_MOVED,
                Map.of(
                        "assessment", now.id(),
                        "round", now.round().id(),
                        "unit", now.unit().id(),
                        "move", moved.move().word(),
                        "state", now.state().name().toLowerCase(Locale.ROOT),
                        "version", now.version()));
    }

    private static Set<UUID> ids(List<PersonFace> people) {
        Set<UUID> ids = new HashSet<>();
        people.forEach(person -> ids.add(person.id()));
        return ids;
    }
}
