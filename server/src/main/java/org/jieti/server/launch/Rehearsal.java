package org.jieti.server.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Opens a few pages once the server is ready, then ends it as SIGTERM would: so that the class
/// cache recorded meanwhile holds what a first page needs.
final class Rehearsal {
    private static final List<String> PATHS = List.of("/sign-in", "/", "/assets/icon.svg");

    private Rehearsal() {}

    static void of(ConfigurableApplicationContext running) {
        String address = Objects.requireNonNull(Announcement.address(running));
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                http.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        SpringApplication.exit(running);
    }
}
