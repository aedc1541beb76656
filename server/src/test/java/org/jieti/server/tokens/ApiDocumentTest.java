package org.jieti.server.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jieti.server.ground.ApiCaller;
import org.jieti.server.ground.Callers;
import org.jieti.server.ground.ServerTest;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Problems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The document of the API says all that there is, and is as OpenAPI 3.1 asks.
@ServerTest
class ApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final Callers callers;
    private final RequestMappingHandlerMapping mapping;

    ApiDocumentTest(
            Callers callers,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.callers = callers;
        this.mapping = mapping;
    }

    @Test
    void every_route_of_the_api_is_in_the_document_and_names_its_scope() {
        Set<String> routes = new TreeSet<>();
        mapping.getHandlerMethods()
                .forEach(
                        (info, method) -> {
                            for (String path : info.getPatternValues()) {
                                if (path.startsWith(Problems.API)) {
                                    assertThat(
                                                    method.hasMethodAnnotation(Needs.class)
                                                            || AnnotatedElementUtils.hasAnnotation(
                                                                    method.getBeanType(),
                                                                    Needs.class))
                                            .as(path)
                                            .isTrue();
                                    info.getMethodsCondition()
                                            .getMethods()
                                            .forEach(verb -> routes.add(verb + " " + path));
                                }
                            }
                        });
        Set<String> documented = new TreeSet<>();
        operations(document()).forEach((name, _) -> documented.add(name));

        assertThat(routes).hasSizeGreaterThan(30);
        assertThat(documented).isEqualTo(routes);
    }

    @Test
    void every_operation_says_what_it_is_its_answers_and_its_problems() {
        JsonNode document = document();
        operations(document)
                .forEach(
                        (name, operation) -> {
                            assertThat(operation.path("summary").asString()).as(name).isNotBlank();
                            assertThat(operation.at("/security/0/token").isArray())
                                    .as(name)
                                    .isTrue();
                            List<String> statuses =
                                    new ArrayList<>(operation.path("responses").propertyNames());
                            assertThat(statuses)
                                    .as(name)
                                    .contains("401", "403", "429", "500")
                                    .anyMatch(status -> status.startsWith("2"));
                            if (name.contains("{")) {
                                assertThat(statuses).as(name).contains("404");
                            }
                            for (String status : statuses) {
                                if (!status.startsWith("2")) {
                                    assertThat(
                                                    operation
                                                            .path("responses")
                                                            .path(status)
                                                            .path("content")
                                                            .path("application/problem+json")
                                                            .path("schema")
                                                            .path("$ref")
                                                            .asString())
                                            .as(name + " " + status)
                                            .isEqualTo("#/components/schemas/Problem");
                                }
                            }
                            operation
                                    .path("parameters")
                                    .values()
                                    .forEach(
                                            parameter ->
                                                    assertThat(
                                                                    parameter
                                                                            .path("description")
                                                                            .asString())
                                                            .as(name + " " + parameter)
                                                            .isNotBlank());
                        });
    }

    @Test
    void the_document_holds_together() {
        JsonNode document = document();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isNotBlank();
        Set<String> ids = new TreeSet<>();
        operations(document)
                .forEach(
                        (name, operation) -> {
                            assertThat(ids.add(operation.path("operationId").asString()))
                                    .as(name)
                                    .isTrue();
                            List<String> inPath =
                                    Pattern.compile("\\{(\\w+)}")
                                            .matcher(name)
                                            .results()
                                            .map(found -> found.group(1))
                                            .toList();
                            List<String> given = new ArrayList<>();
                            for (JsonNode parameter : operation.path("parameters").values()) {
                                if (parameter.path("in").asString().equals("path")) {
                                    given.add(parameter.path("name").asString());
                                    assertThat(parameter.path("required").asBoolean()).isTrue();
                                }
                            }
                            assertThat(given).as(name).containsExactlyInAnyOrderElementsOf(inPath);
                        });
        for (String reference : document.findValuesAsString("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
        assertThat(document.at("/components/schemas").propertyNames()).doesNotContain("SignedIn");
    }

    @Test
    void the_document_comes_in_both_languages() {
        assertThat(document().at("/info/title").asString()).isEqualTo("阶梯接口");
        assertThat(
                        callers.nobody()
                                .send("GET", "/v3/api-docs", null, Map.of("Accept-Language", "en"))
                                .json()
                                .at("/info/title")
                                .asString())
                .isEqualTo("Jieti: the API");
    }

    private JsonNode document() {
        ApiCaller.Answer answer = callers.nobody().get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.put(
                            method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            method.getValue());
                }
            }
        }
        return operations;
    }
}
