package org.jieti.server.results.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.core.result.Result;
import org.jieti.report.view.ProgressView;
import org.jieti.report.view.ResultView;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AnswerSheet;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.CaseHeads;
import org.jieti.server.results.ResultFiles;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What an assessment comes to, as a page and as files.
@May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
@Controller
class ResultController {
    /// What follows the address of the assessment.
    static final String TAB = "/result";

    private static final MediaType YAML =
            new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final AssessmentAccess access;
    private final Assessments assessments;
    private final CaseHeads heads;
    private final ResultFiles files;

    ResultController(
            AssessmentAccess access, Assessments assessments, CaseHeads heads, ResultFiles files) {
        this.access = access;
        this.assessments = assessments;
        this.heads = heads;
        this.files = files;
    }

    @GetMapping("/assessments/{assessment}/result")
    String page(
            @PathVariable UUID assessment, SignedIn me, HttpServletRequest request, Model model) {
        AssessmentCase of = access.readable(me, assessment);
        Language language = Languages.of(request);
        AnswerSheet sheet = assessments.sheet(of);
        Result result = assessments.result(of, sheet);
        model.addAttribute("head", heads.of(me, of, TAB));
        model.addAttribute("basis", Basis.of(of, sheet, ProgressView.of(result, language)));
        model.addAttribute(
                "result", ResultView.of(result, assessments.model(of).guidance(), language));
        model.addAttribute("command", files.command(of, files.fileName(of, "yaml")));
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/assessments", "assessments.list"),
                        Crumb.named("/assessments/" + of.id(), of.unit().name()),
                        Crumb.here("results.title")));
        return "results/result";
    }

    @GetMapping("/assessments/{assessment}/export.yaml")
    ResponseEntity<String> export(
            @PathVariable UUID assessment, SignedIn me, HttpServletRequest request) {
        AssessmentCase of = access.readable(me, assessment);
        return file(files.assessment(of, Languages.of(request)), YAML, files.fileName(of, "yaml"));
    }

    @GetMapping("/assessments/{assessment}/result.json")
    ResponseEntity<String> result(@PathVariable UUID assessment, SignedIn me) {
        AssessmentCase of = access.readable(me, assessment);
        return file(files.result(of), MediaType.APPLICATION_JSON, files.fileName(of, "json"));
    }

    private static ResponseEntity<String> file(String text, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }
}
