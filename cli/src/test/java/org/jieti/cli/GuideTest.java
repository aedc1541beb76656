package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The guide on how sure a level is, word by word: its commands run as printed, and print the
/// lines that it shows, `…` standing for others.
class GuideTest {
    private static final String PROMPT = "$ ./jieti ";

    @TempDir private Path folder = Path.of("");

    private record Command(List<String> arguments, List<String> shown) {}

    private List<Command> commands(Path guide) throws IOException {
        List<Command> commands = new ArrayList<>();
        boolean shows = false;
        for (String line : Files.readAllLines(guide)) {
            if (line.startsWith("```")) {
                shows = line.equals("```console");
            } else if (shows && line.startsWith(PROMPT)) {
                List<String> arguments = new ArrayList<>();
                for (String word : line.substring(PROMPT.length()).split(" ", -1)) {
                    arguments.add(place(word));
                }
                commands.add(new Command(arguments, new ArrayList<>()));
            } else if (shows && !line.equals("…")) {
                commands.getLast().shown().add(line);
            }
        }
        return commands;
    }

    /// Samples lie in the project; what is written goes to a folder of the test's own.
    private String place(String word) {
        if (word.startsWith("samples/")) {
            return Golden.root().resolve(word).toString();
        }
        return word.endsWith(".yaml") || word.endsWith(".html")
                ? folder.resolve(word).toString()
                : word;
    }

    @ParameterizedTest
    @CsvSource({"EN, how-sure-a-level-is.md", "ZH, how-sure-a-level-is.zh-CN.md"})
    void every_command_runs_and_prints_what_is_shown(Language language, String guide)
            throws IOException {
        List<Command> commands = commands(Golden.root().resolve("docs/guide").resolve(guide));

        assertThat(commands).hasSize(7);
        for (Command command : commands) {
            Ran ran = Ran.in(language, command.arguments().toArray(String[]::new));

            assertThat(ran.code()).as(command + ran.err()).isEqualTo(ExitCode.DONE);
            List<String> printed =
                    ran.out().replace(folder + "/", "").lines().map(String::stripTrailing).toList();
            assertThat(printed).containsSubsequence(command.shown());
        }
    }
}
