package org.jieti.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieti.cli.Main;
import org.jieti.cli.Session;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/// `jieti score-index`.
class ScoreIndexCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder = Path.of("");

    private int run(Language language, String... arguments) {
        Session session =
                new Session(
                        Golden.root(),
                        language,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Ansi.OFF);
        return Main.run(session, arguments);
    }

    private static String sample(String file) {
        return Golden.root().resolve("samples").resolve(file).toString();
    }

    @Test
    void ranking_is_a_table_with_bands_and_whether_the_published_index_follows() {
        int code = run(Language.EN, "score-index", sample("gtmi/2022.csv"), "--model", "gtmi@2022");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("198 units, 198 scored")
                .containsPattern("1 +KOR +Korea, Rep\\. +0\\.991 +A Very high")
                .contains("The published index is reproduced for 198 units");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void edition_of_2008_is_said_not_to_be_reproducible_in_chinese() {
        int code = run(Language.ZH, "score-index", sample("egdi/2008.csv"), "--model", "egdi@2014");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("按本模型不能由分项重算出公布的指数")
                .contains("未参加调查")
                .contains("Cameroon");
    }

    @Test
    void json_holds_every_step_of_every_unit() {
        int code =
                run(
                        Language.EN,
                        "score-index",
                        sample("asem/raw.csv"),
                        "--model",
                        sample("asem/index.yaml"),
                        "--format",
                        "json");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("\"denominated\"", "\"imputed\"", "\"treated\"", "\"normalised\"")
                .contains("\"contribution\"", "\"treatment\" : \"winsorised\"", "\"rank\" : 51");
    }

    @Test
    void unsound_table_yields_findings_and_no_score() throws IOException {
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "unit,cgsi,psdi,dcei,gtei\nA,x,1,1,1\nA,1,1,1,1\n");

        int code = run(Language.EN, "score-index", table.toString(), "--model", "gtmi");

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("table.csv:2:2 table.number")
                .contains("table.csv:3:1 table.unit.duplicate");
    }

    @Test
    void index_model_is_refused_for_a_single_unit() throws IOException {
        Path assessment = folder.resolve("unit.yaml");
        Files.writeString(
                assessment,
                """
                model: gtmi@2022
                unit: {id: "1", name: 甲, region: "", peerGroup: ""}
                asOf: "2026-01-01"
                answers: {}
                """);

        int code = run(Language.EN, "score", assessment.toString());

        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("model.population-only");
    }

    @Test
    void form_follows_the_name_of_the_file() throws IOException {
        for (String name : new String[] {"a.csv", "a.html", "a.json", "a.ndjson", "a.jsonl"}) {
            int code =
                    run(
                            Language.EN,
                            "score-index",
                            sample("gtmi/2022.csv"),
                            "--model",
                            "gtmi@2022",
                            "--out",
                            folder.resolve(name).toString());
            assertThat(code).as(name).isZero();
        }

        assertThat(folder.resolve("a.csv")).content().startsWith("unit,name,rank,index,band");
        assertThat(folder.resolve("a.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(folder.resolve("a.json"))
                .content()
                .contains("urn:jieti:schema:population-result:1");
        assertThat(Files.readAllLines(folder.resolve("a.ndjson"))).hasSize(198);
        assertThat(folder.resolve("a.jsonl")).hasSameTextualContentAs(folder.resolve("a.ndjson"));
    }

    @Test
    void batch_of_an_index_model_says_what_score_index_says() {
        int batch =
                run(Language.EN, "score-batch", sample("gtmi/2022.csv"), "--model", "gtmi@2022");
        String said = out.toString();
        out.getBuffer().setLength(0);
        int index =
                run(Language.EN, "score-index", sample("gtmi/2022.csv"), "--model", "gtmi@2022");

        assertThat(batch).isZero();
        assertThat(index).isZero();
        assertThat(said).isEqualTo(out.toString()).contains("198 units, 198 scored");
    }

    @Test
    void batch_of_an_index_model_reads_answers_and_an_index_of_ones_own() throws IOException {
        Path answers = folder.resolve("answers.csv");
        Files.writeString(
                answers,
                """
                unit,item,rating,value,measure_unit,reason,name
                a,cgsi,,0.9,,,甲（虚构）
                a,psdi,,0.9,,,
                a,dcei,,0.7,,,
                a,gtei,,0.9,,,
                b,cgsi,,0.2,,,
                """);
        Path table = folder.resolve("ranking.csv");

        int code =
                run(
                        Language.ZH,
                        "score-batch",
                        answers.toString(),
                        "--model",
                        Golden.root().resolve("models/gtmi/2022/index.yaml").toString(),
                        "--out",
                        table.toString());

        assertThat(code).isZero();
        assertThat(Files.readAllLines(table).get(1)).startsWith("a,甲（虚构）,1,0.85");
        assertThat(Files.readAllLines(table).get(2)).startsWith("b,b,,,,,").contains("缺少：");
    }

    @Test
    void weights_and_presets_are_refused_with_an_index_model() {
        int code =
                run(
                        Language.EN,
                        "score-batch",
                        sample("gtmi/2022.csv"),
                        "--model",
                        "gtmi",
                        "--weights",
                        "equal");

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("gtmi is an index model");
    }

    @Test
    void table_is_never_overwritten_by_its_result() throws IOException {
        Path table = folder.resolve("table.csv");
        Files.copy(Path.of(sample("gtmi/2022.csv")), table);
        byte[] before = Files.readAllBytes(table);

        int code =
                run(
                        Language.EN,
                        "score-index",
                        table.toString(),
                        "--model",
                        "gtmi",
                        "--out",
                        table.toString(),
                        "--force");

        assertThat(code).isEqualTo(3);
        assertThat(table).hasBinaryContent(before);
    }
}
