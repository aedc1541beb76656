package org.jieti.server.board;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.campaigns.DueDayExtended;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.RoundOpened;
import org.jieti.server.campaigns.RoundUnit;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.notices.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells the people of units what happens in a round, and reminds those who are waited for.
@Service
@Transactional
public class Reminders {
    private static final int AFTER_ASSESSMENTS_ARE_MADE = 10;

    private final Rounds rounds;
    private final Assessments assessments;
    private final Waiting waiting;
    private final Directory directory;
    private final Notices notices;
    private final Rights rights;
    private final AuditTrail trail;

    Reminders(
            Rounds rounds,
            Assessments assessments,
            Waiting waiting,
            Directory directory,
            Notices notices,
            Rights rights,
            AuditTrail trail) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.waiting = waiting;
        this.directory = directory;
        this.notices = notices;
        this.rights = rights;
        this.trail = trail;
    }

    /// Reminds the people who are waited for.
    ///
    /// @param chosen assessments of the round; those that wait for nobody are passed over
    /// @return how many people were told
    public int remind(SignedIn me, Round round, Collection<UUID> chosen) {
        rights.require(me, Action.MANAGE_ROUNDS, Rounds.target(round));
        Map<UUID, RoundUnit> within = rounds.units(round);
        int told = 0;
        int reminded = 0;
        List<AssessmentCase> these =
                assessments.ofRound(round.id()).stream()
                        .filter(each -> chosen.contains(each.id()))
                        .toList();
        Map<UUID, List<PersonFace>> people = waiting.people(these, assessments.results(these));
        for (AssessmentCase assessment : these) {
            List<UUID> who = ids(people.getOrDefault(assessment.id(), List.of()));
            RoundUnit unit = within.get(assessment.unit().id());
            if (!who.isEmpty() && unit != null) {
                notices.tell(
                        who,
                        "reminded",
                        List.of(round.title(), unit.dueOn().toString()),
                        Waiting.of(assessment).path(assessment));
                told += who.size();
                reminded++;
            }
        }
        if (reminded > 0) {
            trail.record(
                    me,
                    "campaigns.round.reminded",
                    round.organiser(),
                    "round",
                    round.id(),
                    Map.of("units", reminded, "people", told));
        }
        return told;
    }

    @Order(AFTER_ASSESSMENTS_ARE_MADE)
    @EventListener
    void tellOfOpening(RoundOpened opened) {
        Round round = opened.round();
        tell(round, opened.units(), "opened", List.of(round.title(), round.dueOn().toString()));
    }

    @EventListener
    void tellOfExtension(DueDayExtended extended) {
        LocalDate dueOn = extended.dueOn();
        tell(
                extended.round(),
                extended.units(),
                "extended",
                List.of(extended.round().title(), dueOn.toString(), extended.reason()));
    }

    private void tell(Round round, Collection<UUID> units, String kind, List<String> arguments) {
        for (AssessmentCase assessment : assessments.ofRound(round.id())) {
            if (units.contains(assessment.unit().id())) {
                List<PersonFace> people =
                        directory.whoMay(
                                Action.ANSWER,
                                assessment.unit().organisation(),
                                assessment.whole());
                notices.tell(ids(people), kind, arguments, "/assessments/" + assessment.id());
            }
        }
    }

    private static List<UUID> ids(List<PersonFace> people) {
        return people.stream().map(PersonFace::id).toList();
    }
}
