package org.jieti.server.models.domain;

import static org.jieti.server.database.schema.Tables.MATURITY_MODEL;
import static org.jieti.server.database.schema.Tables.WEIGHT_SET;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.Json;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.ResolvedModel;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.workbook.ModelFolder;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.WeightSet;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.shared.ServerSettings;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.FileSystemUtils;

/// Takes models and weight sets from files, as drafts. A file with errors leaves nothing behind.
@Service
public class ModelUpload {
    private static final String DRAFT = "DRAFT";
    private static final String UPLOADED = "UPLOADED";

    private final DSLContext database;
    private final Clock clock;
    private final Catalog catalog;
    private final AuditTrail trail;

    ModelUpload(DSLContext database, Clock clock, ServerSettings settings, AuditTrail trail) {
        this.database = database;
        this.clock = clock;
        this.catalog = new Catalog(settings.home().resolve("models"));
        this.trail = trail;
    }

    /// What came of a file.
    ///
    /// @param model the model that it is, or belongs to; null if it was refused
    /// @param weightSets how many weight sets came with a model, or 1 for a weight set alone
    public record Outcome(@Nullable String model, int weightSets, Findings findings) {}

    /// Takes what somebody sends. It is kept in a folder of its own while it is read: what it
    /// includes must lie there too.
    ///
    /// @param name how the file is called, which tells its kind
    @Transactional
    public Outcome take(SignedIn me, InputStream content, String name) throws IOException {
        Path folder = Files.createTempDirectory("model");
        try {
            Path kept = folder.resolve("model" + suffix(name));
            Files.copy(content, kept);
            return take(me, kept, name);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static String suffix(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return List.of(".json", ".xlsx", ".yml").stream()
                .filter(lower::endsWith)
                .findFirst()
                .orElse(".yaml");
    }

    /// Takes a file.
    ///
    /// @param name how the file is called, which tells its kind
    @Transactional
    public Outcome take(SignedIn me, Path file, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Findings findings = new Findings();
        if (lower.endsWith(".xlsx")) {
            return workbook(me, file, findings);
        }
        if (!lower.endsWith(".yaml") && !lower.endsWith(".yml") && !lower.endsWith(".json")) {
            findings.error(Location.whole(name), "models.upload.kind", name);
            return new Outcome(null, 0, findings);
        }
        Value root = Sources.read(file, file.toString(), findings);
        if (root == null) {
            return new Outcome(null, 0, findings);
        }
        return switch (FileKind.of(root)) {
            case MODEL, VARIANT -> model(me, file, findings);
            case WEIGHT_SET -> weights(me, root, findings);
            case WEIGHING, CLAUSES, ASSESSMENT, INDEX_MODEL, CROSSWALK, UNCERTAINTY, UNKNOWN -> {
                findings.error(root.at(), "models.upload.content");
                yield new Outcome(null, 0, findings);
            }
        };
    }

    private Outcome workbook(SignedIn me, Path file, Findings findings) {
        Parsed<ModelFolder> parsed = Catalog.imported(file);
        parsed.findings().forEach(findings::add);
        if (!(parsed instanceof Parsed.Ok<ModelFolder>(ModelFolder folder, _))) {
            return new Outcome(null, 0, findings);
        }
        MaturityModel model = ModelFormat.trusted(folder.model());
        if (isPublished(model.id(), Location.whole(file.toString()), findings)) {
            return new Outcome(null, 0, findings);
        }
        put(
                me,
                model,
                folder.model(),
                folder.clauses() == null ? null : Json.of(folder.clauses()).toString());
        folder.weightSets()
                .values()
                .forEach(
                        set -> {
                            WeightSet read = WeightSetFormat.checked(set, model, new Findings());
                            if (read != null) {
                                put(me, read, set);
                            }
                        });
        return new Outcome(model.id().toString(), folder.weightSets().size(), findings);
    }

    private Outcome model(SignedIn me, Path file, Findings findings) {
        ResolvedModel resolved = catalog.resolved(file, findings);
        ModelFormat.Checked checked = resolved == null ? null : resolved.checked(findings);
        if (resolved == null || checked == null || findings.hasErrors()) {
            return new Outcome(null, 0, findings);
        }
        MaturityModel model = checked.model();
        if (isPublished(model.id(), Location.whole(file.toString()), findings)) {
            return new Outcome(null, 0, findings);
        }
        put(me, model, resolved.value(), null);
        return new Outcome(model.id().toString(), inherit(me, model), findings);
    }

    /// A variant takes over the published weight sets of the model that it extends, where they
    /// still fit.
    private int inherit(SignedIn me, MaturityModel variant) {
        ModelId extended = variant.extended();
        if (extended == null) {
            return 0;
        }
        int fitting = 0;
        for (String content :
                database.select(WEIGHT_SET.CONTENT)
                        .from(WEIGHT_SET)
                        .where(WEIGHT_SET.MODEL.eq(extended.toString()))
                        .and(WEIGHT_SET.STATE.ne(DRAFT))
                        .orderBy(WEIGHT_SET.ID)
                        .fetch(WEIGHT_SET.CONTENT)) {
            Value.Mapping adopted = ofModel(content, variant.id());
            Findings own = new Findings();
            WeightSet set = WeightSetFormat.checked(adopted, variant, own);
            if (set != null && !own.hasErrors()) {
                put(me, set, adopted);
                fitting++;
            }
        }
        return fitting;
    }

    private static Value.Mapping ofModel(String content, ModelId model) {
        Value.Mapping mapping = (Value.Mapping) Content.parsed(content, model.toString());
        Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.computeIfPresent(
                "model",
                (_, entry) ->
                        new Value.Entry(
                                entry.keyAt(),
                                new Value.Scalar(
                                        entry.value().at(), model.toString(), Value.Type.TEXT)));
        return new Value.Mapping(mapping.at(), entries);
    }

    private Outcome weights(SignedIn me, Value root, Findings findings) {
        Value named = root instanceof Value.Mapping mapping ? mapping.value("model") : null;
        String id = named instanceof Value.Scalar scalar ? scalar.text() : "";
        String content =
                database.select(MATURITY_MODEL.CONTENT)
                        .from(MATURITY_MODEL)
                        .where(MATURITY_MODEL.ID.eq(id))
                        .fetchOne(MATURITY_MODEL.CONTENT);
        if (content == null) {
            findings.error(
                    named == null ? root.at() : named.at(), "models.upload.model-missing", id);
            return new Outcome(null, 0, findings);
        }
        MaturityModel model = Content.edition(content, id).model();
        WeightSet set = WeightSetFormat.checked(root, model, findings);
        if (set == null || findings.hasErrors()) {
            return new Outcome(null, 0, findings);
        }
        boolean settled =
                database.fetchExists(
                        WEIGHT_SET,
                        WEIGHT_SET
                                .MODEL
                                .eq(id)
                                .and(WEIGHT_SET.ID.eq(set.id()))
                                .and(WEIGHT_SET.STATE.ne(DRAFT)));
        if (settled) {
            findings.error(root.at(), "models.upload.weights-published", set.id(), id);
            return new Outcome(null, 0, findings);
        }
        put(me, set, root);
        return new Outcome(id, 1, findings);
    }

    private boolean isPublished(ModelId id, Location at, Findings findings) {
        boolean published =
                database.fetchExists(
                        MATURITY_MODEL,
                        MATURITY_MODEL.ID.eq(id.toString()).and(MATURITY_MODEL.STATE.ne(DRAFT)));
        if (published) {
            findings.add(Finding.error(at, "models.upload.published", id));
        }
        return published;
    }

    /// Puts a draft in place of an earlier one, whose weight sets go with it.
    private void put(SignedIn me, MaturityModel model, Value value, @Nullable String clauses) {
        String id = model.id().toString();
        String content = Json.of(value).toString();
        database.deleteFrom(WEIGHT_SET).where(WEIGHT_SET.MODEL.eq(id)).execute();
        database.deleteFrom(MATURITY_MODEL).where(MATURITY_MODEL.ID.eq(id)).execute();
        database.insertInto(MATURITY_MODEL)
                .set(MATURITY_MODEL.ID, id)
                .set(
                        MATURITY_MODEL.EXTENDS,
                        model.extended() == null ? null : model.extended().toString())
                .set(MATURITY_MODEL.TITLE_ZH, model.name().zh())
                .set(MATURITY_MODEL.TITLE_EN, model.name().en())
                .set(MATURITY_MODEL.CONTENT, content)
                .set(MATURITY_MODEL.SHA256, Content.sha256(content))
                .set(MATURITY_MODEL.CLAUSES, clauses)
                .set(MATURITY_MODEL.ORIGIN, UPLOADED)
                .set(MATURITY_MODEL.STATE, DRAFT)
                .set(MATURITY_MODEL.ADDED_BY, me.id())
                .set(MATURITY_MODEL.ADDED_AT, clock.instant())
                .execute();
        trail.record(me, "models.model.uploaded", null, "model", id, sha(content));
    }

    private void put(SignedIn me, WeightSet set, Value value) {
        String content = Json.of(value).toString();
        String model = set.model().toString();
        database.deleteFrom(WEIGHT_SET)
                .where(WEIGHT_SET.MODEL.eq(model))
                .and(WEIGHT_SET.ID.eq(set.id()))
                .execute();
        database.insertInto(WEIGHT_SET)
                .set(WEIGHT_SET.MODEL, model)
                .set(WEIGHT_SET.ID, set.id())
                .set(WEIGHT_SET.NAME_ZH, set.name().zh())
                .set(WEIGHT_SET.NAME_EN, set.name().en())
                .set(WEIGHT_SET.CONTENT, content)
                .set(WEIGHT_SET.SHA256, Content.sha256(content))
                .set(WEIGHT_SET.ORIGIN, UPLOADED)
                .set(WEIGHT_SET.STATE, DRAFT)
                .set(WEIGHT_SET.ADDED_BY, me.id())
                .set(WEIGHT_SET.ADDED_AT, clock.instant())
                .execute();
        trail.record(
                me,
                "models.weights.uploaded",
                null,
                "weight-set",
                model + "/" + set.id(),
                sha(content));
    }

    private static Map<String, Object> sha(String content) {
        return new HashMap<>(Map.of("sha256", Content.sha256(content)));
    }
}
