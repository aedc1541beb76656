package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jieti.cli.command.JietiCommand;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;

/// Help is complete in both languages, and each keeps to itself.
class HelpTest {
    private static CommandLine commandLine(Language language) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return JietiCommand.commandLine(
                new Session(Golden.root(), language, nowhere, nowhere, Ansi.OFF));
    }

    /// The words that lead to every command, hidden ones left out.
    static List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        collect(commandLine(Language.ZH), List.of(), commands);
        return commands;
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> commands) {
        commands.add(path);
        line.getSubcommands()
                .forEach(
                        (name, inner) -> {
                            if (!inner.getCommandSpec().usageMessage().hidden()) {
                                List<String> deeper = new ArrayList<>(path);
                                deeper.add(name);
                                collect(inner, deeper, commands);
                            }
                        });
    }

    private static String help(Language language, List<String> command) {
        Ran ran =
                Ran.in(
                        language,
                        Stream.concat(command.stream(), Stream.of("--help"))
                                .toArray(String[]::new));
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_of_a_command_is_complete_in_chinese(List<String> command) {
        String help = help(Language.ZH, command);

        assertResolved(help);
        assertThat(help)
                .contains("用法：jieti", "选项：", "显示帮助。", "输出语言")
                .doesNotContain("Usage", "Options", "Arguments", "Commands", "Example", "Exit");
        assertThat(help.lines().findFirst().orElse("")).containsPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_of_a_command_is_complete_in_english(List<String> command) {
        String help = help(Language.EN, command);

        assertResolved(help);
        assertThat(help)
                .contains("Usage: jieti", "Options:", "Show this help.")
                .doesNotContainPattern("\\p{IsHan}|[，。：；（）]");
    }

    private static void assertResolved(String help) {
        assertThat(help)
                .doesNotContain("%n", "${", "usage.", "Heading", "null")
                .doesNotContainPattern("\\{[0-9]}");
    }

    @Test
    void every_option_and_argument_is_described() {
        for (Language language : Language.values()) {
            assertDescribed(commandLine(language));
        }
    }

    private static void assertDescribed(CommandLine line) {
        String name = line.getCommandSpec().qualifiedName();
        boolean hidden = line.getCommandSpec().usageMessage().hidden();
        if (!hidden) {
            assertThat(line.getCommandSpec().usageMessage().header())
                    .as(name)
                    .allSatisfy(header -> assertThat(header).isNotBlank())
                    .isNotEmpty();
            for (ArgSpec argument : line.getCommandSpec().args()) {
                assertThat(String.join("", argument.description()))
                        .as("%s %s", name, argument.paramLabel())
                        .isNotBlank();
            }
            line.getSubcommands().values().forEach(HelpTest::assertDescribed);
        }
    }

    @Test
    void every_command_is_listed_but_the_one_for_the_build() {
        String help = help(Language.EN, List.of());

        for (List<String> command : commands()) {
            if (command.size() == 1) {
                assertThat(help).containsPattern("(?m)^  " + command.getFirst() + " +[A-Z]");
            }
        }
        assertThat(help).doesNotContainPattern("(?m)^  train");
    }

    @Test
    void without_a_command_help_is_shown() {
        assertThat(Ran.in(Language.ZH)).isEqualTo(Ran.in(Language.ZH, "--help"));
        assertThat(Ran.in(Language.EN, "--lang", "en").out())
                .isEqualTo(help(Language.EN, List.of()));
    }

    @Test
    void a_group_without_a_command_names_one() {
        Ran ran = Ran.in(Language.EN, "model");

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).isEqualTo("Name a command, as in: jieti model show MODEL\n");
    }

    @Test
    void the_version_is_shown() {
        assertThat(Ran.in(Language.ZH, "--version").out()).matches("jieti [0-9.]+\n");
    }
}
