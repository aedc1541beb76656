package org.jieti.server.launch;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieti.server.demo.DemoPlatform;
import org.jieti.server.shared.CannotStart;

/// Looks at the demonstration as a visitor would: opens the link, signs in, reads the result.
final class DemoCheck {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LEVEL = Pattern.compile("data-value=\"level\">([^<]+)<");
    private static final int OK = 200;

    private final String address;

    DemoCheck(String address) {
        this.address = address;
    }

    /// The level that the page of the result shows.
    ///
    /// @throws CannotStart if there is no such page, or it shows none
    String level(DemoPlatform platform) {
        DemoPlatform.Account account = platform.accounts().getFirst();
        try (HttpClient http =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            String form = sent(http, request(platform.result()).GET().build());
            String page =
                    sent(
                            http,
                            request("/sign-in")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "username=%s&password=%s&_csrf=%s"
                                                            .formatted(
                                                                    encoded(account.username()),
                                                                    encoded(account.password()),
                                                                    encoded(found(TOKEN, form)))))
                                    .build());
            return found(LEVEL, page);
        } catch (IOException e) {
            throw new CannotStart("launch.demo.failed", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("launch.demo.failed", e.toString());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
    }

    private static String sent(HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new CannotStart(
                    "launch.demo.failed", response.uri() + " " + response.statusCode());
        }
        return response.body();
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new CannotStart("launch.demo.failed", pattern.pattern());
        }
        return matcher.group(1).strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
