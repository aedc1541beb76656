package org.jieti.server.assessments.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.report.view.AnsweringView;
import org.jieti.report.view.LadderSheet;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.CaseHeads;
import org.jieti.server.assessments.Part;
import org.jieti.server.assessments.Parts;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.models.PublishedModel;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of documents to collect, to print one sheet for each domain or each person.
@Controller
class MaterialsController {
    static final String PATH = "/materials";
    private static final String DOMAINS = "domains";

    private final AssessmentAccess access;
    private final Assessments assessments;
    private final Parts parts;
    private final CaseHeads heads;
    private final Directory directory;
    private final Rounds rounds;

    MaterialsController(
            AssessmentAccess access,
            Assessments assessments,
            Parts parts,
            CaseHeads heads,
            Directory directory,
            Rounds rounds) {
        this.access = access;
        this.assessments = assessments;
        this.parts = parts;
        this.heads = heads;
        this.directory = directory;
        this.rounds = rounds;
    }

    /// A criterion that asks for a document.
    private record Asking(String domain, String indicator, String text, MaterialsPage.Shows shows) {
        NodeId id() {
            return new NodeId(shows.id());
        }
    }

    @May(Action.READ_OWN_ASSESSMENT)
    @GetMapping("/assessments/{assessment}/materials")
    String page(
            @PathVariable UUID assessment,
            @RequestParam(defaultValue = "") String by,
            SignedIn me,
            HttpServletRequest request,
            Model page) {
        AssessmentCase of = access.ownUnits(me, assessment);
        List<Part> given = parts.of(of.id());
        boolean byPerson = !given.isEmpty() && !by.equals(DOMAINS);
        List<Asking> all = asking(of, Languages.of(request));
        page.addAttribute(
                "page",
                new MaterialsPage(
                        heads.of(me, of, PATH),
                        byPerson,
                        !given.isEmpty(),
                        byPerson ? byPerson(of, given, all) : byDomain(of, all)));
        page.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/assessments", "assessments.list"),
                        Crumb.named("/assessments/" + of.id(), of.round().title()),
                        Crumb.here("assessments.materials")));
        return "assessments/materials";
    }

    /// All that is asked for, in the order of the model: not what the unit has found not
    /// applicable, nor what a higher rung has settled.
    private List<Asking> asking(AssessmentCase of, Language language) {
        PublishedModel model = assessments.model(of);
        var result = assessments.result(of, assessments.sheet(of));
        List<Asking> asking = new ArrayList<>();
        model.model()
                .domains()
                .forEach(
                        domain ->
                                AnsweringView.of(result, model.guidance(), language, domain.id())
                                        .ladders()
                                        .forEach(ladder -> add(asking, ladder)));
        return asking;
    }

    private static void add(List<Asking> asking, LadderSheet ladder) {
        String domain = ladder.above().isEmpty() ? "" : ladder.above().getFirst();
        String indicator = ladder.above().size() > 1 ? ladder.above().get(1) : ladder.name();
        for (LadderSheet.Item item : ladder.items()) {
            if (!item.isSettled() && !item.row().isExcluded() && !item.row().evidence().isEmpty()) {
                asking.add(
                        new Asking(
                                domain,
                                indicator,
                                item.row().evidence(),
                                new MaterialsPage.Shows(
                                        item.row().id(), item.row().name(), item.row().level())));
            }
        }
    }

    private List<MaterialsPage.Group> byDomain(AssessmentCase of, List<Asking> all) {
        Set<String> domains = new LinkedHashSet<>();
        all.forEach(each -> domains.add(each.domain()));
        String dueOn = rounds.dueOn(of.round(), of.unit().id()).toString();
        return domains.stream()
                .map(domain -> group(domain, dueOn, all, each -> each.domain().equals(domain)))
                .toList();
    }

    private List<MaterialsPage.Group> byPerson(
            AssessmentCase of, List<Part> given, List<Asking> all) {
        Map<UUID, List<Part>> people = new LinkedHashMap<>();
        given.forEach(
                part -> people.computeIfAbsent(part.person(), _ -> new ArrayList<>()).add(part));
        Map<UUID, PersonFace> faces = directory.facesOf(people.keySet());
        LocalDate last = rounds.dueOn(of.round(), of.unit().id());
        List<MaterialsPage.Group> groups = new ArrayList<>();
        people.forEach(
                (person, theirs) -> {
                    PersonFace face = faces.get(person);
                    LocalDate due =
                            theirs.stream()
                                    .map(part -> part.dueOn() == null ? last : part.dueOn())
                                    .min(LocalDate::compareTo)
                                    .orElse(last);
                    groups.add(
                            group(
                                    face == null ? "" : face.name(),
                                    due.toString(),
                                    all,
                                    each -> isWithin(each, theirs)));
                });
        MaterialsPage.Group rest = group("", last.toString(), all, each -> !isWithin(each, given));
        if (rest.count() > 0) {
            groups.add(rest);
        }
        return groups;
    }

    private static boolean isWithin(Asking each, List<Part> parts) {
        return parts.stream().anyMatch(part -> part.node().contains(each.id()));
    }

    private static MaterialsPage.Group group(
            String title, String dueOn, List<Asking> all, Predicate<Asking> isMeant) {
        Map<List<String>, Map<String, List<MaterialsPage.Shows>>> sections = new LinkedHashMap<>();
        all.stream()
                .filter(isMeant)
                .forEach(
                        each ->
                                sections.computeIfAbsent(
                                                List.of(each.domain(), each.indicator()),
                                                _ -> new LinkedHashMap<>())
                                        .computeIfAbsent(each.text(), _ -> new ArrayList<>())
                                        .add(each.shows()));
        List<MaterialsPage.Section> made = new ArrayList<>();
        sections.forEach(
                (place, lines) ->
                        made.add(
                                new MaterialsPage.Section(
                                        place.getFirst(),
                                        place.getLast(),
                                        lines.entrySet().stream()
                                                .map(
                                                        line ->
                                                                new MaterialsPage.Line(
                                                                        line.getKey(),
                                                                        line.getValue()))
                                                .toList())));
        return new MaterialsPage.Group(title, dueOn, made);
    }
}
