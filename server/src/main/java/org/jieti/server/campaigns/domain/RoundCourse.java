package org.jieti.server.campaigns.domain;

import static org.jieti.server.database.schema.Tables.ROUND;
import static org.jieti.server.database.schema.Tables.ROUND_UNIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Target;
import org.jieti.server.campaigns.DueDayExtended;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.RoundClosed;
import org.jieti.server.campaigns.RoundOpened;
import org.jieti.server.campaigns.RoundUnit;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.models.PublishedModels;
import org.jieti.server.shared.Times;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What happens to a round: planned, given its units, opened, extended, closed. Each step says why
/// it is refused.
@Service
@Transactional
public class RoundCourse {
    static final int LONGEST_REASON = 500;

    private final DSLContext database;
    private final Clock clock;
    private final Rights rights;
    private final Rounds rounds;
    private final PublishedModels models;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    RoundCourse(
            DSLContext database,
            Clock clock,
            Rights rights,
            Rounds rounds,
            PublishedModels models,
            AuditTrail trail,
            ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.rights = rights;
        this.rounds = rounds;
        this.models = models;
        this.trail = trail;
        this.events = events;
    }

    /// Why a step is refused.
    public enum Refusal {
        /// Only a planned round can do that.
        NOT_PLANNED,
        /// Only an open round can do that.
        NOT_OPEN,
        NO_UNITS,
        /// The last day lies behind.
        DUE_PAST,
        /// The new day is no later than the one before.
        NOT_LATER,
        REASON_MISSING,
        REASON_LONG,
        /// The unit is not in the round.
        NO_SUCH_UNIT,
        /// What was typed is not the title of the round.
        TITLE_DIFFERS;

        /// The message that says it, and what to do.
        public String messageKey() {
            return "campaigns.refused." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// Plans a round.
    public UUID plan(SignedIn me, RoundPlan plan) {
        rights.require(me, Action.MANAGE_ROUNDS, new Target(plan.organiser(), null, Set.of()));
        UUID id =
                database.insertInto(ROUND)
                        .set(fields(plan))
                        .set(ROUND.STATE, Round.State.PLANNED.name())
                        .set(ROUND.CREATED_BY, me.id())
                        .set(ROUND.CREATED_AT, clock.instant())
                        .returning(ROUND.ID)
                        .fetchSingle(ROUND.ID);
        trail.record(
                me,
                "campaigns.round.planned",
                plan.organiser(),
                "round",
                id,
                Map.of(
                        "title", plan.title(),
                        "model", plan.model(),
                        "weightSet", plan.weightSet(),
                        "dueOn", plan.dueOn().toString()));
        return id;
    }

    /// Changes what a planned round is to be. Its units stay.
    public @Nullable Refusal change(SignedIn me, UUID id, RoundPlan plan) {
        Round round = locked(me, id);
        rights.require(me, Action.MANAGE_ROUNDS, new Target(plan.organiser(), null, Set.of()));
        if (round.state() != Round.State.PLANNED) {
            return Refusal.NOT_PLANNED;
        }
        database.update(ROUND).set(fields(plan)).where(ROUND.ID.eq(id)).execute();
        Map<String, Object> detail = new TreeMap<>();
        detail.put("before", told(round));
        detail.put("after", told(found(id)));
        record(me, "campaigns.round.changed", round, detail);
        return null;
    }

    private Map<Field<?>, Object> fields(RoundPlan plan) {
        Map<Field<?>, Object> fields = new HashMap<>();
        fields.put(ROUND.ORGANISER, plan.organiser());
        fields.put(ROUND.TITLE, plan.title());
        fields.put(ROUND.TRACK, plan.track().name());
        fields.put(ROUND.MODEL, plan.model());
        fields.put(ROUND.MODEL_SHA256, hash(models.all(), plan.model()));
        fields.put(ROUND.WEIGHT_SET, plan.weightSet());
        fields.put(
                ROUND.WEIGHT_SET_SHA256, hash(models.weightSets(plan.model()), plan.weightSet()));
        fields.put(ROUND.PRESET, plan.preset());
        fields.put(ROUND.AS_OF, plan.asOf());
        fields.put(ROUND.DUE_ON, plan.dueOn());
        fields.put(ROUND.PREVIOUS, plan.previous());
        return fields;
    }

    private static Map<String, Object> told(Round round) {
        Map<String, Object> told = new TreeMap<>();
        told.put("title", round.title());
        told.put("track", round.track().name());
        told.put("model", round.model());
        told.put("weightSet", round.weightSet());
        told.put("asOf", round.asOf().toString());
        told.put("dueOn", round.dueOn().toString());
        if (round.preset() != null) {
            told.put("preset", round.preset());
        }
        if (round.previous() != null) {
            told.put("previous", round.previous().toString());
        }
        return told;
    }

    private static String hash(List<PublishedModels.Face> faces, String id) {
        return faces.stream()
                .filter(face -> face.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing published is " + id))
                .sha256();
    }

    /// Puts units into a round that is planned; those that are in it already stay.
    public @Nullable Refusal add(SignedIn me, UUID id, Collection<UUID> units) {
        Round round = locked(me, id);
        if (round.state() != Round.State.PLANNED) {
            return Refusal.NOT_PLANNED;
        }
        int added = 0;
        for (UUID unit : units) {
            added +=
                    database.insertInto(ROUND_UNIT)
                            .set(ROUND_UNIT.ROUND, id)
                            .set(ROUND_UNIT.UNIT, unit)
                            .set(ROUND_UNIT.ADDED_AT, clock.instant())
                            .onConflictDoNothing()
                            .execute();
        }
        if (added > 0) {
            record(me, "campaigns.units.added", round, Map.of("units", added));
        }
        return null;
    }

    /// Takes units out of a round that is planned.
    public @Nullable Refusal remove(SignedIn me, UUID id, Collection<UUID> units) {
        Round round = locked(me, id);
        if (round.state() != Round.State.PLANNED) {
            return Refusal.NOT_PLANNED;
        }
        int removed =
                database.deleteFrom(ROUND_UNIT)
                        .where(ROUND_UNIT.ROUND.eq(id))
                        .and(ROUND_UNIT.UNIT.in(units))
                        .execute();
        if (removed > 0) {
            record(me, "campaigns.units.removed", round, Map.of("units", removed));
        }
        return null;
    }

    /// Opens a round: pins model and weights by their hashes, and lets an assessment be made for
    /// each unit.
    public @Nullable Refusal open(SignedIn me, UUID id) {
        Round round = locked(me, id);
        if (round.state() != Round.State.PLANNED) {
            return Refusal.NOT_PLANNED;
        }
        Map<UUID, RoundUnit> units = rounds.units(round);
        if (units.isEmpty()) {
            return Refusal.NO_UNITS;
        }
        if (round.dueOn().isBefore(today())) {
            return Refusal.DUE_PAST;
        }
        // What is published never changes; a hash that no longer matches is refused here.
        models.weights(
                models.find(round.model(), round.modelSha256()),
                round.weightSet(),
                round.weightSetSha256());
        database.update(ROUND)
                .set(ROUND.STATE, Round.State.OPEN.name())
                .set(ROUND.OPENED_AT, clock.instant())
                .where(ROUND.ID.eq(id))
                .execute();
        Map<String, Object> detail = new TreeMap<>();
        detail.put("units", units.size());
        detail.put("model", round.model());
        detail.put("modelSha256", round.modelSha256());
        detail.put("weightSet", round.weightSet());
        detail.put("weightSetSha256", round.weightSetSha256());
        if (round.preset() != null) {
            detail.put("preset", round.preset());
        }
        record(me, "campaigns.round.opened", round, detail);
        events.publishEvent(new RoundOpened(found(id), units.keySet()));
        return null;
    }

    /// Gives one unit, or all, until a later day.
    ///
    /// @param unit null for all
    public @Nullable Refusal extend(
            SignedIn me, UUID id, @Nullable UUID unit, LocalDate dueOn, String reason) {
        Round round = locked(me, id);
        if (round.state() != Round.State.OPEN) {
            return Refusal.NOT_OPEN;
        }
        RoundUnit now = unit == null ? null : rounds.units(round).get(unit);
        if (unit != null && now == null) {
            return Refusal.NO_SUCH_UNIT;
        }
        if (!dueOn.isAfter(now == null ? round.dueOn() : now.dueOn())) {
            return Refusal.NOT_LATER;
        }
        if (dueOn.isBefore(today())) {
            return Refusal.DUE_PAST;
        }
        if (reason.isBlank()) {
            return Refusal.REASON_MISSING;
        }
        if (reason.length() > LONGEST_REASON) {
            return Refusal.REASON_LONG;
        }
        if (unit == null) {
            database.update(ROUND).set(ROUND.DUE_ON, dueOn).where(ROUND.ID.eq(id)).execute();
            // Whoever had until then or less has no extension any more.
            database.update(ROUND_UNIT)
                    .setNull(ROUND_UNIT.DUE_ON)
                    .setNull(ROUND_UNIT.EXTENSION_REASON)
                    .where(ROUND_UNIT.ROUND.eq(id))
                    .and(ROUND_UNIT.DUE_ON.le(dueOn))
                    .execute();
        } else {
            database.update(ROUND_UNIT)
                    .set(ROUND_UNIT.DUE_ON, dueOn)
                    .set(ROUND_UNIT.EXTENSION_REASON, reason.strip())
                    .set(ROUND_UNIT.EXTENDED_BY, me.id())
                    .set(ROUND_UNIT.EXTENDED_AT, clock.instant())
                    .where(ROUND_UNIT.ROUND.eq(id))
                    .and(ROUND_UNIT.UNIT.eq(unit))
                    .execute();
        }
        Map<String, Object> detail = new TreeMap<>();
        detail.put("dueOn", dueOn.toString());
        detail.put("before", (now == null ? round.dueOn() : now.dueOn()).toString());
        detail.put("reason", reason.strip());
        if (unit != null) {
            detail.put("unit", unit.toString());
        }
        record(me, "campaigns.round.extended", round, detail);
        Set<UUID> all = unit == null ? rounds.units(round).keySet() : Set.of(unit);
        events.publishEvent(new DueDayExtended(round, all, dueOn, reason.strip()));
        return null;
    }

    /// Closes a round: nobody answers in it any more.
    ///
    /// @param typed the title of the round, typed once more
    public @Nullable Refusal close(SignedIn me, UUID id, String typed) {
        Round round = locked(me, id);
        if (round.state() != Round.State.OPEN) {
            return Refusal.NOT_OPEN;
        }
        if (!typed.strip().equals(round.title())) {
            return Refusal.TITLE_DIFFERS;
        }
        database.update(ROUND)
                .set(ROUND.STATE, Round.State.CLOSED.name())
                .set(ROUND.CLOSED_AT, clock.instant())
                .where(ROUND.ID.eq(id))
                .execute();
        record(me, "campaigns.round.closed", round, Map.of("title", round.title()));
        events.publishEvent(new RoundClosed(found(id)));
        return null;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.SHOWN);
    }

    /// The round, once whoever else is changing it is done. Two steps at once would each find it
    /// as it was before.
    private Round locked(SignedIn me, UUID id) {
        database.selectFrom(ROUND).where(ROUND.ID.eq(id)).forUpdate().fetch();
        Round round = found(id);
        rights.require(me, Action.MANAGE_ROUNDS, Rounds.target(round));
        return round;
    }

    private Round found(UUID id) {
        Round round = rounds.find(List.of(id)).get(id);
        if (round == null) {
            throw new IllegalArgumentException("There is no round " + id);
        }
        return round;
    }

    private void record(SignedIn me, String action, Round round, Map<String, Object> detail) {
        trail.record(me, action, round.organiser(), "round", round.id(), detail);
    }
}
