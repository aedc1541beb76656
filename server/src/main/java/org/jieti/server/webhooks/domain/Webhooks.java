package org.jieti.server.webhooks.domain;

import static org.jieti.server.database.schema.Tables.WEBHOOK;
import static org.jieti.server.database.schema.Tables.WEBHOOK_DELIVERY;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.database.schema.tables.records.WebhookDeliveryRecord;
import org.jieti.server.database.schema.tables.records.WebhookRecord;
import org.jieti.server.shared.Secrets;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The webhooks of people, and the outbox: what is to be sent is written in the transaction of the
/// change that it tells of.
@Service
@Transactional
public class Webhooks {
    /// How many a person may have.
    public static final int MOST = 20;

    private static final int MOST_SHOWN = 200;

    private final DSLContext database;
    private final Clock clock;
    private final AuditTrail trail;
    private final JsonMapper json;

    Webhooks(DSLContext database, Clock clock, AuditTrail trail, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.trail = trail;
        this.json = json;
    }

    /// A webhook, without its secret.
    public record Hook(UUID id, UUID person, String url, Set<EventKind> events, Instant createdAt) {
        public Hook {
            events = Set.copyOf(events);
        }
    }

    /// A webhook that was just registered.
    ///
    /// @param secret that signs what is sent; never to be seen again
    public record Registered(Hook hook, String secret) {}

    /// Something to be sent, or that was.
    ///
    /// @param nextAt when it is tried again; null where it was delivered or given up
    /// @param status of the last answer; null where there was none
    /// @param failure why there was no answer; null where there was
    public record Delivery(
            UUID id,
            String event,
            Instant createdAt,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable Instant deliveredAt) {}

    /// Registers a webhook.
    ///
    /// @return null where the person has as many as one may have
    public @Nullable Registered register(SignedIn me, URI url, Set<EventKind> events) {
        if (of(me.id()).size() >= MOST) {
            return null;
        }
        String secret = Secrets.random();
        WebhookRecord row =
                database.insertInto(WEBHOOK)
                        .set(WEBHOOK.PERSON, me.id())
                        .set(WEBHOOK.URL, url.toString())
                        .set(WEBHOOK.SECRET, secret)
                        .set(
                                WEBHOOK.EVENTS,
                                events.stream()
                                        .sorted()
                                        .map(EventKind::word)
                                        .collect(Collectors.joining(" ")))
                        .set(WEBHOOK.CREATED_AT, clock.instant())
                        .returning()
                        .fetchSingle();
        record(me, "webhooks.webhook.added", row);
        return new Registered(hook(row), secret);
    }

    /// All webhooks of a person.
    @Transactional(readOnly = true)
    public List<Hook> of(UUID person) {
        return database.selectFrom(WEBHOOK)
                .where(WEBHOOK.PERSON.eq(person))
                .and(WEBHOOK.REMOVED_AT.isNull())
                .orderBy(WEBHOOK.ID)
                .fetch(Webhooks::hook);
    }

    /// Removes a webhook of one's own; what is still to be sent to it is not.
    ///
    /// @return false where one has no such webhook
    public boolean remove(SignedIn me, UUID id) {
        WebhookRecord row =
                database.selectFrom(WEBHOOK)
                        .where(WEBHOOK.ID.eq(id))
                        .and(WEBHOOK.PERSON.eq(me.id()))
                        .and(WEBHOOK.REMOVED_AT.isNull())
                        .forUpdate()
                        .fetchOne();
        if (row == null) {
            return false;
        }
        database.update(WEBHOOK)
                .set(WEBHOOK.REMOVED_AT, clock.instant())
                .where(WEBHOOK.ID.eq(id))
                .execute();
        database.update(WEBHOOK_DELIVERY)
                .setNull(WEBHOOK_DELIVERY.NEXT_AT)
                .where(WEBHOOK_DELIVERY.WEBHOOK.eq(id))
                .execute();
        record(me, "webhooks.webhook.removed", row);
        return true;
    }

    /// The latest that were sent to a webhook, or are to be.
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(UUID webhook) {
        return database.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK.eq(webhook))
                .orderBy(WEBHOOK_DELIVERY.CREATED_AT.desc(), WEBHOOK_DELIVERY.ID)
                .limit(MOST_SHOWN)
                .fetch(Webhooks::delivery);
    }

    /// Sends something to one webhook, to try the way.
    public void ping(UUID webhook) {
        put(webhook, EventKind.PING, Map.of());
    }

    /// Tells people's webhooks of something, in the transaction that is under way.
    ///
    /// @param people those who may read it
    /// @param what ids and states; never what is written in an assessment
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<UUID> people, EventKind kind, Map<String, Object> what) {
        database
                .selectFrom(WEBHOOK)
                .where(WEBHOOK.PERSON.in(people))
                .and(WEBHOOK.REMOVED_AT.isNull())
                .fetch(Webhooks::hook)
                .stream()
                .filter(hook -> hook.events().contains(kind))
                .forEach(hook -> put(hook.id(), kind, what));
    }

    private void put(UUID webhook, EventKind kind, Map<String, Object> what) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Map<String, Object> body =
                Map.of("id", id, "event", kind.word(), "at", now.toString(), "data", what);
        database.insertInto(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.ID, id)
                .set(WEBHOOK_DELIVERY.WEBHOOK, webhook)
                .set(WEBHOOK_DELIVERY.EVENT, kind.word())
                .set(WEBHOOK_DELIVERY.BODY, json.writeValueAsString(body))
                .set(WEBHOOK_DELIVERY.CREATED_AT, now)
                .set(WEBHOOK_DELIVERY.NEXT_AT, now)
                .execute();
    }

    private void record(SignedIn me, String action, WebhookRecord row) {
        trail.record(
                me,
                action,
                me.organisation(),
                "webhook",
                row.getId(),
                Map.of("url", row.getUrl(), "events", row.getEvents()));
    }

    private static Hook hook(WebhookRecord row) {
        return new Hook(
                row.getId(),
                row.getPerson(),
                row.getUrl(),
                Arrays.stream(row.getEvents().split(" ", -1))
                        .map(EventKind::of)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                row.getCreatedAt());
    }

    private static Delivery delivery(WebhookDeliveryRecord row) {
        return new Delivery(
                row.getId(),
                row.getEvent(),
                row.getCreatedAt(),
                row.getAttempts(),
                row.getNextAt(),
                row.getStatus(),
                row.getFailure(),
                row.getDeliveredAt());
    }
}
