package org.jieti.server.models;

import static org.jieti.server.database.schema.Tables.MATURITY_MODEL;
import static org.jieti.server.database.schema.Tables.WEIGHT_SET;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.format.ClauseListFormat;
import org.jieti.catalog.format.ModelFormat;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Clause;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.Text;
import org.jieti.server.database.schema.tables.records.MaturityModelRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// All models and weight sets to read, drafts included.
@Service
@Transactional(readOnly = true)
public class ModelShelf {
    private final DSLContext database;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();

    ModelShelf(DSLContext database) {
        this.database = database;
    }

    /// Whether something may still change.
    public enum State {
        DRAFT,
        PUBLISHED
    }

    /// Where something comes from.
    public enum Origin {
        SHIPPED,
        UPLOADED
    }

    /// A model version in the list.
    ///
    /// @param extended the model that it is a local variant of; null for most
    /// @param publishedAt null for a draft
    public record Entry(
            String id,
            Text name,
            @Nullable String extended,
            State state,
            Origin origin,
            String sha256,
            Instant addedAt,
            @Nullable Instant publishedAt) {}

    /// A weight set in the list of its model.
    public record Weights(String id, Text name, State state, Origin origin, String sha256) {}

    /// A model opened: all that it says, and the clauses of its source.
    public record Opened(ModelEdition edition, List<Clause> clauses) {
        public Opened {
            clauses = List.copyOf(clauses);
        }
    }

    /// All models, by name and from the oldest version to the newest.
    public List<Entry> all() {
        return database.selectFrom(MATURITY_MODEL)
                .orderBy(MATURITY_MODEL.ID)
                .fetch(ModelShelf::entry);
    }

    /// A model; null where there is none.
    public @Nullable Entry find(String id) {
        return database.selectFrom(MATURITY_MODEL)
                .where(MATURITY_MODEL.ID.eq(id))
                .fetchOne(ModelShelf::entry);
    }

    /// The weight sets of a model, by id.
    public List<Weights> weights(String model) {
        return database.selectFrom(WEIGHT_SET)
                .where(WEIGHT_SET.MODEL.eq(model))
                .orderBy(WEIGHT_SET.ID)
                .fetch(
                        row ->
                                new Weights(
                                        row.getId(),
                                        new Text(row.getNameZh(), row.getNameEn()),
                                        State.valueOf(row.getState()),
                                        Origin.valueOf(row.getOrigin()),
                                        row.getSha256()));
    }

    /// All that a model says. Read once for each content.
    public Opened open(Entry entry) {
        return opened.computeIfAbsent(entry.sha256(), _ -> read(entry.id()));
    }

    /// A model as it is kept: JSON by the schema of models.
    public String content(Entry entry) {
        return database.select(MATURITY_MODEL.CONTENT)
                .from(MATURITY_MODEL)
                .where(MATURITY_MODEL.ID.eq(entry.id()))
                .fetchSingle(MATURITY_MODEL.CONTENT);
    }

    /// A weight set as it is kept: JSON by the schema of weight sets.
    public String content(Entry entry, Weights weights) {
        return database.select(WEIGHT_SET.CONTENT)
                .from(WEIGHT_SET)
                .where(WEIGHT_SET.MODEL.eq(entry.id()))
                .and(WEIGHT_SET.ID.eq(weights.id()))
                .fetchSingle(WEIGHT_SET.CONTENT);
    }

    private Opened read(String id) {
        MaturityModelRecord row =
                database.selectFrom(MATURITY_MODEL).where(MATURITY_MODEL.ID.eq(id)).fetchSingle();
        Value model = parsed(row.getContent(), id);
        String listed = row.getClauses();
        return new Opened(
                new ModelEdition(ModelFormat.trusted(model), ModelFormat.guidance(model)),
                listed == null ? List.of() : ClauseListFormat.trusted(parsed(listed, id)));
    }

    private static Value parsed(String content, String id) {
        Value value = Sources.line(content, id, 1, new Findings());
        if (value == null) {
            throw new IllegalStateException("Model " + id + " is kept, but not sound.");
        }
        return value;
    }

    private static Entry entry(MaturityModelRecord row) {
        return new Entry(
                row.getId(),
                new Text(row.getTitleZh(), row.getTitleEn()),
                row.getExtends(),
                State.valueOf(row.getState()),
                Origin.valueOf(row.getOrigin()),
                row.getSha256(),
                row.getAddedAt(),
                row.getPublishedAt());
    }
}
