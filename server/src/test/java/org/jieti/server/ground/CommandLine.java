package org.jieti.server.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jieti.cli.Main;
import org.jieti.testkit.Golden;

/// The command line `jieti`, as a process of its own.
public final class CommandLine {
    private static final long PATIENCE_SECONDS = 60;

    private CommandLine() {}

    /// What a command line prints; it must succeed.
    ///
    /// @param arguments all that follows `jieti`
    public static String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djieti.home=" + Golden.root(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    /// What a command line that a page shows prints, with the file that it names in a folder.
    ///
    /// @param shown as in `./jieti score unit.yaml --weights equal`
    public static String run(String shown, Path folder) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        for (String word : shown.split(" ", -1)) {
            arguments.add(word.endsWith(".yaml") ? folder.resolve(word).toString() : word);
        }
        assertThat(arguments.getFirst()).isEqualTo("./jieti");
        return run(arguments.subList(1, arguments.size()));
    }
}
