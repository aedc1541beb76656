package org.jieti.server.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentMoved;
import org.jieti.server.assessments.Part;
import org.jieti.server.assessments.Parts;
import org.jieti.server.assessments.PartsAssigned;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.notices.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells people that an assessment has come to them, or has left their hands. Whoever did it is
/// not told.
@Component
class Telling {
    private final Directory directory;
    private final Parts parts;
    private final Rounds rounds;
    private final Notices notices;

    Telling(Directory directory, Parts parts, Rounds rounds, Notices notices) {
        this.directory = directory;
        this.parts = parts;
        this.rounds = rounds;
        this.notices = notices;
    }

    @EventListener
    void moved(AssessmentMoved moved) {
        AssessmentCase of = moved.now();
        String path = "/assessments/" + of.id();
        String round = of.round().title();
        String unit = of.unit().name();
        switch (moved.move()) {
            case SEND ->
                    tell(
                            moved.by(),
                            may(Action.REVIEW_INTERNALLY, of),
                            "sent",
                            round,
                            path + "/review");
            case RETURN -> tell(moved.by(), answering(of), "returned", round, path);
            case PASS ->
                    tell(moved.by(), may(Action.SIGN_OFF, of), "passed", round, path + "/submit");
            case SIGN -> {
                tell(moved.by(), may(Action.ANSWER, of), "signed", round, path);
                tell(
                        moved.by(),
                        managing(of),
                        "handed-in",
                        List.of(unit, round),
                        "/rounds/" + of.round().id());
            }
            case FINISH -> tell(moved.by(), may(Action.ANSWER, of), "finished", round, path);
            case WITHDRAW -> {
                List<String> said = List.of(unit, round, moved.said().reason());
                tell(moved.by(), may(Action.ANSWER, of), "withdrawn", said, path);
                tell(moved.by(), managing(of), "withdrawn", said, "/rounds/" + of.round().id());
            }
            case START,
                    LOAD,
                    TAKE_IN,
                    ASK_FOR_MORE,
                    ADD,
                    ADMIT,
                    REJECT,
                    VISIT,
                    REPORT_VISIT,
                    CONFER,
                    RECOMMEND,
                    SEND_TO_COMPLIANCE,
                    SEND_BACK,
                    CONVENE,
                    ANNOUNCE,
                    DECIDE,
                    OBJECT,
                    SETTLE,
                    CERTIFY,
                    WATCH,
                    EXPIRE,
                    REVOKE -> {
                // Nobody waits for these, or they cannot be made yet.
            }
        }
    }

    @EventListener
    void assigned(PartsAssigned assigned) {
        AssessmentCase of = assigned.of();
        String day =
                String.valueOf(
                        assigned.dueOn() == null
                                ? rounds.dueOn(of.round(), of.unit().id())
                                : assigned.dueOn());
        tell(
                assigned.by(),
                Set.of(assigned.person()),
                "asked",
                List.of(of.round().title(), day),
                "/assessments/%s?node=%s".formatted(of.id(), assigned.nodes().getFirst()));
    }

    private void tell(
            SignedIn by, Collection<UUID> people, String kind, String round, String path) {
        tell(by, people, kind, List.of(round), path);
    }

    private void tell(
            SignedIn by,
            Collection<UUID> people,
            String kind,
            List<String> arguments,
            String path) {
        List<UUID> others = new ArrayList<>(people);
        others.remove(by.id());
        notices.tell(others, kind, arguments, path);
    }

    private Set<UUID> may(Action action, AssessmentCase of) {
        return ids(directory.whoMay(action, of.unit().organisation(), of.whole()));
    }

    /// Those who are asked for parts, or all where nobody is.
    private Set<UUID> answering(AssessmentCase of) {
        Set<UUID> asked = new LinkedHashSet<>();
        for (Part part : parts.of(of.id())) {
            asked.add(part.person());
        }
        return asked.isEmpty() ? may(Action.ANSWER, of) : asked;
    }

    private Set<UUID> managing(AssessmentCase of) {
        return ids(
                directory.whoMay(
                        Action.MANAGE_ROUNDS, of.round().organiser(), Rounds.target(of.round())));
    }

    private static Set<UUID> ids(List<PersonFace> people) {
        Set<UUID> ids = new LinkedHashSet<>();
        people.forEach(face -> ids.add(face.id()));
        return ids;
    }
}
