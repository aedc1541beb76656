package org.jieti.server.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.WhoAnswers.Verdict;
import org.jieti.server.evidence.EvidenceItem;
import org.jieti.server.evidence.EvidenceKind;
import org.jieti.server.evidence.domain.EvidenceAccess;
import org.jieti.server.evidence.domain.EvidenceLibrary;
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

/// One piece of evidence: what is known of it, what it supports, and what is changed there.
@Controller
class ItemController {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LOCATOR = 500;
    private static final int LONGEST_PLACE = 100;

    private final EvidenceAccess access;
    private final EvidenceLibrary library;
    private final EvidencePages pages;

    ItemController(EvidenceAccess access, EvidenceLibrary library, EvidencePages pages) {
        this.access = access;
        this.library = library;
        this.pages = pages;
    }

    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @GetMapping("/assessments/{assessment}/evidence/{evidence}")
    String item(
            @PathVariable UUID assessment,
            @PathVariable UUID evidence,
            @RequestParam(defaultValue = "1") String page,
            SignedIn me,
            HttpServletRequest request,
            Model model)
            throws IOException {
        AssessmentCase of = access.readable(me, assessment);
        EvidenceItem item = item(of, evidence);
        if (item.file() != null) {
            library.open(item); // notes a file that is missing or altered
            item = item(of, evidence);
        }
        int shown = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
        return item(me, of, item, shown, Languages.of(request), model);
    }

    private EvidenceItem item(AssessmentCase of, UUID id) {
        EvidenceItem item = library.find(of.id(), id);
        if (item == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return item;
    }

    private String item(
            SignedIn me,
            AssessmentCase of,
            EvidenceItem item,
            int page,
            Language language,
            Model model) {
        ItemPage shown = pages.item(me, of, language, item, page);
        model.addAttribute("page", shown);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", typed(item));
        }
        if (!model.containsAttribute("wrong")) {
            model.addAttribute("wrong", Map.of());
        }
        model.addAttribute(
                "crumbs",
                EvidencePages.crumbs(
                        of,
                        Crumb.to("/assessments/" + of.id() + EvidenceWeb.TAB, "evidence.title"),
                        Crumb.hereNamed(item.fields().title())));
        return "evidence/item";
    }

    private static Map<String, String> typed(EvidenceItem item) {
        EvidenceItem.Fields fields = item.fields();
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("title", fields.title());
        typed.put("kind", fields.kind().name());
        typed.put("locator", fields.locator());
        typed.put("from", fields.holdsFrom() == null ? "" : fields.holdsFrom().toString());
        typed.put("to", fields.holdsTo() == null ? "" : fields.holdsTo().toString());
        typed.put("sensitivity", fields.sensitivity().name());
        typed.put("version", String.valueOf(item.version()));
        return typed;
    }

    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/evidence/{evidence}")
    String change(
            @PathVariable UUID assessment,
            @PathVariable UUID evidence,
            @RequestParam Map<String, String> form,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.readable(me, assessment);
        EvidenceAccess.require(access.adding(me, of));
        EvidenceItem item = item(of, evidence);
        Map<String, String> wrong = new LinkedHashMap<>();
        EvidenceItem.Fields fields = fields(item, form, wrong);
        String version = text(form, "version");
        if (fields != null && version.matches("\\d{1,9}")) {
            EvidenceLibrary.Outcome outcome =
                    library.change(me, assessment, evidence, fields, Integer.parseInt(version));
            if (outcome == EvidenceLibrary.Outcome.DONE) {
                return "redirect:/assessments/" + assessment + "/evidence/" + evidence;
            }
            wrong.put(
                    "form",
                    outcome == EvidenceLibrary.Outcome.CONFLICT
                            ? "evidence.wrong.conflict"
                            : "evidence.closed.now");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<String, String> typed = new LinkedHashMap<>(typed(item));
        typed.putAll(form);
        typed.put("version", String.valueOf(item.version()));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return item(me, of, item, 1, Languages.of(request), model);
    }

    /// The fields of a form; null where something is wrong with them.
    private static EvidenceItem.@Nullable Fields fields(
            EvidenceItem item, Map<String, String> form, Map<String, String> wrong) {
        String title = text(form, "title");
        Declared.needed(wrong, "title", title, LONGEST_TITLE);
        String locator = text(form, "locator");
        if (locator.length() > LONGEST_LOCATOR) {
            wrong.put("locator", "evidence.wrong.long");
        }
        LocalDate from = day(form, "from", wrong);
        LocalDate to = day(form, "to", wrong);
        if (from != null && to != null && to.isBefore(from)) {
            wrong.put("to", "evidence.wrong.period");
        }
        return wrong.isEmpty()
                ? new EvidenceItem.Fields(
                        item.file() == null ? EvidenceKind.LINK : Declared.kind(form),
                        title,
                        locator,
                        from,
                        to,
                        Declared.sensitivity(form))
                : null;
    }

    private static @Nullable LocalDate day(
            Map<String, String> form, String field, Map<String, String> wrong) {
        String typed = text(form, field);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException _) {
            wrong.put(field, "evidence.wrong.day");
            return null;
        }
    }

    /// Links it to a criterion, or changes the place of such a link.
    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/evidence/{evidence}/criteria")
    String link(
            @PathVariable UUID assessment,
            @PathVariable UUID evidence,
            @RequestParam Map<String, String> form,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.readable(me, assessment);
        EvidenceAccess.require(access.adding(me, of));
        EvidenceItem item = item(of, evidence);
        NodeId criterion = Declared.criterion(form);
        String place = text(form, "place");
        String flaw;
        if (criterion == null || access.linking(me, of, criterion) == Verdict.NO_RIGHT) {
            flaw = "evidence.wrong.criterion";
        } else if (place.length() > LONGEST_PLACE) {
            flaw = "evidence.wrong.long";
        } else {
            EvidenceLibrary.Outcome outcome =
                    library.link(me, assessment, evidence, new EvidenceItem.Link(criterion, place));
            if (outcome == EvidenceLibrary.Outcome.DONE) {
                return text(form, "back").equals("criterion")
                        ? "redirect:" + EvidencePages.address(of, criterion.value())
                        : "redirect:/assessments/%s/evidence/%s#criteria"
                                .formatted(assessment, evidence);
            }
            flaw =
                    outcome == EvidenceLibrary.Outcome.CONFLICT
                            ? "evidence.wrong.conflict"
                            : "evidence.closed.now";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", Map.of("criterion", flaw));
        return item(me, of, item, 1, Languages.of(request), model);
    }

    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/evidence/{evidence}/criteria/{criterion}/remove")
    String unlink(
            @PathVariable UUID assessment,
            @PathVariable UUID evidence,
            @PathVariable String criterion,
            @RequestParam(defaultValue = "") String back,
            SignedIn me) {
        AssessmentCase of = access.readable(me, assessment);
        EvidenceAccess.require(access.adding(me, of));
        item(of, evidence);
        if (NodeId.isValid(criterion)) {
            library.unlink(me, assessment, evidence, new NodeId(criterion));
        }
        return back.equals("criterion")
                ? "redirect:" + EvidencePages.address(of, criterion)
                : "redirect:/assessments/%s/evidence/%s#criteria".formatted(assessment, evidence);
    }

    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/evidence/{evidence}/remove")
    String remove(
            @PathVariable UUID assessment,
            @PathVariable UUID evidence,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.readable(me, assessment);
        EvidenceAccess.require(access.adding(me, of));
        EvidenceItem item = item(of, evidence);
        EvidenceLibrary.Outcome outcome = library.remove(me, assessment, evidence);
        if (outcome == EvidenceLibrary.Outcome.DONE) {
            return "redirect:" + EvidencePages.address(of, "");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "wrong",
                Map.of(
                        "form",
                        outcome == EvidenceLibrary.Outcome.CONFLICT
                                ? "evidence.wrong.conflict"
                                : "evidence.closed.now"));
        return item(me, of, item, 1, Languages.of(request), model);
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }
}
