package org.jieti.server.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.evidence.Refusal;
import org.jieti.server.evidence.domain.EvidenceAccess;
import org.jieti.server.evidence.domain.EvidenceIntake;
import org.jieti.server.evidence.domain.Uploads;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the page's script sends of a file:
///
/// ```
/// POST   …/uploads              name, size, mark, what is declared   201
/// GET    …/uploads/<id>                                              200
/// PATCH  …/uploads/<id>?from=N  bytes from N on                      200, or 409 where N is wrong
/// POST   …/uploads/<id>/finish                                       200, or 422 with the reason
/// POST   …/uploads/<id>/drop                                         303
/// ```
///
/// Each answer says how many bytes are safe; a sender who has lost the line asks, and goes on from
/// there.
@May(Action.ANSWER)
@RestController
class UploadController {
    private static final int LONGEST_MARK = 500;

    private final EvidenceAccess access;
    private final EvidenceIntake intake;
    private final Uploads uploads;
    private final EvidencePages pages;

    UploadController(
            EvidenceAccess access, EvidenceIntake intake, Uploads uploads, EvidencePages pages) {
        this.access = access;
        this.intake = intake;
        this.uploads = uploads;
        this.pages = pages;
    }

    /// How far a file is.
    record Progress(UUID id, long received, long size) {
        static Progress of(Uploads.Upload upload) {
            return new Progress(upload.id(), upload.received(), upload.size());
        }
    }

    /// Why a file is not taken, in words.
    record Refused(String refused) {}

    @PostMapping("/assessments/{assessment}/evidence/uploads")
    ResponseEntity<?> begin(
            @PathVariable UUID assessment,
            @RequestParam Map<String, String> form,
            SignedIn me,
            HttpServletRequest request) {
        AssessmentCase of = readable(me, assessment);
        String name = form.getOrDefault("name", "");
        String mark = form.getOrDefault("mark", "");
        long size = size(form.getOrDefault("size", ""));
        Refusal refusal = Declared.flaw(form, name);
        refusal =
                refusal != null ? intake.refused(me, of, refusal) : intake.flaw(me, of, name, size);
        if (refusal != null) {
            return refused(pages.words(refusal, Languages.of(request)));
        }
        if (mark.isEmpty() || mark.length() > LONGEST_MARK) {
            return ResponseEntity.badRequest().build();
        }
        return json(
                HttpStatus.CREATED,
                Progress.of(uploads.begin(me, of, name, size, mark, Declared.wish(form))));
    }

    private AssessmentCase readable(SignedIn me, UUID assessment) {
        AssessmentCase of = access.readable(me, assessment);
        EvidenceAccess.require(access.adding(me, of));
        return of;
    }

    private static long size(String typed) {
        return typed.matches("\\d{1,15}") ? Long.parseLong(typed) : 0;
    }

    private static ResponseEntity<?> refused(String why) {
        return json(HttpStatus.UNPROCESSABLE_CONTENT, new Refused(why));
    }

    /// Whatever the sender says to accept.
    private static ResponseEntity<?> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    @GetMapping("/assessments/{assessment}/evidence/uploads/{upload}")
    ResponseEntity<?> progress(
            @PathVariable UUID assessment, @PathVariable UUID upload, SignedIn me) {
        readable(me, assessment);
        return progress(uploads.find(me, assessment, upload), HttpStatus.OK);
    }

    private static ResponseEntity<?> progress(Uploads.@Nullable Upload upload, HttpStatus status) {
        return upload == null
                ? ResponseEntity.notFound().build()
                : json(status, Progress.of(upload));
    }

    @PatchMapping("/assessments/{assessment}/evidence/uploads/{upload}")
    ResponseEntity<?> append(
            @PathVariable UUID assessment,
            @PathVariable UUID upload,
            @RequestParam(defaultValue = "-1") long from,
            SignedIn me,
            HttpServletRequest request)
            throws IOException {
        readable(me, assessment);
        Uploads.Upload before = uploads.find(me, assessment, upload);
        Uploads.Upload now = uploads.append(me, assessment, upload, from, request.getInputStream());
        boolean follows =
                before != null && now != null && before.received() == from && now.received() > from;
        return progress(now, follows ? HttpStatus.OK : HttpStatus.CONFLICT);
    }

    @PostMapping("/assessments/{assessment}/evidence/uploads/{upload}/finish")
    ResponseEntity<?> finish(
            @PathVariable UUID assessment,
            @PathVariable UUID upload,
            SignedIn me,
            HttpServletRequest request)
            throws IOException {
        AssessmentCase of = readable(me, assessment);
        Language language = Languages.of(request);
        Uploads.Upload now = uploads.find(me, assessment, upload);
        EvidenceIntake.Outcome outcome = uploads.finish(me, of, upload);
        if (now == null || outcome == null) {
            return progress(uploads.find(me, assessment, upload), HttpStatus.CONFLICT);
        }
        EvidencePages.Came came = pages.came(of, now.name(), outcome, language);
        return came.path() == null ? refused(came.words()) : json(HttpStatus.OK, came);
    }

    @PostMapping("/assessments/{assessment}/evidence/uploads/{upload}/drop")
    ResponseEntity<?> drop(
            @PathVariable UUID assessment,
            @PathVariable UUID upload,
            SignedIn me,
            HttpServletRequest request) {
        readable(me, assessment);
        uploads.giveUp(me, assessment, upload);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/assessments/" + assessment + EvidenceWeb.TAB)
                .build();
    }
}
