package org.jieti.server.webhooks.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Paging;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.api.Slice;
import org.jieti.server.shared.web.Open;
import org.jieti.server.webhooks.domain.EventKind;
import org.jieti.server.webhooks.domain.PublicAddresses;
import org.jieti.server.webhooks.domain.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A person's own webhooks.
@Open(Open.To.SIGNED_IN)
@Needs(Scope.WEBHOOKS_WRITE)
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class WebhooksApi {
    private static final int LONGEST_URL = 500;

    private final Webhooks webhooks;
    private final PublicAddresses addresses;

    WebhooksApi(Webhooks webhooks, PublicAddresses addresses) {
        this.webhooks = webhooks;
        this.addresses = addresses;
    }

    /// A webhook to register.
    ///
    /// @param url by https
    /// @param events as `round.opened`
    record WebhookBody(@Nullable String url, @Nullable List<@Nullable String> events) {}

    /// A webhook.
    ///
    /// @param secret that signs what is sent; only in the answer to its registration
    record WebhookItem(
            UUID id, String url, List<String> events, Instant createdAt, @Nullable String secret) {
        static WebhookItem of(Webhooks.Hook hook, @Nullable String secret) {
            return new WebhookItem(
                    hook.id(),
                    hook.url(),
                    hook.events().stream().sorted().map(EventKind::word).toList(),
                    hook.createdAt(),
                    secret);
        }
    }

    /// Something that was sent to a webhook, or is to be.
    ///
    /// @param nextAt when it is tried again; null where it was delivered or given up
    record DeliveryItem(
            UUID id,
            String event,
            Instant createdAt,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable Instant deliveredAt) {
        static DeliveryItem of(Webhooks.Delivery delivery) {
            return new DeliveryItem(
                    delivery.id(),
                    delivery.event(),
                    delivery.createdAt(),
                    delivery.attempts(),
                    delivery.nextAt(),
                    delivery.status(),
                    delivery.failure(),
                    delivery.deliveredAt());
        }
    }

    @GetMapping("/webhooks")
    Slice<WebhookItem> listWebhooks(
            SignedIn me,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Paging.of(limit, cursor)
                .of(
                        webhooks.of(me.id()),
                        hook -> hook.id().toString(),
                        hook -> WebhookItem.of(hook, null));
    }

    @PostMapping("/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WebhookItem> registerWebhook(SignedIn me, @RequestBody WebhookBody body) {
        URI url = url(body.url());
        Set<EventKind> events = EnumSet.noneOf(EventKind.class);
        for (String word : body.events() == null ? List.<@Nullable String>of() : body.events()) {
            EventKind kind = word == null ? null : EventKind.of(word);
            if (kind == null) {
                throw ApiRefusal.invalid(
                        ApiRefusal.Wrong.in(
                                "/events",
                                "api.wrong.choice",
                                String.join(
                                        ", ",
                                        EnumSet.allOf(EventKind.class).stream()
                                                .map(EventKind::word)
                                                .toList())));
            }
            events.add(kind);
        }
        if (events.isEmpty()) {
            throw ApiRefusal.invalid(ApiRefusal.Wrong.in("/events", "api.wrong.missing"));
        }
        Webhooks.Registered made = webhooks.register(me, url, events);
        if (made == null) {
            throw ApiRefusal.refused("webhooks.refused.most");
        }
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + made.hook().id()))
                .body(WebhookItem.of(made.hook(), made.secret()));
    }

    private URI url(@Nullable String text) {
        if (text != null && text.length() <= LONGEST_URL) {
            try {
                URI url = new URI(text);
                if (addresses.isAllowed(url)) {
                    return url;
                }
            } catch (URISyntaxException _) {
                // told below
            }
        }
        throw ApiRefusal.invalid(ApiRefusal.Wrong.in("/url", "webhooks.wrong.url"));
    }

    @GetMapping("/webhooks/{webhook}")
    WebhookItem readWebhook(SignedIn me, @PathVariable UUID webhook) {
        return WebhookItem.of(own(me, webhook), null);
    }

    @DeleteMapping("/webhooks/{webhook}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeWebhook(SignedIn me, @PathVariable UUID webhook) {
        if (!webhooks.remove(me, webhook)) {
            throw ApiRefusal.of(ProblemCode.NOT_FOUND);
        }
    }

    @GetMapping("/webhooks/{webhook}/deliveries")
    Slice<DeliveryItem> listDeliveries(
            SignedIn me,
            @PathVariable UUID webhook,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        own(me, webhook);
        return Paging.of(limit, cursor)
                .of(
                        webhooks.deliveries(webhook),
                        each -> Paging.key(each.createdAt(), each.id()),
                        DeliveryItem::of);
    }

    /// Sends something to a webhook, to try the way.
    @PostMapping("/webhooks/{webhook}/ping")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void pingWebhook(SignedIn me, @PathVariable UUID webhook) {
        webhooks.ping(own(me, webhook).id());
    }

    private Webhooks.Hook own(SignedIn me, UUID id) {
        return webhooks.of(me.id()).stream()
                .filter(hook -> hook.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiRefusal.of(ProblemCode.NOT_FOUND));
    }
}
