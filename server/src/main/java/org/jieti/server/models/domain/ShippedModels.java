package org.jieti.server.models.domain;

import static org.jieti.server.database.schema.Tables.MATURITY_MODEL;
import static org.jieti.server.database.schema.Tables.WEIGHT_SET;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.Json;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.Value;
import org.jieti.catalog.workbook.ModelFolder;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelDiff;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.WeightSet;
import org.jieti.server.shared.CannotStart;
import org.jieti.server.shared.ServerSettings;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts the models and weight sets that the product ships with into the database, at start, where
/// they are not there yet.
@Component
public class ShippedModels implements ApplicationRunner {
    private static final String SHIPPED = "SHIPPED";
    private static final String PUBLISHED = "PUBLISHED";

    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Catalog catalog;
    private @Nullable List<Shipped> read;

    ShippedModels(
            DSLContext database,
            TransactionTemplate transaction,
            Clock clock,
            ServerSettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.catalog = new Catalog(settings.home().resolve("models"));
    }

    private record Shipped(
            MaturityModel model,
            String content,
            @Nullable String clauses,
            List<ShippedWeights> weights) {}

    private record ShippedWeights(WeightSet set, String content) {}

    @Override
    public void run(ApplicationArguments arguments) {
        add();
    }

    /// Adds what is missing.
    public void add() {
        transaction.executeWithoutResult(_ -> shipped().forEach(this::add));
    }

    private synchronized List<Shipped> shipped() {
        if (read == null) {
            read = catalog.models().stream().map(this::read).toList();
        }
        return read;
    }

    private Shipped read(ModelId id) {
        if (!(catalog.folderNamed(id.toString())
                instanceof Parsed.Ok<ModelFolder>(ModelFolder folder, _))) {
            throw new IllegalStateException("The shipped model %s is not sound.".formatted(id));
        }
        MaturityModel model = ModelFormat.trusted(folder.model());
        List<ShippedWeights> weights = new ArrayList<>();
        for (Value.Mapping written : folder.weightSets().values()) {
            WeightSet set = WeightSetFormat.checked(written, model, new Findings());
            if (set != null) {
                weights.add(new ShippedWeights(set, Json.of(written).toString()));
            }
        }
        return new Shipped(
                model,
                Json.of(folder.model()).toString(),
                folder.clauses() == null ? null : Json.of(folder.clauses()).toString(),
                weights);
    }

    private void add(Shipped shipped) {
        Instant now = clock.instant();
        String id = shipped.model().id().toString();
        requireSame(shipped);
        database.insertInto(MATURITY_MODEL)
                .set(MATURITY_MODEL.ID, id)
                .set(MATURITY_MODEL.TITLE_ZH, shipped.model().name().zh())
                .set(MATURITY_MODEL.TITLE_EN, shipped.model().name().en())
                .set(
                        MATURITY_MODEL.EXTENDS,
                        shipped.model().extended() == null
                                ? null
                                : shipped.model().extended().toString())
                .set(MATURITY_MODEL.CONTENT, shipped.content())
                .set(MATURITY_MODEL.SHA256, Content.sha256(shipped.content()))
                .set(MATURITY_MODEL.CLAUSES, shipped.clauses())
                .set(MATURITY_MODEL.ORIGIN, SHIPPED)
                .set(MATURITY_MODEL.STATE, PUBLISHED)
                .set(MATURITY_MODEL.ADDED_AT, now)
                .set(MATURITY_MODEL.PUBLISHED_AT, now)
                .onConflictDoNothing()
                .execute();
        for (ShippedWeights weights : shipped.weights()) {
            database.insertInto(WEIGHT_SET)
                    .set(WEIGHT_SET.MODEL, id)
                    .set(WEIGHT_SET.ID, weights.set().id())
                    .set(WEIGHT_SET.NAME_ZH, weights.set().name().zh())
                    .set(WEIGHT_SET.NAME_EN, weights.set().name().en())
                    .set(WEIGHT_SET.CONTENT, weights.content())
                    .set(WEIGHT_SET.SHA256, Content.sha256(weights.content()))
                    .set(WEIGHT_SET.ORIGIN, SHIPPED)
                    .set(WEIGHT_SET.STATE, PUBLISHED)
                    .set(WEIGHT_SET.ADDED_AT, now)
                    .set(WEIGHT_SET.PUBLISHED_AT, now)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /// What was published once never changes. Content that is written in another way, but says the
    /// same, is no change.
    private void requireSame(Shipped shipped) {
        String id = shipped.model().id().toString();
        String kept =
                database.select(MATURITY_MODEL.CONTENT)
                        .from(MATURITY_MODEL)
                        .where(MATURITY_MODEL.ID.eq(id))
                        .fetchOne(MATURITY_MODEL.CONTENT);
        if (kept != null
                && !Content.sha256(kept).equals(Content.sha256(shipped.content()))
                && !ModelDiff.of(Content.edition(kept, id), Content.edition(shipped.content(), id))
                        .isEmpty()) {
            throw new CannotStart("launch.models.changed", id);
        }
        for (ShippedWeights weights : shipped.weights()) {
            String set = weights.set().id();
            String before =
                    database.select(WEIGHT_SET.CONTENT)
                            .from(WEIGHT_SET)
                            .where(WEIGHT_SET.MODEL.eq(id))
                            .and(WEIGHT_SET.ID.eq(set))
                            .fetchOne(WEIGHT_SET.CONTENT);
            if (before != null && !weighs(before, shipped.model(), set, weights.set())) {
                throw new CannotStart("launch.models.changed", id + " " + set);
            }
        }
    }

    private static boolean weighs(String kept, MaturityModel model, String id, WeightSet shipped) {
        WeightSet before = WeightSetFormat.checked(Content.parsed(kept, id), model, new Findings());
        return before != null && before.weights().equals(shipped.weights());
    }
}
