package org.jieti.server.results.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.results.ResultFiles;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.web.Languages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What an assessment comes to, in the forms of the command line.
@May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
@Needs(Scope.ASSESSMENTS_READ)
@RestController
@RequestMapping("/api/v1/assessments/{assessment}")
final class ResultApi {
    private final AssessmentAccess access;
    private final ResultFiles files;

    ResultApi(AssessmentAccess access, ResultFiles files) {
        this.access = access;
        this.files = files;
    }

    /// What the answers come to now, with the whole derivation.
    @GetMapping(path = "/result", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> readResult(SignedIn me, @PathVariable UUID assessment) {
        return ResponseEntity.ok(files.result(access.readable(me, assessment)));
    }

    /// What counts of the answers, as the file that `jieti score` reads.
    @GetMapping(path = "/export", produces = "application/yaml")
    ResponseEntity<String> exportAssessment(
            SignedIn me, @PathVariable UUID assessment, HttpServletRequest request) {
        return ResponseEntity.ok(
                files.assessment(access.readable(me, assessment), Languages.of(request)));
    }
}
