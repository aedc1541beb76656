package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieti.core.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Help.Ansi;

/// What is printed stays in its columns, in colour only where that was asked for, and harmless
/// whatever a file holds.
class TerminalTest {
    private static final String CODES = "\u001b\\[[0-9;]*m";

    private final Path folder;

    TerminalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("score", Ran.GROWING),
                    List.of("explain", Ran.GROWING, "data"),
                    List.of("explain", Ran.GROWING, "data.open.access"),
                    List.of("explain", Ran.GROWING, "data.open.access.3"),
                    List.of("gap", Ran.GROWING, "--target", "4"),
                    List.of("compare", Ran.STARTING, Ran.LEADING),
                    List.of("model", "show", "dgimm"),
                    List.of("model", "show", "dgimm", "data.open"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void colours_are_shown_only_where_asked_for_and_change_nothing_else(Language language) {
        for (List<String> command : COMMANDS) {
            String[] arguments = command.toArray(String[]::new);
            Ran plain = Ran.in(language, Ansi.OFF, arguments);
            Ran coloured = Ran.in(language, Ansi.ON, arguments);

            assertThat(plain.out()).as(command.toString()).doesNotContain("\u001b");
            assertThat(coloured.out()).as(command.toString()).containsPattern(CODES);
            assertThat(coloured.out().replaceAll(CODES, "")).isEqualTo(plain.out());
        }
    }

    /// The cells that a text takes on a terminal: two for a Chinese character.
    private static int width(String text) {
        return text.codePoints().map(TerminalTest::width).sum();
    }

    /// Unicode's East Asian Wide and Fullwidth, as far as our texts use them.
    private static int width(int c) {
        boolean wide =
                (c >= 0x1100 && c <= 0x115F)
                        || (c >= 0x2E80 && c <= 0x303E)
                        || (c >= 0x3041 && c <= 0xA4CF)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /// Where on the terminal each match of a pattern ends.
    private static List<Integer> ends(String text, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return text.lines()
                .map(
                        line -> {
                            Matcher match = compiled.matcher(line);
                            return match.find() ? width(line.substring(0, match.end())) : 0;
                        })
                .filter(end -> end > 0)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void columns_are_aligned_as_a_terminal_shows_them(Language language) {
        String score = Ran.in(language, "score", Ran.GROWING).out();

        // the five shares of the seven domains
        assertThat(ends(score, "( +[01]\\.[0-9]{2}){5}\\b"))
                .hasSize(7)
                .containsOnly(ends(score, "( +[01]\\.[0-9]{2}){5}\\b").getFirst());
        // the gains of what blocks the next level
        assertThat(ends(score, " \\+[01]\\.[0-9]{2}$"))
                .hasSizeGreaterThan(5)
                .containsOnly(ends(score, " \\+[01]\\.[0-9]{2}$").getFirst());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_list_of_models_is_aligned(Language language) {
        String models = Ran.in(language, "models").out();
        String first = models.substring(0, models.indexOf("\n\n"));

        assertThat(first.lines().map(TerminalTest::width).distinct()).hasSize(1);
        assertThat(ends(first, "^\\S+ +(?=\\S)"))
                .hasSizeGreaterThan(4)
                .containsOnly(ends(first, "^\\S+ +(?=\\S)").getFirst());
    }

    @Test
    void the_criteria_of_a_ladder_are_aligned() {
        String explained = Ran.in(Language.ZH, "explain", Ran.GROWING, "data.open.access").out();

        List<Integer> times = ends(explained, " × ");
        assertThat(times).hasSizeGreaterThan(5);
        assertThat(times.subList(0, times.size() - 1).stream().distinct()).hasSize(1);
    }

    /// An assessment whose texts hold markup of picocli, escapes of terminals, line breaks and
    /// marks that turn the direction of writing.
    private String hostile() throws IOException {
        String text =
                """
                model: dgimm@2021.1
                unit:
                  id: "u\\u0007"
                  name: "恶@|bold,red 红|@意\\e[31m红\\e]0;title\\a\\r\\n第二行 |@ @| @|fg(9) \\u202Etxt.exe\\x9b31m"
                  region: "\\e[2J"
                asOf: 2026-06-30
                answers:
                  data.open.access.1.1: {rating: met, note: "@|blink x|@\\e[5m\\b\\b"}
                  data.open.access.2: {insufficient: "\\e[8m@|red y|@"}
                  vision.policy.planning.1.1: {na: "\\e[1A\\r没有@|red z|@"}
                """;
        return Files.writeString(folder.resolve("hostile.yaml"), text).toString();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void markup_and_control_characters_of_a_file_are_shown_harmlessly(Language language)
            throws IOException {
        String file = hostile();

        for (List<String> command :
                List.of(
                        List.of("score", file),
                        List.of("explain", file, "data.open.access.1.1"),
                        List.of("explain", file, "data.open.access.2"),
                        List.of("explain", file, "vision.policy.planning.1.1"),
                        List.of("compare", file, Ran.GROWING),
                        List.of("compare", Ran.GROWING, file),
                        List.of("score-batch", file, "--model", "dgimm"),
                        List.of("view", file, "--as", "nag"),
                        List.of("gap", file, "--target", "2"))) {
            String[] arguments = command.toArray(String[]::new);
            Ran plain = Ran.in(language, Ansi.OFF, arguments);
            Ran coloured = Ran.in(language, Ansi.ON, arguments);

            assertThat(plain.code()).as(command.toString()).isEqualTo(ExitCode.DONE);
            assertHarmless(plain.out());
            String stripped = coloured.out().replaceAll(CODES, "");
            assertHarmless(stripped);
            assertThat(stripped).as(command.toString()).isEqualTo(plain.out());
        }
        assertThat(Ran.in(language, "score", file).out().lines().findFirst().orElse(""))
                .startsWith("恶@ |bold,red 红| @意␛[31m红␛]0;title␇␍␊第二行 ");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void so_are_those_in_findings_and_arguments(Language language) throws IOException {
        String file =
                Files.writeString(
                                folder.resolve("bad.yaml"),
                                """
                                model: dgimm@2021.1
                                unit: {id: a, name: b, "\\e[31m": c}
                                asOf: "\\e[2J\\n"
                                answers:
                                  "data\\e[5m": {rating: met}
                                  data.open.access.3: {rating: "\\u202E\\r@|red good|@"}
                                """)
                        .toString();

        Ran findings = Ran.in(language, "validate", file);
        Ran arguments = Ran.in(language, "explain", Ran.GROWING, "x\u001b[31m\r\n@|red y|@");
        Ran option = Ran.in(language, "score", Ran.GROWING, "--format", "\u001b[31mpdf");
        Ran missing = Ran.in(language, "score", folder.resolve("a\u001b[31m\nb.yaml").toString());

        assertThat(findings.err().lines()).hasSize(5);
        for (Ran ran : List.of(findings, arguments, option, missing)) {
            assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertHarmless(ran.err());
        }
    }

    private static void assertHarmless(String printed) {
        assertThat(printed)
                .doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");
    }
}
