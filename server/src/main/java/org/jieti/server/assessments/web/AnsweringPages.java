package org.jieti.server.assessments.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jieti.core.model.Language;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.report.view.AnsweringView;
import org.jieti.report.view.CoverageNode;
import org.jieti.report.view.LadderSheet;
import org.jieti.report.words.Words;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AnswerSheet;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.CaseHeads;
import org.jieti.server.assessments.EvidenceCounts;
import org.jieti.server.assessments.KeptAnswer;
import org.jieti.server.assessments.KeptReading;
import org.jieti.server.assessments.Origin;
import org.jieti.server.assessments.Part;
import org.jieti.server.assessments.Parts;
import org.jieti.server.assessments.WhoAnswers;
import org.jieti.server.assessments.WrittenAnswer;
import org.jieti.server.models.PublishedModel;
import org.jieti.server.shared.Times;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Lays out the page on which a unit answers: what the engine says of the answers so far, beside
/// what is kept of each.
@Component
class AnsweringPages {
    static final String RATED = "rated.";

    private final Assessments assessments;
    private final Parts parts;
    private final CaseHeads heads;
    private final Directory directory;
    private final EvidenceCounts evidence;
    private final MessageSource messages;
    private final Times times;
    private final Clock clock;

    AnsweringPages(
            Assessments assessments,
            Parts parts,
            CaseHeads heads,
            Directory directory,
            EvidenceCounts evidence,
            MessageSource messages,
            Times times,
            Clock clock) {
        this.assessments = assessments;
        this.parts = parts;
        this.heads = heads;
        this.directory = directory;
        this.evidence = evidence;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /// What the page is made from.
    ///
    /// @param evidence how much there is for each criterion; null for whom it is not
    private record Making(
            SignedIn me,
            AssessmentCase of,
            Language language,
            AnswerSheet sheet,
            WhoAnswers who,
            Words words,
            Map<UUID, PersonFace> faces,
            @Nullable Map<NodeId, Integer> evidence,
            @Nullable Attempt attempt) {
        String name(@Nullable UUID person) {
            PersonFace face = person == null ? null : faces.get(person);
            return face == null ? "" : face.name();
        }

        String evidence(NodeId criterion) {
            return evidence == null ? "" : String.valueOf(evidence.getOrDefault(criterion, 0));
        }
    }

    /// The page at a node.
    ///
    /// @param wanted a node of the model, or anything else for the first place with something to
    ///     answer
    /// @param attempt what could not be saved just now; null for nothing
    AnsweringPage page(
            SignedIn me,
            AssessmentCase of,
            Language language,
            @Nullable String wanted,
            @Nullable Attempt attempt) {
        PublishedModel model = assessments.model(of);
        AnswerSheet sheet = assessments.sheet(of);
        Result result = assessments.result(of, sheet);
        List<Part> asked = parts.of(of.id());
        Making making =
                new Making(
                        me,
                        of,
                        language,
                        sheet,
                        parts.answering(me, of),
                        new Words(language, model.model()),
                        directory.facesOf(people(sheet, asked)),
                        evidence.visible().test(me, of) ? evidence.of().apply(of.id()) : null,
                        attempt);
        List<AnsweringPage.Place> places = places(making, model);
        AnsweringPage.Place place = place(making, places, wanted, result, model);
        AnsweringView view =
                AnsweringView.of(result, model.guidance(), language, new NodeId(place.id()));
        int at = places.indexOf(place);
        List<AnsweringPage.Ladder> ladders = ladders(making, view);
        return new AnsweringPage(
                heads.of(me, of, ""),
                place,
                at == 0 ? null : places.get(at - 1),
                at == places.size() - 1 ? null : places.get(at + 1),
                tree(making, view, place),
                ladders,
                view.live(),
                asked(making, asked, place),
                closed(making, ladders));
    }

    private static Set<UUID> people(AnswerSheet sheet, Collection<Part> asked) {
        Set<UUID> people = new HashSet<>();
        Stream.concat(
                        sheet.answers().values().stream().map(KeptAnswer::changedBy),
                        sheet.readings().values().stream().map(KeptReading::changedBy))
                .filter(person -> person != null)
                .forEach(people::add);
        asked.forEach(part -> people.add(part.person()));
        return people;
    }

    /// The indicators right beneath the domains, in the order of the model.
    private static List<AnsweringPage.Place> places(Making making, PublishedModel model) {
        List<AnsweringPage.Place> places = new ArrayList<>();
        model.model()
                .domains()
                .forEach(
                        domain ->
                                domain.children()
                                        .forEach(
                                                child ->
                                                        places.add(
                                                                new AnsweringPage.Place(
                                                                        child.id().value(),
                                                                        making.words().name(child),
                                                                        domain.id().value(),
                                                                        making.words()
                                                                                .name(domain)))));
        return places;
    }

    private static AnsweringPage.Place place(
            Making making,
            List<AnsweringPage.Place> places,
            @Nullable String wanted,
            Result result,
            PublishedModel model) {
        if (wanted != null && NodeId.isValid(wanted)) {
            NodeId node = new NodeId(wanted);
            for (AnsweringPage.Place place : places) {
                if (new NodeId(place.id()).contains(node)) {
                    return place;
                }
            }
            List<AnsweringPage.Place> beneath =
                    places.stream().filter(place -> place.domain().equals(wanted)).toList();
            if (!beneath.isEmpty()) {
                return firstOpen(making, beneath, result, model);
            }
        }
        return firstOpen(making, places, result, model);
    }

    /// The first place where something waits for this person, else for anybody, else the first.
    private static AnsweringPage.Place firstOpen(
            Making making, List<AnsweringPage.Place> places, Result result, PublishedModel model) {
        AnsweringView view =
                AnsweringView.of(
                        result,
                        model.guidance(),
                        making.language(),
                        new NodeId(places.getFirst().id()));
        Map<String, CoverageNode> nodes = new HashMap<>();
        view.tree()
                .forEach(domain -> domain.children().forEach(each -> nodes.put(each.id(), each)));
        AnsweringPage.Place open = null;
        for (AnsweringPage.Place place : places) {
            CoverageNode node = nodes.get(place.id());
            if (node != null && node.answered() < node.applicable()) {
                if (making.who().at(new NodeId(place.id())) == WhoAnswers.Verdict.ALLOWED) {
                    return place;
                }
                open = open == null ? place : open;
            }
        }
        return open == null ? places.getFirst() : open;
    }

    private static List<AnsweringPage.Branch> tree(
            Making making, AnsweringView view, AnsweringPage.Place place) {
        return view.tree().stream()
                .map(
                        domain ->
                                new AnsweringPage.Branch(
                                        domain,
                                        domain.id(),
                                        domain.id().equals(place.domain()),
                                        domain.children().stream()
                                                .map(
                                                        node ->
                                                                new AnsweringPage.Twig(
                                                                        node,
                                                                        node.id()
                                                                                .equals(place.id()),
                                                                        making.who()
                                                                                .isAskedFor(
                                                                                        new NodeId(
                                                                                                node
                                                                                                        .id()))))
                                                .toList()))
                .toList();
    }

    private List<AnsweringPage.Asked> asked(
            Making making, List<Part> asked, AnsweringPage.Place place) {
        NodeId node = new NodeId(place.id());
        return asked.stream()
                .filter(part -> part.node().contains(node) || node.contains(part.node()))
                .map(
                        part -> {
                            LocalDate due = part.dueOn();
                            return new AnsweringPage.Asked(
                                    making.name(part.person()),
                                    due == null ? "" : due.toString(),
                                    part.note(),
                                    part.person().equals(making.me().id()));
                        })
                .toList();
    }

    private static @Nullable String closed(Making making, List<AnsweringPage.Ladder> ladders) {
        if (!making.of().isAnswered()) {
            return making.of().closedKey();
        }
        boolean open =
                ladders.stream().flatMap(ladder -> ladder.cards().stream()).anyMatch(Card::isOpen);
        return open ? null : "assessments.closed.part";
    }

    private List<AnsweringPage.Ladder> ladders(Making making, AnsweringView view) {
        Map<String, String> readOn = new HashMap<>();
        List<AnsweringPage.Ladder> ladders = new ArrayList<>();
        for (LadderSheet sheet : view.ladders()) {
            List<AnsweringPage.Rung> rungs = new ArrayList<>();
            for (LadderSheet.Rung rung : sheet.rungs()) {
                rungs.add(
                        new AnsweringPage.Rung(
                                rung.level(),
                                rung.items().stream()
                                        .map(item -> card(making, item, readOn))
                                        .toList()));
            }
            AnsweringPage.Ladder ladder = new AnsweringPage.Ladder(sheet, rungs, 0);
            int offered =
                    (int)
                            ladder.cards().stream()
                                    .filter(Card::isOpen)
                                    .flatMap(card -> Stream.of(card.entry(), card.reads()))
                                    .filter(entry -> entry != null && entry.offer() != null)
                                    .count();
            ladders.add(new AnsweringPage.Ladder(sheet, rungs, offered));
        }
        return ladders;
    }

    private Card card(Making making, LadderSheet.Item item, Map<String, String> readOn) {
        NodeId criterion = new NodeId(item.row().id());
        String key = "c-" + criterion;
        boolean open = making.who().at(criterion) == WhoAnswers.Verdict.ALLOWED;
        LadderSheet.Reads reads = item.reads();
        String elsewhere = reads == null ? null : readOn.putIfAbsent(reads.measure(), key);
        return new Card(
                item,
                answer(making, item, criterion, key),
                open,
                reads == null || elsewhere != null ? null : reading(making, reads),
                elsewhere == null ? "" : elsewhere,
                making.evidence(criterion));
    }

    private Card.Entry answer(Making making, LadderSheet.Item item, NodeId criterion, String key) {
        KeptAnswer kept = making.sheet().answers().get(criterion);
        boolean own = kept != null && kept.origin() == Origin.OWN;
        Card.Shown shown =
                kept == null
                        ? null
                        : new Card.Shown(
                                choice(kept.written()),
                                label(making, item, kept.written()),
                                kept.written().note(),
                                making.name(kept.changedBy()),
                                at(kept.changedAt()));
        Attempt attempt = attempt(making, key);
        String choice = own && kept != null ? choice(kept.written()) : "";
        String text = own && kept != null ? kept.written().note() : "";
        return new Card.Entry(
                key,
                "/assessments/%s/answers/%s".formatted(making.of().id(), criterion),
                attempt == null ? choice : attempt.choice(),
                attempt == null ? text : attempt.text(),
                kept == null ? 0 : kept.version(),
                own && kept != null ? status(making, kept.changedBy(), kept.changedAt()) : "",
                own ? null : shown,
                attempt,
                attempt != null && attempt.isConflict() ? shown : null);
    }

    private Card.Entry reading(Making making, LadderSheet.Reads reads) {
        MeasureId measure = new MeasureId(reads.measure());
        String key = "m-" + measure;
        KeptReading kept = making.sheet().readings().get(measure);
        boolean own = kept != null && kept.origin() == Origin.OWN;
        String value = kept == null ? "" : plain(kept.written().value());
        Card.Shown shown =
                kept == null
                        ? null
                        : new Card.Shown(
                                "",
                                value.isEmpty()
                                        ? say(making, "assessments.value.none")
                                        : say(
                                                making,
                                                "assessments.value",
                                                value,
                                                reads.shownUnit()),
                                value,
                                making.name(kept.changedBy()),
                                at(kept.changedAt()));
        Attempt attempt = attempt(making, key);
        return new Card.Entry(
                key,
                "/assessments/%s/measures/%s".formatted(making.of().id(), measure),
                "",
                attempt != null ? attempt.text() : own ? value : "",
                kept == null ? 0 : kept.version(),
                own && kept != null ? status(making, kept.changedBy(), kept.changedAt()) : "",
                own ? null : shown,
                attempt,
                attempt != null && attempt.isConflict() ? shown : null);
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private static @Nullable Attempt attempt(Making making, String key) {
        Attempt attempt = making.attempt();
        return attempt != null && attempt.key().equals(key) ? attempt : null;
    }

    /// An answer as a form writes it.
    private static String choice(WrittenAnswer written) {
        return written.state() == WrittenAnswer.State.RATED
                ? RATED + written.rating()
                : written.state() == WrittenAnswer.State.UNANSWERED ? "" : written.state().word();
    }

    private String label(Making making, LadderSheet.Item item, WrittenAnswer written) {
        return switch (written.state()) {
            case RATED ->
                    item.options().stream()
                            .filter(option -> option.rating().equals(written.rating()))
                            .map(LadderSheet.Option::name)
                            .findFirst()
                            .orElse(String.valueOf(written.rating()));
            case NOT_APPLICABLE, INSUFFICIENT, UNANSWERED ->
                    say(making, "assessments.choice." + written.state().word());
        };
    }

    private String status(Making making, @Nullable UUID by, Instant at) {
        boolean mine = making.me().id().equals(by);
        String who = making.name(by);
        return mine || who.isEmpty()
                ? say(making, "assessments.saved", at(at))
                : say(making, "assessments.saved.by", at(at), who);
    }

    private String at(Instant at) {
        return times.brief(at, clock.instant());
    }

    private String say(Making making, String key, Object... values) {
        return messages.getMessage(key, values, Languages.locale(making.language()));
    }
}
