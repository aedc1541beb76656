package org.jieti.server.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieti.server.database.schema.Tables.ACCESS_TOKEN;
import static org.jieti.server.database.schema.Tables.NOTICE;
import static org.jieti.server.database.schema.Tables.PERSON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jieti.server.accounts.Role;
import org.jieti.server.ground.ApiCaller;
import org.jieti.server.ground.Callers;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jieti.server.models.domain.ShippedModels;
import org.jieti.server.notices.Notices;
import org.jieti.server.shared.api.Scope;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What every route of the API has in common, seen from outside.
@ServerTest
class ApiTest {
    private static final String NOTICES_READ = "/api/v1/notices/read";
    private static final int BURST = 200;

    private final Cast cast;
    private final Callers callers;
    private final ShippedModels shipped;
    private final DSLContext database;
    private final Notices notices;
    private final TransactionTemplate transaction;

    ApiTest(
            Cast cast,
            Callers callers,
            ShippedModels shipped,
            DSLContext database,
            Notices notices,
            TransactionTemplate transaction) {
        this.cast = cast;
        this.callers = callers;
        this.shipped = shipped;
        this.database = database;
        this.notices = notices;
        this.transaction = transaction;
    }

    @BeforeEach
    void models() {
        shipped.add();
    }

    @Test
    void a_token_is_made_on_its_page_shown_once_and_revoked_there() {
        Visitor editor = cast.signedIn(Role.MODEL_EDITOR, Side.OWN);

        Visitor.Answer made =
                editor.post(
                        "/account/tokens",
                        Map.of("name", "夜间任务", "scope", "models:read", "days", "30"));

        String secret = made.page().select("code.secret").text();
        assertThat(secret).startsWith("jieti_").hasSizeGreaterThan(40);
        assertThat(editor.get("/account/tokens").body()).contains("夜间任务").doesNotContain(secret);
        assertThat(database.fetchValues(ACCESS_TOKEN.SECRET_HASH)).noneMatch(secret::contains);
        ApiCaller caller = callers.with(secret);
        JsonNode me = caller.get("/api/v1/me").json();
        assertThat(me.path("username").asString())
                .isEqualTo(Cast.username(Role.MODEL_EDITOR, Side.OWN));
        assertThat(me.path("scopes").values())
                .extracting(JsonNode::asString)
                .containsExactly("models:read");
        assertThat(database.fetchValues(ACCESS_TOKEN.LAST_USED_AT)).isNotEmpty();

        String action =
                editor.get("/account/tokens").page().select("form[action*=revoke]").attr("action");
        editor.post(action, Map.of());

        caller.get("/api/v1/me").problem(401, "unauthenticated");
    }

    @Test
    void a_form_without_name_or_scope_is_refused_and_keeps_what_was_typed() {
        Visitor editor = cast.signedIn(Role.MODEL_EDITOR, Side.OWN);

        Visitor.Answer refused =
                editor.post(
                        "/account/tokens", Map.of("name", "", "scope", "units:read", "days", "7"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("input[value=units:read][checked]")).isNotEmpty();
        assertThat(refused.page().select("option[value=7][selected]")).isNotEmpty();
    }

    @Test
    void without_a_good_token_there_is_nothing() {
        ApiCaller.Answer nobody = callers.nobody().get("/api/v1/models");
        nobody.problem(401, "unauthenticated");
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(nobody.header("Set-Cookie")).isNull();
        callers.with("jieti_nobody-made-this").get("/api/v1/me").problem(401, "unauthenticated");
        callers.nobody().get("/api/v1/there-is-no-such-thing").problem(401, "unauthenticated");

        ApiCaller lapsed = callers.of(Role.EXPERT, Side.OWN);
        database.update(ACCESS_TOKEN)
                .set(ACCESS_TOKEN.EXPIRES_AT, Instant.EPOCH)
                .where(ACCESS_TOKEN.PERSON.eq(cast.person(Role.EXPERT, Side.OWN)))
                .execute();
        lapsed.get("/api/v1/me").problem(401, "unauthenticated");

        ApiCaller disabled = callers.of(Role.SITE_INSPECTOR, Side.OWN);
        database.update(PERSON)
                .set(PERSON.DISABLED_AT, Instant.EPOCH)
                .where(PERSON.ID.eq(cast.person(Role.SITE_INSPECTOR, Side.OWN)))
                .execute();
        disabled.get("/api/v1/me").problem(401, "unauthenticated");
    }

    @Test
    void a_session_of_a_browser_opens_no_route_of_the_api() {
        assertThat(cast.signedIn(Role.MODEL_EDITOR, Side.OWN).get("/api/v1/me").status())
                .isEqualTo(401);
    }

    @Test
    void a_scope_narrows_rights_and_never_widens_them() {
        ApiCaller reads = callers.of(Role.MODEL_EDITOR, Side.OWN, EnumSet.of(Scope.MODELS_READ));
        assertThat(reads.get("/api/v1/models").status()).isEqualTo(200);
        reads.send("DELETE", "/api/v1/models/gartner@2021.1", null, Map.of())
                .problem(403, "scope-missing");

        ApiCaller all = callers.of(Role.EXPERT, Side.OTHER);
        all.send("DELETE", "/api/v1/models/gartner@2021.1", null, Map.of())
                .problem(403, "forbidden");
    }

    @Test
    void what_goes_wrong_is_a_problem_in_the_language_that_is_asked_for() {
        ApiCaller caller = callers.of(Role.MODEL_EDITOR, Side.OWN);

        JsonNode missing =
                caller.send("GET", "/api/v1/models/no@1", null, Map.of("Accept-Language", "en-GB"))
                        .problem(404, "not-found");
        assertThat(missing.path("title").asString()).isEqualTo("There is no such thing");
        assertThat(
                        caller.get("/api/v1/no-such-route")
                                .problem(404, "not-found")
                                .path("title")
                                .asString())
                .isEqualTo("所请求的对象不存在");
        ApiCaller.Answer method = caller.send("PATCH", "/api/v1/models", "{}", Map.of());
        method.problem(405, "method-not-allowed");
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        caller.send("GET", "/api/v1/models", null, Map.of("Accept", "text/html"))
                .problem(406, "not-acceptable");
        caller.send("POST", "/api/v1/models", "x", Map.of("Content-Type", "text/plain"))
                .problem(415, "unsupported-media-type");
        assertThat(
                        caller.get("/api/v1/models?limit=0")
                                .problem(422, "invalid")
                                .at("/errors/0/parameter")
                                .asString())
                .isEqualTo("limit");
        caller.get("/api/v1/models?limit=many").problem(422, "invalid");
        caller.get("/api/v1/models?cursor=%25%25").problem(422, "invalid");
        caller.get("/api/v1/models//x").problem(400, "malformed");
    }

    @Test
    void a_file_that_breaks_rules_is_refused_with_places_and_hints() {
        ApiCaller caller = callers.of(Role.MODEL_EDITOR, Side.OWN);

        JsonNode problem =
                caller.send(
                                "POST",
                                "/api/v1/models",
                                "format: urn:jieti:schema:model:1\nid: example\n",
                                Map.of("Content-Type", "application/yaml"))
                        .problem(422, "invalid");

        JsonNode first = problem.at("/errors/0");
        assertThat(first.path("rule").asString()).isNotBlank();
        assertThat(first.path("detail").asString()).isNotBlank();
        assertThat(problem.toString()).doesNotContain("/tmp");
    }

    @Test
    void a_list_comes_in_parts_that_hold_every_item_once() {
        ApiCaller caller = callers.of(Role.EXPERT, Side.OTHER);
        List<String> whole = ids(caller.get("/api/v1/models").json());
        assertThat(whole).hasSizeGreaterThan(2).isSorted();

        List<String> parts = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode part = caller.get("/api/v1/models?limit=1&cursor=" + cursor).json();
            assertThat(part.path("items").size()).isEqualTo(1);
            parts.addAll(ids(part));
            cursor = part.path("next").isNull() ? "" : part.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        ApiCaller caller = callers.of(Role.EXPERT, Side.OTHER);
        ApiCaller.Answer model = caller.get("/api/v1/models/gartner@2021.1/content");
        String tag = model.header("ETag");
        assertThat(tag).isNotNull();

        ApiCaller.Answer again =
                caller.send(
                        "GET",
                        "/api/v1/models/gartner@2021.1/content",
                        null,
                        Map.of("If-None-Match", tag == null ? "" : tag));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_request_with_a_key_is_carried_out_once_even_when_sent_at_the_same_time()
            throws Exception {
        ApiCaller caller = callers.of(Role.UNIT_HEAD, Side.OWN);
        UUID person = cast.person(Role.UNIT_HEAD, Side.OWN);
        Map<String, String> key = Map.of("Idempotency-Key", "read-1");
        List<Future<ApiCaller.Answer>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> caller.send("POST", NOTICES_READ, null, key)));
            }
        }
        int first = 0;
        for (Future<ApiCaller.Answer> answer : all) {
            assertThat(answer.get().status()).isEqualTo(204);
            first += answer.get().header("Idempotency-Replayed") == null ? 1 : 0;
        }
        assertThat(first).isEqualTo(1);

        // A notice that comes later stays unread: the request is not carried out again.
        transaction.executeWithoutResult(
                _ -> notices.tell(Set.of(person), "opened", List.of("示例", "2026-12-31"), null));
        caller.send("POST", NOTICES_READ, null, key);
        assertThat(database.fetchCount(NOTICE, NOTICE.PERSON.eq(person), NOTICE.READ_AT.isNull()))
                .isEqualTo(1);

        caller.send("POST", NOTICES_READ, "{}", key).problem(422, "key-reused");
        caller.send("POST", NOTICES_READ, null, Map.of("Idempotency-Key", "a b"))
                .problem(422, "invalid");
    }

    @Test
    void a_refused_request_keeps_no_answer_for_its_key() {
        ApiCaller caller = callers.of(Role.MODEL_EDITOR, Side.OWN);
        Map<String, String> key = Map.of("Idempotency-Key", "publish-1");
        String path = "/api/v1/models/gartner@2021.1/publish";

        JsonNode problem = caller.send("POST", path, null, key).problem(409, "refused");

        assertThat(problem.path("rule").asString()).isEqualTo("models.refused.published");
        ApiCaller.Answer again = caller.send("POST", path, null, key);
        again.problem(409, "refused");
        assertThat(again.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void a_token_that_asks_too_often_is_told_when_to_come_back() throws Exception {
        ApiCaller caller = callers.of(Role.WEIGHTING_EXPERT, Side.OWN);
        List<Future<ApiCaller.Answer>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2 * BURST; i++) {
                all.add(threads.submit(() -> caller.get("/api/v1/me")));
            }
        }
        int refused = 0;
        for (Future<ApiCaller.Answer> answer : all) {
            if (answer.get().status() != 200) {
                answer.get().problem(429, "rate-limited");
                assertThat(answer.get().header("Retry-After")).matches("\\d+");
                refused++;
            }
        }
        assertThat(refused).isPositive().isLessThanOrEqualTo(BURST);
        assertThat(callers.of(Role.WEIGHTING_EXPERT, Side.OWN).get("/api/v1/me").status())
                .isEqualTo(200);
    }

    private static List<String> ids(JsonNode slice) {
        return slice.path("items").values().stream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
