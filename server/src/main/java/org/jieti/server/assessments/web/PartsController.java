package org.jieti.server.assessments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.report.view.CompletenessView;
import org.jieti.report.view.CoverageNode;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.CaseHeads;
import org.jieti.server.assessments.Part;
import org.jieti.server.assessments.Parts;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.models.PublishedModel;
import org.jieti.server.shared.Times;
import org.jieti.server.shared.web.Choice;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The page on which the parts of an assessment are given to people.
@Controller
class PartsController {
    private static final String PATH = "/parts";
    private static final String NODE = "node";
    private static final String PERSON = "person";
    private static final String DUE_ON = "dueOn";
    private static final String NOTE = "note";
    private static final int LONGEST_NOTE = 500;

    private final AssessmentAccess access;
    private final Assessments assessments;
    private final Parts parts;
    private final CaseHeads heads;
    private final Directory directory;
    private final Rounds rounds;
    private final Rights rights;
    private final Clock clock;

    PartsController(
            AssessmentAccess access,
            Assessments assessments,
            Parts parts,
            CaseHeads heads,
            Directory directory,
            Rounds rounds,
            Rights rights,
            Clock clock) {
        this.access = access;
        this.assessments = assessments;
        this.parts = parts;
        this.heads = heads;
        this.directory = directory;
        this.rounds = rounds;
        this.rights = rights;
        this.clock = clock;
    }

    @May(Action.READ_OWN_ASSESSMENT)
    @GetMapping("/assessments/{assessment}/parts")
    String page(
            @PathVariable UUID assessment, SignedIn me, HttpServletRequest request, Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        return show(of, me, Languages.of(request), Set.of(), Map.of(), Map.of(), model);
    }

    @May(Action.DELEGATE_PARTS)
    @PostMapping("/assessments/{assessment}/parts")
    String assign(
            @PathVariable UUID assessment,
            @RequestParam(required = false, name = NODE) @Nullable List<String> chosen,
            @RequestParam Map<String, String> typed,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        rights.require(me, Action.DELEGATE_PARTS, of.whole());
        Map<String, String> wrong = new LinkedHashMap<>();
        List<NodeId> nodes = nodes(of, chosen == null ? List.of() : chosen);
        if (nodes.isEmpty()) {
            wrong.put(NODE, "assessments.parts.wrong.node");
        }
        UUID person = person(typed.getOrDefault(PERSON, ""));
        if (person == null) {
            wrong.put(PERSON, "assessments.parts.wrong.person");
        }
        String note = typed.getOrDefault(NOTE, "").strip();
        if (note.length() > LONGEST_NOTE) {
            wrong.put(NOTE, "assessments.parts.wrong.note");
        }
        LocalDate dueOn = null;
        String day = typed.getOrDefault(DUE_ON, "").strip();
        if (!day.isEmpty()) {
            try {
                dueOn = LocalDate.parse(day);
                LocalDate last = rounds.dueOn(of.round(), of.unit().id());
                if (dueOn.isAfter(last) || dueOn.isBefore(today())) {
                    wrong.put(DUE_ON, "assessments.parts.wrong.range");
                }
            } catch (DateTimeParseException _) {
                wrong.put(DUE_ON, "assessments.parts.wrong.day");
            }
        }
        if (person != null && wrong.isEmpty()) {
            if (parts.assignAll(me, of, nodes, person, dueOn, note)) {
                return "redirect:/assessments/%s/parts".formatted(of.id());
            }
            wrong.put(PERSON, "assessments.parts.wrong.cannot");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(
                of,
                me,
                Languages.of(request),
                nodes.stream().map(NodeId::value).collect(Collectors.toSet()),
                typed,
                wrong,
                model);
    }

    @May(Action.DELEGATE_PARTS)
    @PostMapping("/assessments/{assessment}/parts/remove")
    String remove(
            @PathVariable UUID assessment,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "") String person,
            SignedIn me) {
        AssessmentCase of = access.ownUnits(me, assessment);
        rights.require(me, Action.DELEGATE_PARTS, of.whole());
        UUID whose = person(person);
        if (whose == null || !NodeId.isValid(node)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        parts.remove(me, of, new NodeId(node), whose);
        return "redirect:/assessments/%s/parts".formatted(of.id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.SHOWN);
    }

    private List<NodeId> nodes(AssessmentCase of, List<String> chosen) {
        MaturityModel model = assessments.model(of).model();
        return chosen.stream()
                .filter(NodeId::isValid)
                .map(NodeId::new)
                .filter(node -> model.find(node) != null)
                .toList();
    }

    private static @Nullable UUID person(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private String show(
            AssessmentCase of,
            SignedIn me,
            Language language,
            Set<String> chosen,
            Map<String, String> typed,
            Map<String, String> wrong,
            Model page) {
        PublishedModel model = assessments.model(of);
        CompletenessView view =
                CompletenessView.of(
                        assessments.result(of, assessments.sheet(of)), model.guidance(), language);
        List<Part> given = parts.of(of.id());
        Map<UUID, PersonFace> faces =
                directory.facesOf(given.stream().map(Part::person).collect(Collectors.toSet()));
        Set<String> nobodys = given.isEmpty() ? Set.of() : nobodys(view.tree(), given);
        List<PartsPage.Row> rows = new ArrayList<>();
        for (CoverageNode domain : view.tree()) {
            rows.add(row(domain, given, faces, me, nobodys));
            domain.children().forEach(child -> rows.add(row(child, given, faces, me, nobodys)));
        }
        List<Choice> people =
                rights.may(me, Action.DELEGATE_PARTS, of.whole()) && parts.areOpen(of)
                        ? parts.candidates(of).stream()
                                .map(face -> new Choice(face.id().toString(), face.name()))
                                .toList()
                        : List.of();
        page.addAttribute(
                "page",
                new PartsPage(
                        heads.of(me, of, PATH),
                        rows,
                        people,
                        rounds.dueOn(of.round(), of.unit().id()).toString(),
                        !given.isEmpty()));
        page.addAttribute("chosen", chosen);
        page.addAttribute("typed", typed);
        page.addAttribute("wrong", wrong);
        page.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/assessments", "assessments.list"),
                        Crumb.named("/assessments/" + of.id(), of.round().title()),
                        Crumb.here("assessments.parts")));
        return "assessments/parts";
    }

    private PartsPage.Row row(
            CoverageNode node,
            List<Part> given,
            Map<UUID, PersonFace> faces,
            SignedIn me,
            Set<String> nobodys) {
        boolean complete = node.answered() >= node.applicable();
        List<PartsPage.Asked> asked =
                given.stream()
                        .filter(part -> isShownAt(part, node))
                        .map(
                                part -> {
                                    PersonFace face = faces.get(part.person());
                                    LocalDate due = part.dueOn();
                                    return new PartsPage.Asked(
                                            part.person().toString(),
                                            face == null ? "" : face.name(),
                                            due == null ? "" : due.toString(),
                                            due != null && due.isBefore(today()) && !complete,
                                            part.person().equals(me.id()),
                                            part.note(),
                                            part.node().value());
                                })
                        .toList();
        return new PartsPage.Row(
                node.id(),
                node.depth(),
                node.name(),
                node.answered(),
                node.applicable(),
                node.width(),
                nobodys.contains(node.id()),
                asked);
    }

    /// A part of a node that has no row of its own stands at the row above it.
    private static boolean isShownAt(Part part, CoverageNode node) {
        return part.node().value().equals(node.id())
                || (node.depth() > 0 && new NodeId(node.id()).contains(part.node()));
    }

    /// The domains of which nobody is asked for anything, and what is left over of the others.
    private static Set<String> nobodys(List<CoverageNode> domains, List<Part> given) {
        Set<String> nobodys = new HashSet<>();
        for (CoverageNode domain : domains) {
            List<CoverageNode> left =
                    domain.children().stream().filter(child -> !isGiven(child, given)).toList();
            if (left.size() < domain.children().size()) {
                left.forEach(child -> nobodys.add(child.id()));
            } else if (!isGiven(domain, given)) {
                nobodys.add(domain.id());
            }
        }
        return nobodys;
    }

    /// Whether somebody is asked for a node, for one above it, or for all that lies right beneath.
    private static boolean isGiven(CoverageNode node, List<Part> given) {
        NodeId id = new NodeId(node.id());
        return given.stream().anyMatch(part -> part.node().contains(id))
                || (!node.children().isEmpty()
                        && node.children().stream().allMatch(child -> isGiven(child, given)));
    }
}
