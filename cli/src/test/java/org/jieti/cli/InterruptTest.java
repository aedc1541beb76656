package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ctrl-C, as a terminal sends it, to a JVM of its own.
class InterruptTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// What the bar shows from a hundredth of the million runs on.
    private static final Pattern UNDER_WAY = Pattern.compile("[1-9][0-9]?%");

    /// What a shell sees of a program that ended by this signal.
    private static final int BY_SIGINT = 128 + 2;

    @TempDir private Path folder = Path.of("");

    private Process start(Path err, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                                "-Djieti.home=" + Golden.root(),
                                "-Djieti.stderr=terminal",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.jieti.cli.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(err.toFile())
                .start();
    }

    private static void await(Process process, Path err) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!UNDER_WAY.matcher(Files.readString(err)).find()) {
            assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
            assertThat(Instant.now()).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void what_the_runs_so_far_have_given_is_written_and_says_that_it_was_stopped()
            throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        Path written = folder.resolve("result.json");
        String units = Golden.root().resolve("samples/batch/units.csv").toString();
        Process process =
                start(
                        err,
                        List.of(
                                "robustness",
                                units,
                                "--model",
                                "dgimm",
                                "--runs",
                                "1000000",
                                "--threads",
                                "2",
                                "--out",
                                written.toString(),
                                "--lang",
                                "en"));
        try {
            await(process, err);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(BY_SIGINT);
        JsonNode result = JsonMapper.shared().readTree(Files.readString(written));
        assertThat(result.at("/plan/complete").asBoolean()).isFalse();
        long runs = result.at("/plan/runs").asLong();
        assertThat(runs).isBetween(1000L, 999_999L);
        long atLevels = 0;
        for (JsonNode level : result.at("/units/0/levels/runs")) {
            atLevels += level.asLong();
        }
        assertThat(atLevels).isEqualTo(runs);
        assertThat(Files.readString(err)).doesNotContain("incubator", "Exception");

        // They are the first runs: as many from the start give the same, but for having been asked.
        Ran again =
                Ran.in(
                        Language.EN,
                        "robustness",
                        units,
                        "--model",
                        "dgimm",
                        "--runs",
                        Long.toString(runs),
                        "--format",
                        "json");
        JsonNode first = JsonMapper.shared().readTree(again.out());
        assertThat(first.at("/units")).isEqualTo(result.at("/units"));
        assertThat(first.at("/pairs")).isEqualTo(result.at("/pairs"));
    }
}
