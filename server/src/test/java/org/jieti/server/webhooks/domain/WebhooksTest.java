package org.jieti.server.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.server.database.schema.Tables.WEBHOOK_DELIVERY;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieti.server.accounts.Role;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.ground.ApiCaller;
import org.jieti.server.ground.Callers;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.Scene;
import org.jieti.server.ground.ServerTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Webhooks, heard by a server of the test.
@ServerTest
class WebhooksTest {
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})");

    private final Cast cast;
    private final Callers callers;
    private final Scene scene;
    private final RoundCourse course;
    private final Deliveries deliveries;
    private final DSLContext database;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(200);
    private HttpServer receiver;

    WebhooksTest(
            Cast cast,
            Callers callers,
            Scene scene,
            RoundCourse course,
            Deliveries deliveries,
            DSLContext database)
            throws IOException {
        this.cast = cast;
        this.callers = callers;
        this.scene = scene;
        this.course = course;
        this.deliveries = deliveries;
        this.database = database;
        this.receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /// What the receiver has heard.
    private record Heard(String event, String delivery, String signature, String body) {}

    @BeforeEach
    void listen() {
        receiver.createContext(
                "/hook",
                exchange -> {
                    heard.add(
                            new Heard(
                                    exchange.getRequestHeaders().getFirst("Jieti-Event"),
                                    exchange.getRequestHeaders().getFirst("Jieti-Delivery"),
                                    exchange.getRequestHeaders().getFirst("Jieti-Signature"),
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8)));
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
                    exchange.sendResponseHeaders(answer.get(), -1);
                    exchange.close();
                });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void a_change_of_state_is_told_signed_and_once_even_by_two_instances() throws Exception {
        ApiCaller lead = callers.of(Role.LEAD_ASSESSOR, Side.OTHER);
        JsonNode hook = register(lead, "round.extended");
        ApiCaller stranger = callers.of(Role.LEAD_ASSESSOR, Side.OWN);
        register(stranger, "round.extended");
        UUID round = scene.round(Scene.DGIMM, null);

        assertThat(
                        course.extend(
                                cast.asking(Role.LEAD_ASSESSOR, Side.OTHER),
                                round,
                                null,
                                LocalDate.of(2027, 1, 31),
                                "停电"))
                .isNull();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            var _ = threads.submit(deliveries::sendDue);
            var _ = threads.submit(deliveries::sendDue);
        }

        assertThat(heard).hasSize(1);
        Heard told = heard.getFirst();
        JsonNode body = JsonMapper.shared().readTree(told.body());
        assertThat(told.event()).isEqualTo("round.extended");
        assertThat(body.at("/data/round").asString()).isEqualTo(round.toString());
        assertThat(body.path("id").asString()).isEqualTo(told.delivery());
        Matcher signature = SIGNATURE.matcher(told.signature());
        assertThat(signature.matches()).isTrue();
        assertThat(signature.group(2))
                .isEqualTo(
                        Deliveries.signature(
                                hook.path("secret").asString(),
                                Long.parseLong(signature.group(1)),
                                told.body()));
        JsonNode log = log(lead, hook);
        assertThat(log.path("status").asInt()).isEqualTo(200);
        assertThat(log.path("nextAt").isNull()).isTrue();
        assertThat(lead.get("/api/v1/webhooks").body())
                .doesNotContain(hook.path("secret").asString());
        stranger.get("/api/v1/webhooks/" + hook.path("id").asString()).problem(404, "not-found");
    }

    /// HMAC-SHA-256 of `1.{}` with the key `key`, computed by OpenSSL.
    @Test
    void the_signature_is_that_of_other_tools() {
        assertThat(Deliveries.signature("key", 1, "{}"))
                .isEqualTo("1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224");
    }

    @Test
    void what_is_not_heard_is_sent_again_later_and_given_up_in_the_end() {
        ApiCaller unit = callers.of(Role.UNIT_HEAD, Side.OWN);
        JsonNode hook = register(unit, "ping");
        String path = "/api/v1/webhooks/" + hook.path("id").asString();
        assertThat(unit.post(path + "/ping", null).status()).isEqualTo(202);
        answer.set(503);

        deliveries.sendDue();
        deliveries.sendDue();

        assertThat(heard).as("the second attempt waits").hasSize(1);
        assertThat(log(unit, hook).path("status").asInt()).isEqualTo(503);
        for (int attempt = 2; attempt <= Deliveries.BACK_OFF.size() + 1; attempt++) {
            assertThat(log(unit, hook).path("nextAt").isNull()).isFalse();
            makeDue();
            deliveries.sendDue();
        }
        assertThat(heard).hasSize(Deliveries.BACK_OFF.size() + 1);
        assertThat(heard).extracting(Heard::delivery).containsOnly(heard.getFirst().delivery());
        assertThat(log(unit, hook).path("nextAt").isNull()).isTrue();

        answer.set(302);
        unit.post(path + "/ping", null);
        deliveries.sendDue();
        assertThat(heard).as("a redirect is not followed").hasSize(Deliveries.BACK_OFF.size() + 2);

        unit.send("DELETE", path, null, Map.of());
        makeDue();
        assertThat(deliveries.sendDue()).isZero();
    }

    @Test
    void a_receiver_that_is_not_there_is_told_in_the_log() {
        ApiCaller unit = callers.of(Role.CONTRIBUTOR, Side.OWN);
        JsonNode hook = register(unit, "ping");
        receiver.stop(0);
        unit.post("/api/v1/webhooks/" + hook.path("id").asString() + "/ping", null);

        deliveries.sendDue();

        assertThat(log(unit, hook).path("failure").asString()).contains("Connect");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "ftp://127.0.0.1/",
                "https://name:word@example.org/",
                "file:///etc/passwd",
                "https:///nowhere",
                "not an address",
                ""
            })
    void an_address_that_is_not_allowed_is_refused(String url) {
        callers.of(Role.EXPERT, Side.OWN)
                .post(
                        "/api/v1/webhooks",
                        "{\"url\": \"%s\", \"events\": [\"ping\"]}".formatted(url))
                .problem(422, "invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,false", "10.1.2.3,false", "172.16.0.1,false", "192.168.1.1,false",
        "169.254.169.254,false", "100.64.0.1,false", "0.0.0.0,false", "224.0.0.1,false",
        "255.255.255.255,false", "198.18.0.1,false", "::1,false", "fe80::1,false",
        "fd00::1,false", "::ffff:10.0.0.1,false", "64:ff9b::a00:1,false", "2002:a00:1::,false",
        "93.184.215.14,true", "172.32.0.1,true", "100.128.0.1,true", "2606:2800:21f::1,true"
    })
    void only_addresses_of_the_public_internet_are_reached(String address, boolean isPublic)
            throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    @Test
    void a_name_that_leads_into_the_private_network_is_not_reached() {
        ApiCaller unit = callers.of(Role.INTERNAL_REVIEWER, Side.OWN);
        JsonNode hook =
                unit.post(
                                "/api/v1/webhooks",
                                "{\"url\": \"https://localhost/\", \"events\": [\"ping\"]}")
                        .json();
        unit.post("/api/v1/webhooks/" + hook.path("id").asString() + "/ping", null);

        deliveries.sendDue();

        assertThat(log(unit, hook).path("failure").asString()).contains("private network");
    }

    private JsonNode register(ApiCaller caller, String event) {
        ApiCaller.Answer made =
                caller.post(
                        "/api/v1/webhooks",
                        "{\"url\": \"http://127.0.0.1:%d/hook\", \"events\": [\"%s\"]}"
                                .formatted(receiver.getAddress().getPort(), event));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    /// The latest delivery.
    private static JsonNode log(ApiCaller caller, JsonNode hook) {
        JsonNode items =
                caller.get("/api/v1/webhooks/" + hook.path("id").asString() + "/deliveries")
                        .json()
                        .path("items");
        return items.get(items.size() - 1);
    }

    private void makeDue() {
        database.update(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.NEXT_AT, Instant.EPOCH)
                .where(WEBHOOK_DELIVERY.NEXT_AT.isNotNull())
                .execute();
    }
}
