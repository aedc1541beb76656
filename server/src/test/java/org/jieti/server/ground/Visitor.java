package org.jieti.server.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Somebody who visits the application by HTTP, as a browser without JavaScript does: keeps
/// cookies, sends the token of the last form. Redirects are not followed.
public final class Visitor {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private String token = "";

    public Visitor(String address) {
        this.address = address;
    }

    /// Opens a page.
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /// Opens a page as htmx does, to replace an element.
    ///
    /// @param target the id of the element
    public Answer fragment(String path, String target) {
        return send(request(path).header("HX-Request", "true").header("HX-Target", target).GET());
    }

    /// Sends a form.
    public Answer post(String path, Map<String, String> fields) {
        if (token.isEmpty()) {
            get("/"); // any page with a form
            if (token.isEmpty()) {
                get("/sign-in");
            }
        }
        return postAs(path, fields, token);
    }

    /// Sends a form as a script of ours does, to replace parts of the page.
    ///
    /// @param target the name of the fragment
    public Answer postFragment(String path, String target, Map<String, String> fields) {
        if (token.isEmpty()) {
            get("/");
        }
        return send(
                form(path, fields, token).header("HX-Request", "true").header("HX-Target", target));
    }

    /// Sends a form with another token than that of the last page.
    public Answer postAs(String path, Map<String, String> fields, String csrf) {
        return send(form(path, fields, csrf));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields, String csrf) {
        String body =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        BodyPublishers.ofString(
                                body.isEmpty()
                                        ? "_csrf=" + encoded(csrf)
                                        : body + "&_csrf=" + encoded(csrf)));
    }

    /// Sends a form with a file in the field `file`.
    public Answer upload(String path, Map<String, String> fields, String name, byte[] content) {
        if (token.isEmpty()) {
            get("/");
        }
        String border = "----" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        all.forEach(
                (field, text) ->
                        body.writeBytes(
                                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                        .formatted(border, field, text)
                                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(border, name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(border).getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /// Sends any request with the token of the last form in its header.
    public Answer send(String method, String path) {
        return send(
                request(path)
                        .header("X-CSRF-TOKEN", token)
                        .method(method, BodyPublishers.noBody()));
    }

    /// Sends any request with a content and the token of the last form in its header.
    public Answer send(String method, String path, byte[] content) {
        return send(
                request(path)
                        .header("X-CSRF-TOKEN", token)
                        .header("Content-Type", "application/octet-stream")
                        .method(method, BodyPublishers.ofByteArray(content)));
    }

    Visitor signIn(String username, String password) {
        get("/sign-in");
        Answer answer = post("/sign-in", Map.of("username", username, "password", password));
        assertThat(answer.location()).isEqualTo(address + "/");
        token = "";
        get("/");
        return this;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            Answer answer = new Answer(response);
            Element form = answer.page().selectFirst("input[name=_csrf]");
            if (form != null) {
                token = form.attr("value");
            }
            if (answer.isPage()) {
                assertThat(response.body()).as("a text is missing").doesNotContain("??");
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// What came back.
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public Document page() {
            return Jsoup.parse(response.body());
        }

        private boolean isPage() {
            String type = header("Content-Type");
            return type != null && type.startsWith("text/html");
        }

        /// A header, or null.
        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /// Where it redirects to, or null.
        public @Nullable String location() {
            return header("Location");
        }
    }
}
