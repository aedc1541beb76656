package org.jieti.server.evidence.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.evidence.EvidenceItem;
import org.jieti.server.evidence.Soundness;
import org.jieti.server.evidence.domain.EvidenceAccess;
import org.jieti.server.evidence.domain.EvidenceLibrary;
import org.jieti.server.evidence.domain.PageShop;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Files of evidence. What was uploaded is only ever saved, never opened in a page of ours; what a
/// page shows are pictures made anew by this server.
@May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
@RestController
class FileController {
    /// Whatever a browser makes of it, it has no rights here.
    private static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static final Duration HOUR = Duration.ofHours(1);

    private final EvidenceAccess access;
    private final EvidenceLibrary library;
    private final PageShop shop;

    FileController(EvidenceAccess access, EvidenceLibrary library, PageShop shop) {
        this.access = access;
        this.library = library;
        this.shop = shop;
    }

    @GetMapping("/assessments/{assessment}/evidence/{evidence}/file")
    ResponseEntity<Resource> file(
            @PathVariable UUID assessment, @PathVariable UUID evidence, SignedIn me)
            throws IOException {
        AssessmentCase of = access.readable(me, assessment);
        EvidenceItem item = item(of, evidence);
        EvidenceItem.StoredFile file = item.file();
        Path path = intact(item);
        if (file == null || path == null) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(
                            HttpHeaders.LOCATION,
                            "/assessments/%s/evidence/%s".formatted(assessment, evidence))
                    .build();
        }
        library.read(me, of, item);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", NOTHING)
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(path));
    }

    @GetMapping("/assessments/{assessment}/evidence/{evidence}/pages/{page}")
    ResponseEntity<Resource> page(
            @PathVariable UUID assessment,
            @PathVariable UUID evidence,
            @PathVariable int page,
            SignedIn me)
            throws IOException {
        AssessmentCase of = access.readable(me, assessment);
        EvidenceItem item = item(of, evidence);
        EvidenceItem.StoredFile file = item.file();
        Path path = intact(item);
        Path picture =
                file == null || path == null || page < 1 || page > file.pages()
                        ? null
                        : shop.page(file.digests().sha256(), file.kind(), page);
        if (picture == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .header("Content-Security-Policy", NOTHING)
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(HOUR).cachePrivate())
                .body(new FileSystemResource(picture));
    }

    private EvidenceItem item(AssessmentCase of, UUID id) {
        EvidenceItem item = library.find(of.id(), id);
        if (item == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return item;
    }

    private @Nullable Path intact(EvidenceItem item) throws IOException {
        if (item.file() == null) {
            return null;
        }
        EvidenceLibrary.Found found = library.open(item);
        return found.soundness() == Soundness.INTACT ? found.path() : null;
    }
}
