package org.jieti.server;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jieti.server.accounts.Role;
import org.jieti.server.ground.ApiCaller;
import org.jieti.server.ground.Callers;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.RouteExamples;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.ground.Visitor;
import org.jieti.server.shared.api.Problems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who gets what, seen from outside: every route, asked by nobody and by every role, of the
/// organisation that it is about and of another, against the tables in `routes`.
@ServerTest
class RoutesTest {
    private static final String SIGN_IN = "sign-in";

    /// Answers to requests that have changed nothing.
    private static final Set<String> REFUSED = Set.of(SIGN_IN, "401", "403");

    private final Cast cast;
    private final Callers callers;
    private final RequestMappingHandlerMapping mapping;
    private final List<RouteExamples> examples;

    /// Values of the variables in routes; empty once a request may have changed what they name.
    private final Map<String, String> values = new HashMap<>();

    RoutesTest(
            Cast cast,
            Callers callers,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            List<RouteExamples> examples) {
        this.cast = cast;
        this.callers = callers;
        this.mapping = mapping;
        this.examples = examples;
    }

    /// A row.
    ///
    /// @param nobody what someone who is not signed in gets: a status, or `sign-in`
    /// @param own roles of the organisation itself that get `ok`; all others get 403
    /// @param other roles of another organisation that get `ok`
    private record Row(
            String method, String route, String nobody, Set<Role> own, Set<Role> other, int ok) {
        String name() {
            return method + " " + route;
        }
    }

    /// Somebody with one role.
    private record Asking(Role role, Side side, Visitor visitor, ApiCaller caller) {}

    @Test
    void every_route_has_a_row_and_every_row_a_route() throws IOException {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            Set<String> methods =
                    info.getMethodsCondition().getMethods().stream()
                            .map(Enum::name)
                            .collect(Collectors.toSet());
            for (String path : info.getPatternValues()) {
                if (!path.equals("/error")) {
                    assertThat(methods).as("methods of " + path).isNotEmpty();
                }
                methods.forEach(method -> routes.add(method + " " + path));
            }
        }

        assertThat(rows()).extracting(Row::name).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(rows().stream().map(Row::name).toList()))
                .as("rows in src/test/resources/routes")
                .isEqualTo(routes);
    }

    @Test
    void each_role_gets_what_the_table_says() throws IOException {
        List<Asking> everybody = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Role role : Role.values()) {
                everybody.add(
                        new Asking(role, side, cast.signedIn(role, side), callers.of(role, side)));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            compare(
                    wrong,
                    row,
                    "nobody",
                    row.nobody(),
                    answer(row, cast.nobody(), callers.nobody()));
            for (Asking one : everybody) {
                Set<Role> allowed = one.side() == Side.OWN ? row.own() : row.other();
                compare(
                        wrong,
                        row,
                        one.role() + " " + one.side(),
                        allowed.contains(one.role()) ? String.valueOf(row.ok()) : "403",
                        answer(row, one.visitor(), one.caller()));
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static void compare(
            List<String> wrong, Row row, String who, String expected, String actual) {
        if (!expected.equals(actual)) {
            wrong.add("%s for %s: %s, not %s".formatted(row.name(), who, actual, expected));
        }
    }

    private String answer(Row row, Visitor visitor, ApiCaller caller) {
        if (values.isEmpty()) {
            examples.forEach(example -> values.putAll(example.values(cast)));
        }
        String path = row.route();
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        assertThat(path).as("no RouteExamples give a value").doesNotContain("{");
        String answer = answer(row, path, visitor, caller);
        if (!row.method().equals("GET") && !REFUSED.contains(answer)) {
            values.clear();
        }
        return answer;
    }

    private static String answer(Row row, String path, Visitor visitor, ApiCaller caller) {
        if (path.startsWith(Problems.API) || path.startsWith("/v3/")) {
            String body = row.method().equals("GET") ? null : "{}";
            Map<String, String> headers =
                    path.endsWith("/import") ? Map.of("Content-Type", "text/csv") : Map.of();
            return String.valueOf(caller.send(row.method(), path, body, headers).status());
        }
        Visitor.Answer answer =
                switch (row.method()) {
                    case "GET" -> visitor.get(path);
                    case "POST" -> visitor.post(path, Map.of());
                    default -> visitor.send(row.method(), path);
                };
        String location = answer.location();
        return answer.status() == 302 && location != null && location.endsWith("/sign-in")
                ? SIGN_IN
                : String.valueOf(answer.status());
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Resource table :
                new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*.csv")) {
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder()
                            .ofNamedCsvRecord(
                                    new InputStreamReader(
                                            table.getInputStream(), StandardCharsets.UTF_8))) {
                for (NamedCsvRecord line : reader) {
                    rows.add(
                            new Row(
                                    line.getField("method"),
                                    line.getField("route"),
                                    line.getField("nobody"),
                                    roles(line.getField("own")),
                                    roles(line.getField("other")),
                                    Integer.parseInt(line.getField("ok"))));
                }
            }
        }
        return rows;
    }

    private static Set<Role> roles(String text) {
        return switch (text) {
            case "all" -> EnumSet.allOf(Role.class);
            case "none" -> EnumSet.noneOf(Role.class);
            default ->
                    Arrays.stream(text.split(" "))
                            .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        };
    }
}
