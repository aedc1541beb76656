package org.jieti.server.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `jieti serve` as a process of its own.
final class Served implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("answers at (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern LINK = Pattern.compile("/set-up/[\\w-]+");
    private static final long PATIENCE_MILLIS = 120_000;
    private static final long PAUSE_MILLIS = 50;

    private final Process process;
    private final Path output;

    private Served(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Served start(Path folder, String... arguments) throws IOException {
        return start(folder, List.of(), arguments);
    }

    /// Starts it with options of the virtual machine.
    static Served start(Path folder, List<String> machine, String... arguments) throws IOException {
        Path output = Files.createTempFile(folder, "serve", ".log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC"));
        command.addAll(machine);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--lang",
                        "en"));
        command.addAll(List.of(arguments));
        return new Served(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /// Waits until it answers, and returns its address.
    String address() throws IOException, InterruptedException {
        for (long waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            Matcher ready = READY.matcher(output());
            if (ready.find()) {
                return ready.group(1);
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("It does not answer:\n" + output());
    }

    /// The path of the link to set a platform up, which it prints after its address.
    String link() throws IOException, InterruptedException {
        for (long waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            Matcher link = LINK.matcher(output());
            if (link.find()) {
                return link.group();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("No link:\n" + output());
    }

    HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    /// All that it has printed.
    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /// Waits until it has ended by itself, and returns its exit code.
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It does not end.");
        }
        return process.exitValue();
    }

    /// SIGTERM.
    void terminate() throws InterruptedException {
        process.destroy();
        exitCode();
    }

    /// SIGKILL.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
