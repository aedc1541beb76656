package org.jieti.server.models.api;

import java.time.Instant;
import java.util.Locale;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.Text;
import org.jieti.report.json.ModelDiffJson;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.models.ModelAccess;
import org.jieti.server.models.ModelShelf;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Paging;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.api.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Models and weight sets to read.
@May(Action.READ_MODELS)
@Needs(Scope.MODELS_READ)
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class ModelsApi {
    private final ModelAccess access;
    private final ModelShelf shelf;

    ModelsApi(ModelAccess access, ModelShelf shelf) {
        this.access = access;
        this.shelf = shelf;
    }

    /// A text in both languages.
    record BothLanguages(String zh, String en) {
        static BothLanguages of(Text text) {
            return new BothLanguages(text.zh(), text.en());
        }
    }

    /// A version of a model.
    ///
    /// @param id as `dgimm@2021.1`
    /// @param base the model that it is a local variant of; null for most
    /// @param state `draft` or `published`
    /// @param origin `shipped` or `uploaded`
    /// @param sha256 of its content
    record ModelItem(
            String id,
            BothLanguages name,
            @Nullable String base,
            String state,
            String origin,
            String sha256,
            Instant addedAt,
            @Nullable Instant publishedAt) {
        static ModelItem of(ModelShelf.Entry entry) {
            return new ModelItem(
                    entry.id(),
                    BothLanguages.of(entry.name()),
                    entry.extended(),
                    word(entry.state()),
                    word(entry.origin()),
                    entry.sha256(),
                    entry.addedAt(),
                    entry.publishedAt());
        }
    }

    /// A weight set of a model version.
    record WeightSetItem(
            String id, BothLanguages name, String state, String origin, String sha256) {
        static WeightSetItem of(ModelShelf.Weights weights) {
            return new WeightSetItem(
                    weights.id(),
                    BothLanguages.of(weights.name()),
                    word(weights.state()),
                    word(weights.origin()),
                    weights.sha256());
        }
    }

    /// @param name only versions of one model, as `dgimm`
    @GetMapping("/models")
    Slice<ModelItem> listModels(
            SignedIn me,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Paging.of(limit, cursor)
                .of(
                        access.readable(me).stream()
                                .filter(entry -> name == null || entry.id().startsWith(name + "@"))
                                .toList(),
                        ModelShelf.Entry::id,
                        ModelItem::of);
    }

    @GetMapping("/models/{model}")
    ResponseEntity<ModelItem> readModel(SignedIn me, @PathVariable String model) {
        ModelShelf.Entry entry = access.readable(me, model);
        return ResponseEntity.ok().eTag(entry.sha256()).body(ModelItem.of(entry));
    }

    /// All that a model says, by the schema of models.
    @GetMapping("/models/{model}/content")
    ResponseEntity<String> readModelContent(SignedIn me, @PathVariable String model) {
        ModelShelf.Entry entry = access.readable(me, model);
        return ResponseEntity.ok().eTag(entry.sha256()).body(shelf.content(entry));
    }

    /// What a model says differently from another, by the schema of such lists.
    ///
    /// @param from the other, taken for the earlier
    @GetMapping("/models/{model}/diff")
    ResponseEntity<String> compareModels(
            SignedIn me, @PathVariable String model, @RequestParam String from) {
        ModelShelf.Entry entry = access.readable(me, model);
        ModelShelf.Entry other = access.readable(me, from);
        return ResponseEntity.ok(
                ModelDiffJson.render(
                        ModelDiff.of(shelf.open(other).edition(), shelf.open(entry).edition())));
    }

    @GetMapping("/models/{model}/weight-sets")
    Slice<WeightSetItem> listWeightSets(
            SignedIn me,
            @PathVariable String model,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ModelShelf.Entry entry = access.readable(me, model);
        return Paging.of(limit, cursor)
                .of(shelf.weights(entry.id()), ModelShelf.Weights::id, WeightSetItem::of);
    }

    /// A weight set with the record of how it came about, by the schema of weight sets.
    @GetMapping("/models/{model}/weight-sets/{weights}")
    ResponseEntity<String> readWeightSet(
            SignedIn me, @PathVariable String model, @PathVariable String weights) {
        ModelShelf.Entry entry = access.readable(me, model);
        ModelShelf.Weights found =
                shelf.weights(entry.id()).stream()
                        .filter(set -> set.id().equals(weights))
                        .findFirst()
                        .orElseThrow(() -> ApiRefusal.of(ProblemCode.NOT_FOUND));
        return ResponseEntity.ok().eTag(found.sha256()).body(shelf.content(entry, found));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
