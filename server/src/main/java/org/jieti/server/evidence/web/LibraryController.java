package org.jieti.server.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The evidence of an assessment, or of one criterion, and what is added to it by forms.
@Controller
class LibraryController {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ADDRESS = 2000;

    private final EvidenceAccess access;
    private final EvidenceLibrary library;
    private final EvidenceIntake intake;
    private final Uploads uploads;
    private final EvidencePages pages;

    LibraryController(
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
        model.addAttribute("crumbs", EvidencePages.crumbs(of, Crumb.here("evidence.title")));
        return "evidence/library";
    }

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
        EvidenceAccess.require(access.adding(me, of));
        Language language = Languages.of(request);
        List<EvidencePages.Came> came = new ArrayList<>();
        boolean isAllTaken = true;
        for (MultipartFile each : file == null ? List.<MultipartFile>of() : file) {
            String name = String.valueOf(each.getOriginalFilename());
            if (!name.isEmpty()) {
                EvidenceIntake.Outcome outcome = take(me, of, each, name, form);
                isAllTaken &= outcome instanceof EvidenceIntake.Outcome.Added;
                came.add(pages.came(of, name, outcome, language));
            }
        }
        if (came.isEmpty()) {
            came.add(
                    new EvidencePages.Came(
                            "", pages.say(language, "evidence.wrong.no-file"), null));
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
                        : EvidencePages.address(of, text(form, "criterion")));
    }

    /// Where a form was sent from: a list is asked for by other fields.
    private static Map<String, String> place(Map<String, String> form) {
        return Map.of("criterion", text(form, "criterion"));
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
        EvidenceAccess.require(access.adding(me, of));
        Map<String, String> wrong = new LinkedHashMap<>();
        String title = text(form, "title");
        Declared.needed(wrong, "title", title, LONGEST_TITLE);
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
                return "redirect:" + EvidencePages.address(of, text(form, "criterion"));
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

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }
}
