package org.jieti.server.models;

import static org.jieti.server.database.schema.Tables.MATURITY_MODEL;
import static org.jieti.server.database.schema.Tables.WEIGHT_SET;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.format.WeightSetFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Text;
import org.jieti.core.model.WeightSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The published models and weight sets, read from the database. What is published never changes,
/// so each is read once by every instance, and kept by its hash.
@Service
public class PublishedModels {
    private static final String PUBLISHED = "PUBLISHED";

    private final DSLContext database;
    private final Map<String, PublishedModel> models = new ConcurrentHashMap<>();
    private final Map<String, WeightSet> weightSets = new ConcurrentHashMap<>();

    PublishedModels(DSLContext database) {
        this.database = database;
    }

    /// The model that a round is pinned to.
    ///
    /// @throws IllegalArgumentException if no published model has that id and hash
    public PublishedModel find(String id, String sha256) {
        return models.computeIfAbsent(sha256, _ -> read(id, sha256));
    }

    /// The weight set that a round is pinned to.
    ///
    /// @throws IllegalArgumentException if no published weight set of the model has that id and
    ///     hash
    public WeightSet weights(PublishedModel model, String id, String sha256) {
        return weightSets.computeIfAbsent(
                model.sha256() + sha256, _ -> readWeights(model, id, sha256));
    }

    /// All published models, by name and from the oldest version to the newest.
    public List<Face> all() {
        return database.selectFrom(MATURITY_MODEL)
                .where(MATURITY_MODEL.STATE.eq(PUBLISHED))
                .orderBy(MATURITY_MODEL.ID)
                .fetch(
                        row ->
                                new Face(
                                        row.getId(),
                                        new Text(row.getTitleZh(), row.getTitleEn()),
                                        row.getSha256()));
    }

    /// All published weight sets of a model, by id.
    public List<Face> weightSets(String model) {
        return database.selectFrom(WEIGHT_SET)
                .where(WEIGHT_SET.MODEL.eq(model))
                .and(WEIGHT_SET.STATE.eq(PUBLISHED))
                .orderBy(WEIGHT_SET.ID)
                .fetch(
                        row ->
                                new Face(
                                        row.getId(),
                                        new Text(row.getNameZh(), row.getNameEn()),
                                        row.getSha256()));
    }

    /// What a list shows of a model version or a weight set.
    public record Face(String id, Text name, String sha256) {}

    private PublishedModel read(String id, String sha256) {
        String content =
                database.select(MATURITY_MODEL.CONTENT)
                        .from(MATURITY_MODEL)
                        .where(MATURITY_MODEL.ID.eq(id))
                        .and(MATURITY_MODEL.SHA256.eq(sha256))
                        .and(MATURITY_MODEL.STATE.eq(PUBLISHED))
                        .fetchOne(MATURITY_MODEL.CONTENT);
        Value value = parsed(id, content, sha256);
        return new PublishedModel(
                id, sha256, ModelFormat.trusted(value), ModelFormat.guidance(value));
    }

    private WeightSet readWeights(PublishedModel model, String id, String sha256) {
        String content =
                database.select(WEIGHT_SET.CONTENT)
                        .from(WEIGHT_SET)
                        .where(WEIGHT_SET.MODEL.eq(model.id()))
                        .and(WEIGHT_SET.ID.eq(id))
                        .and(WEIGHT_SET.SHA256.eq(sha256))
                        .and(WEIGHT_SET.STATE.eq(PUBLISHED))
                        .fetchOne(WEIGHT_SET.CONTENT);
        Findings findings = new Findings();
        WeightSet weights =
                WeightSetFormat.checked(parsed(id, content, sha256), model.model(), findings);
        if (weights == null) {
            throw new IllegalStateException("Weight set " + id + " is kept, but not sound.");
        }
        return weights;
    }

    private static Value parsed(String id, @Nullable String content, String sha256) {
        Value value = content == null ? null : Sources.line(content, id, 1, new Findings());
        if (value == null) {
            throw new IllegalArgumentException(
                    "Nothing published is %s with the hash %s.".formatted(id, sha256));
        }
        return value;
    }
}
