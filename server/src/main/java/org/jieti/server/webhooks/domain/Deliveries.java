package org.jieti.server.webhooks.domain;

import static org.jieti.server.database.schema.Tables.WEBHOOK;
import static org.jieti.server.database.schema.Tables.WEBHOOK_DELIVERY;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what is due. Each instance takes rows that no other has; one that dies leaves its row due
/// again after a minute. A receiver may thus hear twice, and knows it by the id.
///
/// What is sent is signed: the header `Jieti-Signature` is `t=<seconds>,v1=<hex>`, the second part
/// the HMAC-SHA-256 with the webhook's secret of `<seconds>.<body>`.
@Service
public class Deliveries implements AutoCloseable {
    /// How long to wait after the first, second, … attempt; after the last it is given up.
    static final List<Duration> BACK_OFF =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6));

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;
    private static final int LONGEST_FAILURE = 200;

    private final DSLContext database;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final PublicAddresses addresses;
    private final CloseableHttpClient http;

    Deliveries(
            DSLContext database,
            Clock clock,
            TransactionTemplate transaction,
            PublicAddresses addresses) {
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
        this.addresses = addresses;
        this.http =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setDnsResolver(addresses)
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(CONNECT)
                                                        .setSocketTimeout(ANSWER)
                                                        .build())
                                        .build())
                        .setDefaultRequestConfig(
                                RequestConfig.custom().setResponseTimeout(ANSWER).build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .build();
    }

    private record Due(
            UUID id, String event, String body, int attempts, String url, String secret) {}

    /// Sends all that is due.
    ///
    /// @return how many were tried
    public int sendDue() {
        int tried = 0;
        for (List<Due> due = taken(); !due.isEmpty(); due = taken()) {
            send(due.getFirst());
            tried++;
        }
        return tried;
    }

    /// Takes the next that is due; none where nothing is.
    private List<Due> taken() {
        return transaction.execute(
                _ -> {
                    Instant now = clock.instant();
                    Record6<UUID, String, String, Integer, String, String> row =
                            database.select(
                                            WEBHOOK_DELIVERY.ID,
                                            WEBHOOK_DELIVERY.EVENT,
                                            WEBHOOK_DELIVERY.BODY,
                                            WEBHOOK_DELIVERY.ATTEMPTS,
                                            WEBHOOK.URL,
                                            WEBHOOK.SECRET)
                                    .from(WEBHOOK_DELIVERY)
                                    .join(WEBHOOK)
                                    .on(WEBHOOK.ID.eq(WEBHOOK_DELIVERY.WEBHOOK))
                                    .where(WEBHOOK_DELIVERY.NEXT_AT.le(now))
                                    .orderBy(WEBHOOK_DELIVERY.NEXT_AT)
                                    .limit(1)
                                    .forUpdate()
                                    .of(WEBHOOK_DELIVERY)
                                    .skipLocked()
                                    .fetchOne();
                    if (row == null) {
                        return List.of();
                    }
                    database.update(WEBHOOK_DELIVERY)
                            .set(WEBHOOK_DELIVERY.NEXT_AT, now.plus(LEASE))
                            .set(WEBHOOK_DELIVERY.ATTEMPTS, row.value4() + 1)
                            .where(WEBHOOK_DELIVERY.ID.eq(row.value1()))
                            .execute();
                    return List.of(
                            new Due(
                                    row.value1(),
                                    row.value2(),
                                    row.value3(),
                                    row.value4() + 1,
                                    row.value5(),
                                    row.value6()));
                });
    }

    private void send(Due due) {
        Integer status = null;
        String failure = null;
        try {
            status = posted(due);
        } catch (IOException | HttpException | IllegalArgumentException e) {
            String message = e.getClass().getSimpleName() + ": " + e.getMessage();
            failure = message.substring(0, Math.min(LONGEST_FAILURE, message.length()));
        }
        boolean done = status != null && status >= SUCCESS && status < REDIRECT;
        Instant now = clock.instant();
        Instant next =
                done || due.attempts() > BACK_OFF.size()
                        ? null
                        : now.plus(BACK_OFF.get(due.attempts() - 1));
        Integer answered = status;
        String why = failure;
        transaction.executeWithoutResult(
                _ ->
                        database.update(WEBHOOK_DELIVERY)
                                .set(WEBHOOK_DELIVERY.STATUS, answered)
                                .set(WEBHOOK_DELIVERY.FAILURE, why)
                                .set(WEBHOOK_DELIVERY.NEXT_AT, next)
                                .set(WEBHOOK_DELIVERY.DELIVERED_AT, done ? now : null)
                                .where(WEBHOOK_DELIVERY.ID.eq(due.id()))
                                .execute());
    }

    /// @return the status of the answer, whose body is not read
    private int posted(Due due) throws IOException, HttpException {
        URI url = URI.create(due.url());
        if (!addresses.isAllowed(url)) {
            throw new IllegalArgumentException("The address is no longer allowed.");
        }
        long seconds = clock.instant().getEpochSecond();
        HttpPost request = new HttpPost(url);
        request.setHeader("Jieti-Event", due.event());
        request.setHeader("Jieti-Delivery", due.id().toString());
        request.setHeader(
                "Jieti-Signature",
                "t=%d,v1=%s".formatted(seconds, signature(due.secret(), seconds, due.body())));
        request.setEntity(new StringEntity(due.body(), ContentType.APPLICATION_JSON));
        try (ClassicHttpResponse response =
                http.executeOpen(RoutingSupport.determineHost(request), request, null)) {
            return response.getCode();
        }
    }

    /// What a receiver computes too, to know whom it hears.
    static String signature(String secret, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
