package org.jieti.server.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.jieti.server.evidence.Refusal;
import org.jieti.server.evidence.Sensitivity;
import org.jieti.server.evidence.domain.EvidenceAccess;
import org.jieti.server.evidence.domain.EvidenceIntake;
import org.jieti.server.evidence.domain.EvidenceLibrary;
import org.jieti.server.evidence.domain.Uploads;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// The evidence of an assessment: the list, one piece of it, and what is changed there.
@Controller
class EvidenceController {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LOCATOR = 500;
    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_ADDRESS = 2000;

    private final EvidenceAccess access;
    private final EvidenceLibrary library;
    private final EvidenceIntake intake;
    private final Uploads uploads;
    private final EvidencePages pages;

    EvidenceController(
            EvidenceAccess access,
            EvidenceLibrary library,
            EvidenceIntake intake,
            Uploads uploads,
            EvidencePages pages) {
        this.access = access;
        this.library = library;
        this.intake = intake;
        this.uploads = uploads;
        this.pages = pages;
    }

    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @GetMapping("/assessments/{assessment}/evidence")
    String list(
            @PathVariable UUID assessment,
            @RequestParam Map<String, String> parameters,
            SignedIn me,
            HttpServletRequest request,
            Model model) {
        AssessmentCase of = access.readable(me, assessment);
        return list(me, of, Languages.of(request), parameters, model);
    }

    private String list(
            SignedIn me,
            AssessmentCase of,
            Language language,
            Map<String, String> parameters,
            Model model) {
        LibraryPage.Asked asked =
                new LibraryPage.Asked(
                        text(parameters, "q"),
                        text(parameters, "kind"),
                        text(parameters, "state"),
                        text(parameters, "sort"),
                        text(parameters, "criterion"));
        model.addAttribute("page", pages.library(me, of, language, asked));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        if (!model.containsAttribute("wrong")) {
            model.addAttribute("wrong", Map.of());
        }
        model.addAttribute("crumbs", crumbs(of, Crumb.here("evidence.title")));
        return "evidence/library";
    }

    private static List<Crumb> crumbs(AssessmentCase of, Crumb... last) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(Crumb.to("/assessments", "assessments.list"));
        crumbs.add(Crumb.named("/assessments/" + of.id(), of.round().title()));
        crumbs.addAll(List.of(last));
        return crumbs;
    }

    /// What came of one file of a form, in words.
    ///
    /// @param name the file's; empty where the words name it
    /// @param path to its evidence; null where it was refused
    record Came(String name, String words, @Nullable String path) {}

    /// Files from a form, without a script.
    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/evidence")
    String add(
            @PathVariable UUID assessment,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        AssessmentCase of = access.readable(me, assessment);
        requireRight(access.adding(me, of));
        Language language = Languages.of(request);
        List<Came> came = new ArrayList<>();
        boolean isAllTaken = true;
        for (MultipartFile each : file == null ? List.<MultipartFile>of() : file) {
            String name = String.valueOf(each.getOriginalFilename());
            if (!name.isEmpty()) {
                EvidenceIntake.Outcome outcome = take(me, of, each, name, form);
                isAllTaken &= outcome instanceof EvidenceIntake.Outcome.Added;
                came.add(came(of, name, outcome, language));
            }
        }
        if (came.isEmpty()) {
            came.add(new Came("", pages.say(language, "evidence.wrong.no-file"), null));
            isAllTaken = false;
        }
        if (isAllTaken) {
            return back(of, text(form, "replaces"), came.getFirst().path(), form);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("came", came);
        return list(me, of, language, place(form), model);
    }

    private static String back(
            AssessmentCase of, String replaces, @Nullable String path, Map<String, String> form) {
        return "redirect:"
                + (!replaces.isEmpty() && path != null
                        ? path
                        : address(of, text(form, "criterion")));
    }

    /// Where a form was sent from: a list is asked for by other fields.
    private static Map<String, String> place(Map<String, String> form) {
        return Map.of("criterion", text(form, "criterion"));
    }

    private static String address(AssessmentCase of, String criterion) {
        String path = "/assessments/" + of.id() + EvidenceWeb.TAB;
        return NodeId.isValid(criterion) ? path + "?criterion=" + criterion : path;
    }

    private EvidenceIntake.Outcome take(
            SignedIn me,
            AssessmentCase of,
            MultipartFile file,
            String name,
            Map<String, String> form)
            throws IOException {
        Refusal refusal = Declared.flaw(form, name);
        if (refusal != null) {
            return new EvidenceIntake.Outcome.Refused(intake.refused(me, of, refusal));
        }
        refusal = intake.flaw(me, of, name, file.getSize());
        if (refusal != null) {
            return new EvidenceIntake.Outcome.Refused(refusal);
        }
        Path arrived = uploads.room();
        file.transferTo(arrived);
        return intake.take(me, of, arrived, name, Declared.wish(form));
    }

    Came came(AssessmentCase of, String name, EvidenceIntake.Outcome outcome, Language language) {
        String path = "/assessments/" + of.id() + EvidenceWeb.TAB + "/";
        return switch (outcome) {
            case EvidenceIntake.Outcome.Added(UUID evidence) ->
                    new Came(name, pages.say(language, "evidence.came.added"), path + evidence);
            case EvidenceIntake.Outcome.Known(EvidenceItem evidence) ->
                    new Came(
                            name,
                            pages.say(language, "evidence.came.known", evidence.fields().title()),
                            path + evidence.id());
            case EvidenceIntake.Outcome.Refused(Refusal refusal) ->
                    new Came("", words(refusal, language), null);
            case EvidenceIntake.Outcome.Closed() ->
                    new Came(name, pages.say(language, "evidence.closed.now"), null);
        };
    }

    /// Why a file is not taken, in words.
    String words(Refusal refusal, Language language) {
        return pages.say(language, refusal.reason().messageKey(), refusal.name(), refusal.detail());
    }

    /// An address in place of a file.
    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/evidence/links")
    String addAddress(
            @PathVariable UUID assessment,
            @RequestParam Map<String, String> form,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.readable(me, assessment);
        requireRight(access.adding(me, of));
        Map<String, String> wrong = new LinkedHashMap<>();
        String title = text(form, "title");
        needed(wrong, "title", title, LONGEST_TITLE);
        String address = text(form, "address");
        if (address.length() > LONGEST_ADDRESS || !isAddress(address)) {
            wrong.put("address", "evidence.wrong.address");
        }
        if (wrong.isEmpty()) {
            UUID added =
                    library.addAddress(
                            me,
                            assessment,
                            new EvidenceItem.Fields(
                                    EvidenceKind.LINK, title, "", null, null, Sensitivity.PUBLIC),
                            address,
                            Declared.criterion(form));
            if (added != null) {
                return "redirect:" + address(of, text(form, "criterion"));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("typed", form);
        model.addAttribute("wrong", wrong);
        return list(me, of, Languages.of(request), place(form), model);
    }

    private static boolean isAddress(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException _) {
            return false;
        }
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
                crumbs(
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
        requireRight(access.adding(me, of));
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
        needed(wrong, "title", title, LONGEST_TITLE);
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

    private static void needed(Map<String, String> wrong, String field, String text, int longest) {
        if (text.isEmpty()) {
            wrong.put(field, "evidence.wrong.needed");
        } else if (text.length() > longest) {
            wrong.put(field, "evidence.wrong.long");
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
        requireRight(access.adding(me, of));
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
                        ? "redirect:" + address(of, criterion.value())
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
        requireRight(access.adding(me, of));
        item(of, evidence);
        if (NodeId.isValid(criterion)) {
            library.unlink(me, assessment, evidence, new NodeId(criterion));
        }
        return back.equals("criterion")
                ? "redirect:" + address(of, criterion)
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
        requireRight(access.adding(me, of));
        EvidenceItem item = item(of, evidence);
        EvidenceLibrary.Outcome outcome = library.remove(me, assessment, evidence);
        if (outcome == EvidenceLibrary.Outcome.DONE) {
            return "redirect:" + address(of, "");
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

    private static void requireRight(Verdict verdict) {
        if (verdict == Verdict.NO_RIGHT || verdict == Verdict.NOT_ASSIGNED) {
            throw new AccessDeniedException("evidence");
        }
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }
}
