package org.jieti.server.models.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.models.ModelAccess;
import org.jieti.server.models.api.ModelsApi.ModelItem;
import org.jieti.server.models.domain.ModelUpload;
import org.jieti.server.models.domain.Publishing;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.web.Flaws;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Models and weight sets from files, as drafts; and their publication.
@Needs(Scope.MODELS_WRITE)
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class ModelEditApi {
    private static final String YAML = "application/yaml";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ModelAccess access;
    private final ModelUpload upload;
    private final Publishing publishing;
    private final Flaws flaws;

    ModelEditApi(ModelAccess access, ModelUpload upload, Publishing publishing, Flaws flaws) {
        this.access = access;
        this.upload = upload;
        this.publishing = publishing;
        this.flaws = flaws;
    }

    /// What came of a file.
    ///
    /// @param weightSets how many weight sets came with the model, or 1 for a weight set alone
    /// @param warnings what to look at; nothing of it stood against the file
    record Uploaded(String model, int weightSets, List<Flaws.Flaw> warnings) {}

    /// Takes a model or a weight set: YAML, JSON or a workbook.
    @May(Action.EDIT_MODELS)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = "/models",
            consumes = {YAML, MediaType.APPLICATION_JSON_VALUE, XLSX})
    ResponseEntity<Uploaded> uploadModel(
            SignedIn me, @RequestBody byte[] file, HttpServletRequest request) throws IOException {
        ModelUpload.Outcome outcome =
                upload.take(me, new ByteArrayInputStream(file), name(request.getContentType()));
        String model = outcome.model();
        if (model == null) {
            throw ApiRefusal.invalid(outcome.findings().sorted());
        }
        return ResponseEntity.created(URI.create("/api/v1/models/" + model))
                .body(
                        new Uploaded(
                                model,
                                outcome.weightSets(),
                                flaws.of(outcome.findings().sorted(), Languages.of(request))));
    }

    private static String name(@Nullable String type) {
        MediaType kind = MediaType.parseMediaType(String.valueOf(type));
        return "file"
                + (kind.equalsTypeAndSubtype(MediaType.parseMediaType(XLSX))
                        ? ".xlsx"
                        : kind.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                                ? ".json"
                                : ".yaml");
    }

    /// Publishes a draft with all its weight sets.
    @May(Action.PUBLISH_MODELS)
    @PostMapping("/models/{model}/publish")
    ModelItem publishModel(SignedIn me, @PathVariable String model) {
        access.readable(me, model);
        done(publishing.publish(me, model));
        return ModelItem.of(access.readable(me, model));
    }

    /// Publishes a weight set of a model that is published.
    @May(Action.PUBLISH_MODELS)
    @PostMapping("/models/{model}/weight-sets/{weights}/publish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publishWeightSet(SignedIn me, @PathVariable String model, @PathVariable String weights) {
        access.readable(me, model);
        done(publishing.publish(me, model, weights));
    }

    /// Removes a draft with its weight sets.
    @May(Action.EDIT_MODELS)
    @DeleteMapping("/models/{model}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeModel(SignedIn me, @PathVariable String model) {
        access.readable(me, model);
        done(publishing.remove(me, model));
    }

    private static void done(Publishing.@Nullable Refusal refusal) {
        if (refusal == Publishing.Refusal.MISSING) {
            throw ApiRefusal.of(ProblemCode.NOT_FOUND);
        }
        if (refusal != null) {
            throw ApiRefusal.refused(refusal.messageKey());
        }
    }
}
