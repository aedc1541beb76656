package org.jieti.server.models.domain;

import static org.jieti.server.database.schema.Tables.MATURITY_MODEL;
import static org.jieti.server.database.schema.Tables.WEIGHT_SET;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Publishes drafts, or removes them. What is published never changes; the database refuses it
/// too.
@Service
@Transactional
public class Publishing {
    private static final String DRAFT = "DRAFT";
    private static final String PUBLISHED = "PUBLISHED";

    private final DSLContext database;
    private final Clock clock;
    private final AuditTrail trail;

    Publishing(DSLContext database, Clock clock, AuditTrail trail) {
        this.database = database;
        this.clock = clock;
        this.trail = trail;
    }

    /// Why something is refused.
    public enum Refusal {
        /// It is published already.
        PUBLISHED,
        /// A model without weights cannot be used.
        NO_WEIGHTS,
        /// The model of a weight set is still a draft.
        MODEL_DRAFT,
        MISSING;

        /// The message that says it, and what to do.
        public String messageKey() {
            return "models.refused." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// Publishes a model with all its weight sets.
    public @Nullable Refusal publish(SignedIn me, String model) {
        Refusal refusal = notDraft(model);
        if (refusal != null) {
            return refusal;
        }
        if (!database.fetchExists(WEIGHT_SET, WEIGHT_SET.MODEL.eq(model))) {
            return Refusal.NO_WEIGHTS;
        }
        database.update(MATURITY_MODEL)
                .set(MATURITY_MODEL.STATE, PUBLISHED)
                .set(MATURITY_MODEL.PUBLISHED_BY, me.id())
                .set(MATURITY_MODEL.PUBLISHED_AT, clock.instant())
                .where(MATURITY_MODEL.ID.eq(model))
                .execute();
        trail.record(me, "models.model.published", null, "model", model, Map.of());
        database.select(WEIGHT_SET.ID)
                .from(WEIGHT_SET)
                .where(WEIGHT_SET.MODEL.eq(model))
                .and(WEIGHT_SET.STATE.eq(DRAFT))
                .fetch(WEIGHT_SET.ID)
                .forEach(set -> publishSet(me, model, set));
        return null;
    }

    /// Publishes a weight set of a model that is published.
    public @Nullable Refusal publish(SignedIn me, String model, String set) {
        String state =
                database.select(WEIGHT_SET.STATE)
                        .from(WEIGHT_SET)
                        .where(WEIGHT_SET.MODEL.eq(model))
                        .and(WEIGHT_SET.ID.eq(set))
                        .forUpdate()
                        .fetchOne(WEIGHT_SET.STATE);
        if (state == null) {
            return Refusal.MISSING;
        }
        if (state.equals(PUBLISHED)) {
            return Refusal.PUBLISHED;
        }
        if (notDraft(model) != Refusal.PUBLISHED) {
            return Refusal.MODEL_DRAFT;
        }
        publishSet(me, model, set);
        return null;
    }

    private void publishSet(SignedIn me, String model, String set) {
        database.update(WEIGHT_SET)
                .set(WEIGHT_SET.STATE, PUBLISHED)
                .set(WEIGHT_SET.PUBLISHED_BY, me.id())
                .set(WEIGHT_SET.PUBLISHED_AT, clock.instant())
                .where(WEIGHT_SET.MODEL.eq(model))
                .and(WEIGHT_SET.ID.eq(set))
                .execute();
        trail.record(
                me, "models.weights.published", null, "weight-set", model + "/" + set, Map.of());
    }

    /// Removes a draft with its weight sets.
    public @Nullable Refusal remove(SignedIn me, String model) {
        Refusal refusal = notDraft(model);
        if (refusal != null) {
            return refusal;
        }
        database.deleteFrom(WEIGHT_SET).where(WEIGHT_SET.MODEL.eq(model)).execute();
        database.deleteFrom(MATURITY_MODEL).where(MATURITY_MODEL.ID.eq(model)).execute();
        trail.record(me, "models.model.removed", null, "model", model, Map.of());
        return null;
    }

    private @Nullable Refusal notDraft(String model) {
        String state =
                database.select(MATURITY_MODEL.STATE)
                        .from(MATURITY_MODEL)
                        .where(MATURITY_MODEL.ID.eq(model))
                        .forUpdate()
                        .fetchOne(MATURITY_MODEL.STATE);
        return state == null ? Refusal.MISSING : state.equals(PUBLISHED) ? Refusal.PUBLISHED : null;
    }
}
