package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command does what it is for, in both languages.
class CommandsTest {
    private final Path folder;

    CommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<String> line(String... arguments) {
        return List.of(arguments);
    }

    static List<List<String>> commandLines() {
        return List.of(
                line("models"),
                line("model", "show", "dgimm"),
                line("model", "show", "dgimm@2021.1"),
                line("model", "show", "nag"),
                line("model", "show", "dgimm", "data"),
                line("model", "show", "dgimm", "data.open"),
                line("model", "show", "dgimm", "data.open.access.3"),
                line("model", "show", "dgimm", "platform.green.pue.4"),
                line("model", "diff", "dgimm", "dgimm"),
                line("validate", Ran.STARTING, Ran.GROWING, Ran.LEADING),
                line("new", "dgimm"),
                line("new", "nag"),
                line("score", Ran.STARTING),
                line("score", Ran.GROWING, "--weights", "value-30", "--preset", "staged"),
                line("score", Ran.LEADING, "--preset", "band"),
                line("score", Ran.GROWING, "--format", "json"),
                line("score", Ran.GROWING, "--format", "html"),
                line("explain", Ran.GROWING, "data"),
                line("explain", Ran.GROWING, "data.open"),
                line("explain", Ran.GROWING, "data.open.access"),
                line("explain", Ran.GROWING, "data.open.access.3"),
                line("explain", Ran.GROWING, "platform.green.pue.4"),
                line("gap", Ran.GROWING, "--target", "4"),
                line("gap", Ran.GROWING, "--target", "IV"),
                line("gap", Ran.GROWING, "--target", "data=IV,platform=III"),
                line("compare", Ran.STARTING, Ran.LEADING),
                line("compare", Ran.GROWING, Ran.GROWING),
                line("view", Ran.GROWING, "--as", "nag"),
                line("completion"));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void a_command_does_its_work_in_both_languages(List<String> arguments) {
        Ran zh = Ran.in(Language.ZH, arguments.toArray(String[]::new));
        Ran en = Ran.in(Language.EN, arguments.toArray(String[]::new));

        for (Ran ran : List.of(zh, en)) {
            assertThat(ran.err()).isEmpty();
            assertThat(ran.code()).isEqualTo(ExitCode.DONE);
            assertThat(ran.out()).isNotBlank().doesNotContain("\u001b").endsWith("\n");
        }
        if (arguments.contains("json") || arguments.contains("completion")) {
            assertThat(en.out()).isEqualTo(zh.out());
            return;
        }
        assertThat(zh.out()).containsPattern("\\p{IsHan}").isNotEqualTo(en.out());
        if (!arguments.contains("html")) {
            assertThat(zh.out() + en.out())
                    .doesNotContainPattern("\\{[0-9]}")
                    .doesNotContain("null", "@|", "|@");
        }
    }

    @Test
    void english_output_holds_no_chinese_but_what_the_unit_wrote() {
        for (List<String> arguments :
                List.of(
                        line("models"),
                        line("model", "show", "dgimm"),
                        line("model", "show", "dgimm", "data"),
                        line("new", "dgimm"))) {
            Ran ran = Ran.in(Language.EN, arguments.toArray(String[]::new));

            assertThat(ran.out()).doesNotContainPattern("\\p{IsHan}|[，。：；（）]");
        }
        assertThat(Ran.in(Language.EN, "score", Ran.GROWING).out().lines().skip(1))
                .noneMatch(line -> line.matches(".*\\p{IsHan}.*"));
    }

    @Test
    void score_says_level_reason_and_what_blocks_the_next() {
        Ran zh = Ran.in(Language.ZH, "score", Ran.GROWING);
        Ran en = Ran.in(Language.EN, "score", Ran.GROWING);

        assertThat(zh.out()).contains("成长市（虚构）数据局", "总体等级", "完成率", "阻碍", "非官方发布");
        assertThat(en.out()).contains("Overall level", "coverage", "What blocks", "no official");
    }

    @Test
    void explain_shows_question_anchors_and_evidence_of_a_criterion() {
        Ran ran = Ran.in(Language.EN, "explain", Ran.GROWING, "data.open.access.3");

        assertThat(ran.out())
                .contains(
                        "Does the open-data platform serve its main open data through APIs?",
                        "Mostly met: ",
                        "Evidence: ",
                        "Figure 6 puts it at IV");
    }

    @Test
    void gap_to_a_level_and_to_the_same_level_for_every_domain_are_one() {
        String everywhere =
                "vision=4,construction=4,operation=4,data=4,platform=4,application=4,value=4";

        assertThat(Ran.in(Language.EN, "gap", Ran.GROWING, "--target", everywhere).out())
                .isEqualTo(Ran.in(Language.EN, "gap", Ran.GROWING, "--target", "IV").out());
    }

    @Test
    void compare_of_an_assessment_with_itself_shows_that_nothing_moved() {
        assertThat(Ran.in(Language.EN, "compare", Ran.GROWING, Ran.GROWING).out())
                .contains("Nothing moved.");
        assertThat(Ran.in(Language.ZH, "compare", Ran.GROWING, Ran.GROWING).out()).contains("没有变化");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void demo_scores_the_sample_and_writes_its_report(Language language) throws IOException {
        Path report = folder.resolve("demo.html");

        Ran ran = Ran.in(language, "demo", "--out", report.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains(report.toString());
        assertThat(Files.readString(report)).startsWith("<!DOCTYPE html>").contains("成长市");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void validate_of_the_shipped_model_is_sound_with_warnings_of_heavy_criteria(Language language) {
        String file = Golden.root().resolve("models/dgimm/2021.1/model.yaml").toString();

        Ran ran = Ran.in(language, "validate", file);

        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out())
                .isEqualTo(file + (language == Language.ZH ? "：有效（模型）\n" : ": sound (model)\n"));
        assertThat(ran.err().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches(".*:[0-9]+:[0-9]+ model\\.criterion\\.heavy .*"));
    }

    @Test
    void validate_names_the_kind_of_every_file() {
        Path models = Golden.root().resolve("models");

        Ran ran =
                Ran.in(
                        Language.EN,
                        "validate",
                        Ran.GROWING,
                        models.resolve("dgimm/2021.1/weights/value-30.yaml").toString(),
                        models.resolve("dgimm/2021.1/clauses.yaml").toString(),
                        models.resolve("crosswalk.yaml").toString());

        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out())
                .containsSubsequence(
                        ": sound (assessment)",
                        ": sound (weight set)",
                        ": sound (list of clauses)",
                        ": sound (crosswalk)");
    }

    @Test
    void json_on_the_command_line_is_what_the_file_gets() throws IOException {
        Path file = folder.resolve("result.json");

        Ran.in(Language.EN, "score", Ran.GROWING, "--format", "json", "--out", file.toString());

        assertThat(Files.readString(file))
                .isEqualTo(Ran.in(Language.EN, "score", Ran.GROWING, "--format", "json").out());
    }

    @Test
    void the_completion_script_is_sound_and_offers_what_there_is() throws Exception {
        String script = Ran.in(Language.ZH, "completion").out();
        Path file = Files.writeString(folder.resolve("completion.bash"), script);

        Process bash =
                new ProcessBuilder("bash", "-n", file.toString()).redirectErrorStream(true).start();
        String complaints =
                new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(complaints).isEmpty();
        assertThat(bash.exitValue()).isZero();
        assertThat(script)
                .contains("score", "explain", "--preset", "--format", "json", "--lang", "zh");
    }
}
