package org.jieti.server.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.Course;
import org.jieti.server.assessments.Move;
import org.jieti.server.assessments.MoveOutcome;
import org.jieti.server.assessments.Parts;
import org.jieti.server.assessments.Remarks;
import org.jieti.server.assessments.Said;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.campaigns.domain.RoundPlan;
import org.jieti.server.shared.CannotStart;
import org.jieti.server.shared.ServerSettings;
import org.jieti.server.shared.Times;
import org.jieti.server.units.AssessedUnit;
import org.jieti.server.units.UnitRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a demonstration platform: a finished round of six invented units, and one that is under
/// way. All of it comes about as it would by hand, through the services behind the pages, in one
/// transaction; what is there already is found again.
@Service
public class Demo {
    private static final String MODEL = "dgimm@2021.1";
    private static final String PRESET = "share-80";
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int DAYS = 21;
    private static final int PART_DAYS = 10;

    private final ServerSettings settings;
    private final People people;
    private final MessageSource messages;
    private final UnitRegister register;
    private final RoundCourse rounds;
    private final Assessments assessments;
    private final Respondent respondent;
    private final Course course;
    private final Parts parts;
    private final Remarks remarks;
    private final DemoAnswers answers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Demo(
            ServerSettings settings,
            People people,
            MessageSource messages,
            UnitRegister register,
            RoundCourse rounds,
            Assessments assessments,
            Respondent respondent,
            Course course,
            Parts parts,
            Remarks remarks,
            DemoAnswers answers,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.people = people;
        this.messages = messages;
        this.register = register;
        this.rounds = rounds;
        this.assessments = assessments;
        this.respondent = respondent;
        this.course = course;
        this.parts = parts;
        this.remarks = remarks;
        this.answers = answers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// An invented unit: who acts for it, and what it answers in the finished round.
    ///
    /// @param head acts where nobody else is asked for
    private record Player(
            AssessedUnit unit,
            SignedIn head,
            SignedIn reviewer,
            List<SignedIn> contributors,
            Assessment answers) {}

    /// The demonstration platform, made if it is not there.
    ///
    /// @throws CannotStart if the data are those of another platform
    public DemoPlatform make() {
        DemoFile file = new DemoFile(settings.data());
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            DemoPlatform kept = file.read();
                            boolean made = !people.taken(List.of("head")).isEmpty();
                            if (kept != null && made) {
                                return kept;
                            }
                            if (made || people.isAnybodyThere()) {
                                throw new CannotStart("launch.demo.other", settings.data());
                            }
                            DemoPlatform platform = fresh();
                            file.write(platform);
                            return platform;
                        }));
    }

    private DemoPlatform fresh() {
        DemoPeople cast = new DemoPeople(people, messages);
        List<Player> players = players(cast);
        UUID assessing =
                cast.organisation("demo.organisation.body", OrganisationKind.ASSESSMENT_BODY);
        SignedIn lead = cast.account("lead", assessing, Role.LEAD_ASSESSOR);
        cast.account("expert", assessing, Role.EXPERT);
        cast.account("model", assessing, Role.MODEL_EDITOR);
        cast.account(
                "supervisor",
                cast.organisation("demo.organisation.supervisor", OrganisationKind.SUPERVISOR),
                Role.SUPERVISOR);
        UUID platform = cast.organisation("demo.organisation.platform", OrganisationKind.PLATFORM);
        cast.account("system", platform, Role.SYSTEM_ADMIN);
        cast.account("security", platform, Role.SECURITY_ADMIN);
        cast.account("audit", platform, Role.AUDIT_ADMIN);

        UUID finished = round(lead, cast.say("demo.round.finished"), AS_OF, today(), null, players);
        for (Player player : players) {
            UUID assessment = assessment(finished, player.unit());
            complete(cast, player, assessment);
        }
        require(rounds.close(lead, finished, cast.say("demo.round.finished")));

        UUID open =
                round(
                        lead,
                        cast.say("demo.round.open"),
                        today(),
                        today().plusDays(DAYS),
                        finished,
                        players);
        Player own = players.getFirst();
        for (Player player : players.subList(1, players.size() / 2 + 1)) {
            begin(player, assessment(open, player.unit()), 0.2);
        }
        answerWithHelp(cast, own, assessment(open, own.unit()));
        return new DemoPlatform(
                "/assessments/%s/result".formatted(assessment(finished, own.unit())),
                cast.accounts());
    }

    private List<Player> players(DemoPeople cast) {
        Assessment low = answers.sample("starting-county");
        Assessment middle = answers.sample("growing-city");
        Assessment high = answers.sample("leading-city");
        List<Player> players = new ArrayList<>();
        AssessedUnit own = unit("demo-02", middle);
        SignedIn head = cast.account("head", own.organisation(), Role.UNIT_HEAD);
        SignedIn reviewer = cast.account("reviewer", own.organisation(), Role.INTERNAL_REVIEWER);
        players.add(
                new Player(
                        own,
                        head,
                        reviewer,
                        List.of(
                                cast.account("li", own.organisation(), Role.CONTRIBUTOR),
                                cast.account("wang", own.organisation(), Role.CONTRIBUTOR)),
                        middle));
        players.add(alone(cast, unit("demo-01", low), low));
        players.add(alone(cast, unit("demo-03", high), high));
        players.add(alone(cast, unit(cast, "demo-04"), DemoAnswers.between(low, middle, 0.7)));
        players.add(alone(cast, unit(cast, "demo-05"), DemoAnswers.between(low, high, 0.85)));
        players.add(alone(cast, unit(cast, "demo-06"), DemoAnswers.between(low, high, 0.55)));
        return players;
    }

    /// A unit in which one person does everything.
    private static Player alone(DemoPeople cast, AssessedUnit unit, Assessment answers) {
        SignedIn person =
                cast.extra(
                        unit.code(),
                        unit.organisation(),
                        Role.CONTRIBUTOR,
                        Role.INTERNAL_REVIEWER,
                        Role.UNIT_HEAD);
        return new Player(unit, person, person, List.of(person), answers);
    }

    private AssessedUnit unit(String code, Assessment sample) {
        return register.add(
                code, sample.unit().name(), sample.unit().region(), sample.unit().peerGroup());
    }

    private AssessedUnit unit(DemoPeople cast, String code) {
        String key = "demo.unit." + code + ".";
        return register.add(
                code,
                cast.say(key + "name"),
                cast.say(key + "region"),
                cast.say(key + "peer-group"));
    }

    private UUID round(
            SignedIn lead,
            String title,
            LocalDate asOf,
            LocalDate dueOn,
            @Nullable UUID previous,
            List<Player> players) {
        UUID round =
                rounds.plan(
                        lead,
                        new RoundPlan(
                                lead.organisation(),
                                title,
                                Round.Track.FULL,
                                MODEL,
                                "equal",
                                PRESET,
                                asOf,
                                dueOn,
                                previous));
        require(
                rounds.add(
                        lead, round, players.stream().map(player -> player.unit().id()).toList()));
        require(rounds.open(lead, round));
        return round;
    }

    private UUID assessment(UUID round, AssessedUnit unit) {
        return assessments.ofRound(round).stream()
                .filter(of -> of.unit().id().equals(unit.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// From the first answer to the head's signature.
    private void complete(DemoPeople cast, Player player, UUID assessment) {
        begin(player, assessment, 1);
        send(player, assessment);
        move(player.reviewer(), assessment, Move.PASS, Said.nothing());
        move(player.head(), assessment, Move.SIGN, Said.declaring(cast.say("demo.statement")));
    }

    private void begin(Player player, UUID assessment, double share) {
        move(player.contributors().getFirst(), assessment, Move.START, Said.nothing());
        respondent.answer(
                player.contributors().getFirst(),
                assessment,
                share < 1 ? DemoAnswers.begun(player.answers(), share) : player.answers());
    }

    private void send(Player player, UUID assessment) {
        move(
                player.reviewer(),
                assessment,
                Move.SEND,
                Said.leavingOpen(new HashSet<>(course.unanswered(found(assessment)))));
    }

    /// Under way: half answered, sent back once with two remarks, its parts given to two people.
    private void answerWithHelp(DemoPeople cast, Player player, UUID assessment) {
        begin(player, assessment, 0.5);
        send(player, assessment);
        for (String criterion : List.of("data.open.access.2", "platform.green.energy.4")) {
            remarks.write(
                    player.reviewer(),
                    assessment,
                    new NodeId(criterion),
                    cast.say("demo.remark." + criterion));
        }
        move(player.reviewer(), assessment, Move.RETURN, Said.because(cast.say("demo.returned")));
        LocalDate due = today().plusDays(PART_DAYS);
        assign(player, assessment, List.of("data", "platform"), 0, due);
        assign(player, assessment, List.of("vision", "construction"), 1, due);
    }

    private void assign(
            Player player, UUID assessment, List<String> domains, int to, LocalDate dueOn) {
        boolean done =
                parts.assignAll(
                        player.head(),
                        found(assessment),
                        domains.stream().map(NodeId::new).toList(),
                        player.contributors().get(to).id(),
                        dueOn,
                        "");
        if (!done) {
            throw new IllegalStateException("Not assigned: " + domains);
        }
    }

    private void move(SignedIn me, UUID assessment, Move move, Said said) {
        MoveOutcome outcome = course.move(me, assessment, move, said);
        if (!(outcome instanceof MoveOutcome.Moved)) {
            throw new IllegalStateException("%s: %s".formatted(move, outcome));
        }
    }

    private AssessmentCase found(UUID assessment) {
        return Objects.requireNonNull(assessments.find(assessment));
    }

    private static void require(RoundCourse.@Nullable Refusal refusal) {
        if (refusal != null) {
            throw new IllegalStateException("A step of a round was refused: " + refusal);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.SHOWN);
    }
}
