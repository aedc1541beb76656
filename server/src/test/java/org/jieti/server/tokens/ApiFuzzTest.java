package org.jieti.server.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jieti.server.accounts.Role;
import org.jieti.server.ground.ApiCaller;
import org.jieti.server.ground.Callers;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.RouteExamples;
import org.jieti.server.ground.ServerTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every operation that the document of the API names, sent hostile values: it refuses them as
/// problems, never as a defect, and always answers.
@ServerTest
class ApiFuzzTest {
    private static final long SEED = Long.getLong("jieti.seed", 20261125);
    private static final Duration BUDGET = Duration.ofSeconds(25);
    private static final int ROUNDS = 40;
    private static final int REQUESTS_OF_A_TOKEN = 150;
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Values that have broken programs: numbers at their ends, text that is not text, words of
    /// other languages' grammars, depth and length.
    private static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "a\u0000b",
                    "\u202eabc\u202c",
                    "\ud800",
                    "\ufffe\uffff",
                    "' OR 1=1 --",
                    "\"; drop table person; --",
                    "${jndi:ldap://127.0.0.1/x}",
                    "{{7*7}}",
                    "<script>alert(1)</script>",
                    "../../../../etc/passwd",
                    "%00%0a%0d",
                    "\r\nSet-Cookie: a=b",
                    "-1",
                    "0",
                    "2147483648",
                    "-9223372036854775809",
                    "1e999999999",
                    "NaN",
                    "00000000-0000-0000-0000-000000000000",
                    "9999999-99-99",
                    "+999999999-12-31",
                    "0000-00-00",
                    "2026-02-30",
                    "null",
                    "true",
                    "rated",
                    "start",
                    "阶梯".repeat(2000),
                    "x".repeat(70_000),
                    "[".repeat(3000));

    private final Cast cast;
    private final Callers callers;
    private final List<RouteExamples> examples;

    private ApiCaller caller;
    private int sent;

    ApiFuzzTest(Cast cast, Callers callers, List<RouteExamples> examples) {
        this.cast = cast;
        this.callers = callers;
        this.examples = examples;
        this.caller = callers.nobody();
    }

    /// An operation of the document.
    private record Operation(String method, String path, JsonNode says) {}

    @Test
    void hostile_values_meet_a_problem_and_never_a_defect() throws IOException {
        JsonNode document = callers.nobody().get("/v3/api-docs").json();
        List<Operation> operations = operations(document);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<Role> roles =
                List.of(Role.LEAD_ASSESSOR, Role.MODEL_EDITOR, Role.UNIT_HEAD, Role.CONTRIBUTOR);
        Map<String, String> real = new HashMap<>();
        examples.forEach(example -> real.putAll(example.values(cast)));
        Map<String, Integer> answered = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Instant end = Instant.now().plus(BUDGET);
        for (int round = 0;
                round < ROUNDS && (round == 0 || Instant.now().isBefore(end));
                round++) {
            for (Operation operation : operations) {
                if (sent++ % REQUESTS_OF_A_TOKEN == 0) {
                    caller =
                            callers.of(
                                    roles.get(sent / REQUESTS_OF_A_TOKEN % roles.size()), Side.OWN);
                }
                String path = path(operation, real, random);
                String body = body(document, operation, random);
                ApiCaller.Answer answer =
                        caller.send(operation.method(), path, body, headers(operation, random));
                answered.merge(operation.method() + " " + operation.path(), 1, Integer::sum);
                if (answer.status() >= 500
                        || answer.status() == 429
                        || (answer.status() >= 400
                                && !isRefusedBelow(path, answer)
                                && !"application/problem+json"
                                        .equals(answer.header("Content-Type")))) {
                    wrong.add(
                            "%s %s with %s: %d %s"
                                    .formatted(
                                            operation.method(),
                                            cut(path),
                                            cut(String.valueOf(body)),
                                            answer.status(),
                                            cut(answer.body())));
                }
            }
        }

        assertThat(answered).hasSameSizeAs(operations);
        assertThat(wrong).as("seed %d, %d requests", SEED, sent).isEmpty();
    }

    /// An address that no route can have is refused by the server beneath, before it is known
    /// whose it is.
    private static boolean isRefusedBelow(String path, ApiCaller.Answer answer) {
        return answer.status() == 400 && Stream.of("%2F", "%5C", "%00").anyMatch(path::contains);
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(
                        new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue()));
            }
        }
        return operations;
    }

    /// The address, each variable real or hostile, each parameter given or not.
    private static String path(
            Operation operation, Map<String, String> real, RandomGenerator random) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.says().path("parameters").values()) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                boolean keeps = random.nextInt(4) != 0;
                String value = keeps ? real.getOrDefault(name, "x") : hostile(random);
                path = path.replace("{" + name + "}", encoded(shortened(value)));
            } else if (parameter.path("in").asString().equals("query") && random.nextBoolean()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(encoded(shortened(hostile(random))));
            }
        }
        return path + query;
    }

    /// A body by the schema of the operation, with hostile values; sometimes no JSON at all.
    private static String body(JsonNode document, Operation operation, RandomGenerator random) {
        JsonNode schema =
                operation
                        .says()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
        if (random.nextInt(8) == 0) {
            return hostile(random);
        }
        if (random.nextInt(20) == 0) {
            return "{\"a\":".repeat(2000) + "1" + "}".repeat(2000);
        }
        String reference = schema.path("$ref").asString("");
        JsonNode form = reference.isEmpty() ? schema : document.at(reference.substring(1));
        ObjectNode body = JSON.createObjectNode();
        for (String field : form.path("properties").propertyNames()) {
            switch (random.nextInt(8)) {
                case 0 -> body.putNull(field);
                case 1 -> body.put(field, random.nextLong());
                case 2 -> body.put(field, random.nextDouble() * 1e308);
                case 3 -> body.putArray(field).add(hostile(random)).addNull().add(3);
                case 4 -> body.putObject(field).put(hostile(random), hostile(random));
                case 5 -> body.put(field, random.nextBoolean());
                default -> body.put(field, hostile(random));
            }
        }
        if (random.nextInt(6) == 0) {
            body.put(hostile(random), hostile(random));
        }
        return JSON.writeValueAsString(body);
    }

    private static Map<String, String> headers(Operation operation, RandomGenerator random) {
        Map<String, String> headers = new LinkedHashMap<>();
        JsonNode content = operation.says().path("requestBody").path("content");
        List<String> types = new ArrayList<>(content.propertyNames());
        if (!types.isEmpty() && random.nextInt(6) != 0) {
            headers.put("Content-Type", types.get(random.nextInt(types.size())));
        }
        headers.put("Accept-Language", random.nextBoolean() ? "en" : "zh-CN,*;q=0.1");
        if (random.nextBoolean()) {
            headers.put(
                    "If-Match",
                    List.of("\"0\"", "*", "W/\"1\"", "\"99999999999\"", "x")
                            .get(random.nextInt(5)));
        }
        if (random.nextInt(4) == 0) {
            headers.put("Idempotency-Key", "k" + random.nextInt(50));
        }
        return headers;
    }

    private static String hostile(RandomGenerator random) {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    /// An address has a length that servers bound before anything else.
    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
