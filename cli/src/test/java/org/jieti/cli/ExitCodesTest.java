package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Help.Ansi;

/// How commands end: 0 done, 2 bad input, 3 refused, 70 a defect of ours.
class ExitCodesTest {
    private final Path folder;

    ExitCodesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void bad_input_ends_with_2_and_every_finding_on_a_line_of_its_own(Language language)
            throws IOException {
        String file =
                file(
                        "bad.yaml",
                        """
                        model: dgimm@2021.1
                        unit: {id: a, name: ""}
                        asOf: 2026-11-22
                        answers:
                          data.open.access.9: {rating: met}
                          data.open.access.3: {rating: good}
                        """);

        for (String command : List.of("score", "validate")) {
            Ran ran = Ran.in(language, command, file);

            assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines())
                    .hasSize(4)
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith(file + ":2:21 file.text.blank "),
                            line ->
                                    assertThat(line)
                                            .startsWith(file + ":5:3 assessment.answer.unknown "),
                            line ->
                                    assertThat(line)
                                            .startsWith(file + ":6:32 assessment.rating.scale "),
                            line -> assertThat(line).contains("3"));
        }
    }

    @Test
    void no_command_scores_bad_input() throws IOException {
        String file = file("bad.yaml", "model: dgimm@2021.1\nunit: {id: a, name: b}\nasOf: x\n");

        for (List<String> arguments :
                List.of(
                        List.of("score", file),
                        List.of("score", file, "--format", "json"),
                        List.of("score", file, "--format", "html"),
                        List.of("explain", file, "data"),
                        List.of("gap", file, "--target", "4"),
                        List.of("compare", file, Ran.GROWING),
                        List.of("compare", Ran.GROWING, file),
                        List.of("view", file, "--as", "nag"))) {
            Ran ran = Ran.in(Language.EN, arguments.toArray(String[]::new));

            assertThat(ran.code()).as(arguments.toString()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ran.out()).as(arguments.toString()).isEmpty();
            assertThat(ran.err()).contains(file + ":3:7 assessment.date");
        }
    }

    @Test
    void one_bad_file_among_several_ends_with_2_and_the_others_are_still_checked() {
        Ran ran = Ran.in(Language.EN, "validate", "gone.yaml", Ran.GROWING);

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).startsWith("gone.yaml file.missing ");
        assertThat(ran.out()).isEqualTo(Ran.GROWING + ": sound (assessment)\n");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_file_that_exists_is_replaced_only_when_asked(Language language) throws IOException {
        String out = file("out.txt", "old");

        Ran refused = Ran.in(language, "score", Ran.GROWING, "--out", out);

        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err())
                .isEqualTo(
                        switch (language) {
                            case ZH -> out + " 已存在，未予覆盖。请加 --force 或换一个文件名。\n";
                            case EN ->
                                    out
                                            + " exists already and is not overwritten. Use --force,"
                                            + " or another name.\n";
                        });
        assertThat(folder.resolve("out.txt")).hasContent("old");

        Ran forced = Ran.in(language, "score", Ran.GROWING, "--out", out, "--force");

        assertThat(forced.code()).isEqualTo(ExitCode.DONE);
        assertThat(forced.out()).contains(out);
        assertThat(Files.readString(folder.resolve("out.txt")))
                .isEqualTo(Ran.in(language, "score", Ran.GROWING).out());
    }

    @Test
    void a_file_that_cannot_be_written_ends_with_2() {
        String nowhere = folder.resolve("no/such/folder/out.txt").toString();

        Ran ran = Ran.in(Language.EN, "new", "dgimm", "--out", nowhere);

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).startsWith(nowhere + " cannot be written.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void assessments_of_two_models_are_not_compared(Language language) throws IOException {
        String nag =
                file("nag.yaml", "model: nag@2021.1\nunit: {id: a, name: b}\nasOf: 2026-11-22\n");

        Ran ran = Ran.in(language, "compare", Ran.GROWING, nag);

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("dgimm@2021.1", "nag@2021.1")
                .contains(language == Language.ZH ? "不是同一模型版本" : "different models");
    }

    @Test
    void a_model_without_levels_has_no_target_level() throws IOException {
        String nag =
                file("nag.yaml", "model: nag@2021.1\nunit: {id: a, name: b}\nasOf: 2026-11-22\n");

        Ran ran = Ran.in(Language.EN, "gap", nag, "--target", "4");

        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err()).startsWith("nag@2021.1 awards no levels");
    }

    @Test
    void an_installation_without_models_is_bad_input_and_no_defect() {
        for (List<String> arguments :
                List.of(
                        List.of("models"),
                        List.of("score", Ran.GROWING),
                        List.of("new", "dgimm"),
                        List.of("model", "show", "dgimm"),
                        List.of("validate", Ran.GROWING))) {
            Ran ran =
                    Ran.with(
                            folder.resolve("nowhere"),
                            Language.EN,
                            Ansi.OFF,
                            arguments.toArray(String[]::new));

            assertThat(ran.code()).as(arguments.toString()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ran.err()).containsPattern("no models in |Models at hand: none\\.");
        }
    }

    /// Breaks as soon as something is printed.
    private static final class BrokenWriter extends Writer {
        private final Throwable with;

        BrokenWriter(Throwable with) {
            this.with = with;
        }

        @Override
        public void write(char[] characters, int from, int length) {
            switch (with) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(with);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_defect_shows_a_reference_number_and_neither_message_nor_trace(Language language)
            throws IOException {
        for (Throwable defect :
                List.of(
                        new IllegalStateException("a secret 秘密 of ours"),
                        new StackOverflowError("a secret 秘密 of ours"))) {
            StringWriter err = new StringWriter();
            Session session =
                    new Session(
                            Golden.root(),
                            language,
                            new PrintWriter(new BrokenWriter(defect)),
                            new PrintWriter(err),
                            Ansi.OFF);

            int code = Main.run(session, "models");

            assertThat(code).isEqualTo(ExitCode.BUG);
            assertThat(err.toString())
                    .doesNotContain("secret", "秘密", "Exception", "Error", "\tat ")
                    .contains(language == Language.ZH ? "程序内部出错。编号 " : "Reference ");
            assertThat(err.toString().lines()).hasSize(1);
            Matcher log =
                    Pattern.compile("([0-9a-f]{8})\\b.*?(\\S*jieti-\\1-[0-9]+\\.log)")
                            .matcher(err.toString());
            assertThat(log.find()).isTrue();
            Path details = Path.of(log.group(2));
            assertThat(Files.readString(details)).contains("a secret 秘密 of ours", "\tat ");
            Files.delete(details);
        }
    }
}
