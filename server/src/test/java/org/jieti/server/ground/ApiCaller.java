package org.jieti.server.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that calls the API.
public final class ApiCaller {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String address;
    private final @Nullable String secret;

    /// @param secret of the token; null to send none
    ApiCaller(String address, @Nullable String secret) {
        this.address = address;
        this.secret = secret;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /// Sends JSON.
    public Answer post(String path, @Nullable String body) {
        return send("POST", path, body, Map.of());
    }

    /// Sends any request; a body is JSON, unless a header says otherwise.
    public Answer send(
            String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(LONGEST)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            return new Answer(
                    HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What came back.
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /// A header, or null.
        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /// Asserts that it is a problem as it should be.
        public JsonNode problem(int status, String code) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.path("code").asString()).isEqualTo(code);
            assertThat(problem.path("type").asString()).isEqualTo("urn:jieti:problem:" + code);
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("title").asString()).isNotBlank();
            assertThat(problem.path("detail").asString()).isNotBlank();
            return problem;
        }
    }
}
