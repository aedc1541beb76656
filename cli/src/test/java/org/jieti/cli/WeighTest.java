package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jieti.core.elicitation.Method;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `weigh` makes weight sets that `score` takes, with reports in three forms.
class WeighTest {
    private static final Path SAMPLES = Golden.root().resolve("samples/weights");

    @TempDir private Path folder;

    private static String sample(String file) {
        return SAMPLES.resolve(file).toString();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ahp ahp-domains.yaml",
                "ahp ahp-tree.csv",
                "best-worst best-worst.yaml",
                "delphi delphi.yaml",
                "budget budget.csv",
                "direct direct.yaml",
                "ranking ranking.csv",
                "entropy districts.csv",
                "critic districts.csv",
                "deviation districts.csv",
                "gini districts.csv",
                "merec districts.csv"
            })
    void every_sample_weighs_as_reviewed_and_scores(String sample) throws IOException {
        String method = sample.substring(0, sample.indexOf(' '));
        String input = sample.substring(sample.indexOf(' ') + 1);
        String name = input.substring(0, input.lastIndexOf('.')) + "." + method;
        for (Language language : Language.values()) {
            Path out = folder.resolve(language + ".yaml");
            Ran ran =
                    Ran.in(
                            language,
                            "weigh",
                            method,
                            sample(input),
                            "--model",
                            "dgimm",
                            "--out",
                            out.toString());

            assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
            Golden.assertMatches(
                    "samples/weights/expected/%s.%s.txt"
                            .formatted(name, language == Language.ZH ? "zh" : "en"),
                    ran.out().substring(ran.out().indexOf('\n') + 1));
            Golden.assertMatches(
                    "samples/weights/expected/" + name + ".yaml", Files.readString(out));
            assertThat(Ran.in(language, "validate", out.toString()).code())
                    .isEqualTo(ExitCode.DONE);
            assertThat(Ran.in(language, "score", Ran.GROWING, "--weights", out.toString()).code())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void a_poor_ratio_travels_with_the_result_in_every_form() throws IOException {
        String weights = sample("expected/ahp-domains.ahp.yaml");

        Ran text = Ran.in(Language.EN, "score", Ran.GROWING, "--weights", weights);
        Ran chinese = Ran.in(Language.ZH, "score", Ran.GROWING, "--weights", weights);
        Ran json =
                Ran.in(Language.EN, "score", Ran.GROWING, "--weights", weights, "--format", "json");
        Ran html =
                Ran.in(Language.EN, "score", Ran.GROWING, "--weights", weights, "--format", "html");

        String verdict =
                "1 of 4 consistency figures are above their limits; the highest: CR"
                        + " (alonso-lamata-2006) 0.150, E2, Domains.";
        assertThat(text.out()).contains(verdict);
        assertThat(chinese.out()).contains("4 项一致性指标中有 1 项超过限值");
        assertThat(html.out()).contains(verdict);
        Path table =
                file(
                        "units.csv",
                        """
                        unit,item,rating,value,measure_unit,reason
                        u1,data.open.access.2,met,,,
                        """);
        assertThat(
                        Ran.in(
                                        Language.EN,
                                        "score-batch",
                                        table.toString(),
                                        "--model",
                                        "dgimm",
                                        "--weights",
                                        weights,
                                        "--format",
                                        "html")
                                .out())
                .contains(verdict);
        assertThat(json.out())
                .contains(
                        "\"consistency\" : {",
                        "\"judged\" : 4",
                        "\"above\" : 1",
                        "\"table\" : \"alonso-lamata-2006\"");
    }

    @Test
    void a_set_of_which_only_the_weights_are_known_says_nothing_of_consistency() {
        Ran json = Ran.in(Language.EN, "score", Ran.GROWING, "--format", "json");

        assertThat(json.out()).contains("\"consistency\" : null");
        assertThat(Ran.in(Language.EN, "score", Ran.GROWING).out()).doesNotContain("consistency");
    }

    @Test
    void the_report_comes_as_json_that_scores_and_as_a_page_that_needs_nothing()
            throws IOException {
        Path json = folder.resolve("w.json");
        Ran written =
                Ran.in(
                        Language.EN,
                        "weigh",
                        "ahp",
                        sample("ahp-domains.yaml"),
                        "--format",
                        "json",
                        "--report",
                        json.toString());
        Ran html =
                Ran.in(Language.ZH, "weigh", "ahp", sample("ahp-domains.yaml"), "--format", "html");

        assertThat(written.code()).isEqualTo(ExitCode.DONE);
        assertThat(Ran.in(Language.EN, "score", Ran.GROWING, "--weights", json.toString()).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(html.out())
                .contains("<!DOCTYPE html>", "成长市（虚构）层次分析法权重", "宜复核", "最值得复核的判断")
                .doesNotContain("http:", "https:", "<script", "src=");
    }

    @Test
    void the_whole_record_weighs_again_to_the_same_weights() throws IOException {
        String set = Files.readString(SAMPLES.resolve("expected/ahp-domains.ahp.yaml"));
        String statements = set.substring(set.indexOf("statements:"), set.indexOf("consistency:"));
        Path again =
                file(
                        "again.yaml",
                        """
                        weighing: ahp
                        model: dgimm@2021.1
                        weightSet: again
                        experts: [{id: E1, voice: 2}, {id: E2}, {id: E3}]
                        groups:
                          -
                        """
                                + "      "
                                + statements.stripTrailing()
                                + "\n");
        Path out = folder.resolve("again-set.yaml");

        Ran ran = Ran.in(Language.EN, "weigh", "ahp", again.toString(), "--out", out.toString());

        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
        String weights = "weights:";
        assertThat(between(Files.readString(out), weights, "record:"))
                .isEqualTo(between(set, weights, "record:"));
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    private void assertRefused(String rule, String method, Path file) {
        for (Language language : Language.values()) {
            Ran ran = Ran.in(language, "weigh", method, file.toString(), "--model", "dgimm");

            assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ran.err()).contains(rule).doesNotContain("{0}", "Exception");
            assertThat(ran.out()).isEmpty();
        }
    }

    @Test
    void limits_that_leave_no_weights_are_refused_with_what_contradicts() throws IOException {
        Path file =
                file(
                        "direct.yaml",
                        """
                        weighing: direct
                        model: dgimm@2021.1
                        weightSet: mine
                        groups:
                          - statements:
                              - expert: E1
                                limits: {value: [0.6, 0.7], data: [0.5, 0.6], vision: [0, 0.1]}
                        """);

        assertRefused("weighing.limits.contradiction", "direct", file);
        assertThat(Ran.in(Language.EN, "weigh", "direct", file.toString()).err())
                .contains("value in [0.6, 0.7]; data in [0.5, 0.6]")
                .doesNotContain("vision in");
    }

    @Test
    void data_from_which_no_weights_follow_are_refused() throws IOException {
        String head = "unit,vision.policy,vision.institution\n";

        assertRefused(
                "weighing.columns.constant", "entropy", file("a.csv", head + "u,5,3\nv,5,3\n"));
        assertRefused(
                "weighing.columns.alike", "critic", file("b.csv", head + "u,1,2\nv,2,4\nw,3,6\n"));
        assertRefused("weighing.column.unfit", "merec", file("c.csv", head + "u,1,0\nv,2,4\n"));
    }

    @Test
    void medians_that_are_all_0_are_refused() throws IOException {
        assertRefused(
                "weighing.delphi.nothing",
                "delphi",
                file(
                        "d.csv",
                        """
                        expert,node,share
                        1,operation.system,1
                        1,operation.capability,0
                        1,operation.mode,0
                        2,operation.system,0
                        2,operation.capability,1
                        2,operation.mode,0
                        3,operation.system,0
                        3,operation.capability,0
                        3,operation.mode,1
                        """));
    }

    @Test
    void a_random_index_table_that_is_none_or_too_short_is_refused() throws IOException {
        Ran unknown =
                Ran.in(
                        Language.EN,
                        "weigh",
                        "ahp",
                        sample("ahp-domains.yaml"),
                        "--random-index",
                        "mine");

        assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unknown.err()).contains("weighing.index.unknown", "saaty-1980");
    }

    @Test
    void usage_that_is_wrong_is_told() {
        assertThat(Ran.in(Language.EN, "weigh").err()).contains("METHOD");
        assertThat(Ran.in(Language.EN, "weigh", "ahp").err()).contains("STATEMENTS");
        assertThat(Ran.in(Language.EN, "weigh", "guess", "x.yaml").err()).contains("best-worst");
        assertThat(Ran.in(Language.EN, "weigh", "template", "entropy", "dgimm", "--out", "x").err())
                .contains("entropy");
        assertThat(Ran.in(Language.EN, "weigh", "template", "ahp", "dgimm").err())
                .contains("--out");
        assertThat(
                        Ran.in(
                                        Language.EN,
                                        "weigh",
                                        "template",
                                        "ahp",
                                        "dgimm",
                                        "nowhere",
                                        "--out",
                                        "x.xlsx")
                                .err())
                .contains("nowhere");
    }

    @Test
    void a_template_is_written_for_the_domains_for_a_node_or_for_all() throws IOException {
        for (String node : List.of("dgimm", "data", "data.open")) {
            Path out = folder.resolve(node + ".xlsx");

            Ran ran =
                    Ran.in(
                            Language.ZH,
                            "weigh",
                            "template",
                            Method.AHP.id(),
                            "dgimm",
                            node,
                            "--experts",
                            "1",
                            "--out",
                            out.toString());

            assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
            assertThat(Files.size(out)).isGreaterThan(3000);
        }
        Path all = folder.resolve("all.xlsx");
        assertThat(
                        Ran.in(
                                        Language.EN,
                                        "weigh",
                                        "template",
                                        "budget",
                                        "dgimm",
                                        "--out",
                                        all.toString())
                                .code())
                .isEqualTo(ExitCode.DONE);
        assertThat(Ran.in(Language.EN, "weigh", "budget", all.toString()).err())
                .contains("weighing.nothing");
    }
}
