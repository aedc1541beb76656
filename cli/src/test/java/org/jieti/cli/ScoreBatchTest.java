package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jieti.catalog.batch.Progress;
import org.jieti.cli.Session.Overwriting;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class ScoreBatchTest {
    private static final Path SAMPLES = Golden.root().resolve("samples");
    private static final String UNITS = SAMPLES.resolve("batch/units.csv").toString();
    private static final String BAD =
            """
            unit,item,rating,value,measure_unit,reason
            u1,vision.policy.planning.1.1,met,,,
            u1,vision.policy.planning.1.2,good,,,
            """;

    @TempDir Path folder;

    private record Run(int code, String out, String err) {}

    private static Run batch(Language language, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Session session =
                new Session(
                        Golden.root(),
                        language,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Ansi.OFF);
        Stream<String> model =
                List.of(arguments).contains("--model")
                        ? Stream.of("score-batch")
                        : Stream.of("score-batch", "--model", "dgimm@2021.1");
        int code =
                Main.run(
                        session, Stream.concat(model, Stream.of(arguments)).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void the_sample_comes_out_as_it_was_reviewed() {
        Run csv = batch(Language.ZH, UNITS, "--format", "csv");
        assertThat(csv.err()).isEmpty();
        assertThat(csv.code()).isEqualTo(ExitCode.DONE);
        Golden.assertMatches("samples/batch/expected/units.csv", csv.out());
        Golden.assertMatches(
                "samples/batch/expected/units.ndjson",
                batch(Language.ZH, UNITS, "--format", "ndjson").out());
        Golden.assertMatches(
                "samples/batch/expected/units.zh.txt", batch(Language.ZH, UNITS).out());
        Golden.assertMatches(
                "samples/batch/expected/units.en.txt", batch(Language.EN, UNITS).out());
    }

    /// The table's first three units answer as the files of the other samples do.
    @Test
    void a_folder_and_a_table_of_the_same_answers_come_to_the_same_figures() {
        List<String> folder =
                batch(Language.ZH, SAMPLES.resolve("dgimm").toString(), "--format", "csv")
                        .out()
                        .lines()
                        .toList();
        List<String> table = batch(Language.ZH, UNITS, "--format", "csv").out().lines().toList();

        assertThat(folder).hasSize(4);
        for (String row : folder) {
            String figures = row.substring(0, row.lastIndexOf(',', row.lastIndexOf(',') - 1));
            assertThat(table).anyMatch(each -> each.startsWith(figures));
        }
    }

    @Test
    void both_encodings_come_to_the_same() throws IOException {
        String text = Files.readString(Path.of(UNITS));
        Path gb = Files.writeString(folder.resolve("gb.csv"), text, Charset.forName("GB18030"));
        Path marked = Files.writeString(folder.resolve("bom.csv"), "\uFEFF" + text);
        String expected = batch(Language.ZH, UNITS, "--format", "csv").out();

        assertThat(
                        batch(
                                        Language.ZH,
                                        gb.toString(),
                                        "--encoding",
                                        "gb18030",
                                        "--format",
                                        "csv")
                                .out())
                .isEqualTo(expected);
        assertThat(batch(Language.ZH, marked.toString(), "--format", "csv").out())
                .isEqualTo(expected);
        assertThat(batch(Language.ZH, gb.toString()).code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void the_form_follows_the_name_of_the_file() throws IOException {
        Path csv = folder.resolve("a.csv");
        Path html = folder.resolve("a.html");

        assertThat(batch(Language.EN, UNITS, "--out", csv.toString()).code()).isZero();
        assertThat(batch(Language.EN, UNITS, "--out", html.toString()).code()).isZero();

        assertThat(Files.readString(csv)).startsWith("unit,name,");
        assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>");
        assertThat(names()).containsExactly("a.csv", "a.html");
    }

    @Test
    void a_bad_row_leaves_an_existing_file_as_it_was() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), BAD);
        Path target = Files.writeString(folder.resolve("out.csv"), "before");

        Run run = batch(Language.EN, bad.toString(), "--out", target.toString(), "--force");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("bad.csv:3:31 assessment.rating.scale");
        assertThat(target).hasContent("before");
        assertThat(names()).containsExactly("bad.csv", "out.csv");
    }

    @Test
    void an_existing_file_is_replaced_only_when_asked() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "before");

        assertThat(batch(Language.EN, UNITS, "--out", target.toString()).code())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(target).hasContent("before");

        assertThat(batch(Language.EN, UNITS, "--out", target.toString(), "--force").code())
                .isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(target)).startsWith("unit,");
    }

    @Test
    void a_result_does_not_replace_its_own_input() throws IOException {
        Path input = Files.copy(Path.of(UNITS), folder.resolve("units.csv"));

        Run run = batch(Language.EN, input.toString(), "--out", input.toString(), "--force");

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(input).hasSameTextualContentAs(Path.of(UNITS));
    }

    @Test
    void what_cannot_be_done_is_bad_input() {
        assertThat(batch(Language.EN, "none.csv").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(batch(Language.EN, UNITS, "--weights", "none").err())
                .contains("weights.set.unknown");
        assertThat(batch(Language.EN, UNITS, "--preset", "none").err()).contains("preset.unknown");
        assertThat(batch(Language.EN, UNITS, "--model", "none").err()).contains("model.missing");
        assertThat(batch(Language.EN, UNITS, "--encoding", "latin1").code())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(
                        batch(
                                        Language.EN,
                                        UNITS,
                                        "--out",
                                        folder.resolve("no/such/out.csv").toString())
                                .code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void the_bar_of_a_terminal_names_the_stage_and_the_time_left() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        TerminalProgress progress =
                new TerminalProgress(
                        new Session(Golden.root(), Language.EN, nowhere, nowhere, Ansi.OFF),
                        new PrintStream(drawn, true, StandardCharsets.UTF_8));

        progress.start(Progress.Stage.SCORING, 2843);
        progress.advance(2843);
        progress.end();

        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .contains("Scoring", "2843/2843", "0:00:00 / 0:00:00");
    }

    @Test
    void a_file_that_is_not_kept_leaves_nothing() throws IOException {
        Path target = folder.resolve("out.csv");

        try (WholeFile file = new WholeFile(target, Overwriting.REFUSED)) {
            file.writer().write("half");
            file.writer().flush();
            assertThat(names()).singleElement().asString().endsWith(".part");
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void a_file_that_is_kept_appears_whole() throws IOException {
        Path target = folder.resolve("out.csv");

        try (WholeFile file = new WholeFile(target, Overwriting.REFUSED)) {
            file.writer().write("虚构");
            assertThat(target).doesNotExist();
            file.keep();
        }

        assertThat(Files.readString(target, StandardCharsets.UTF_8)).isEqualTo("虚构");
        assertThat(names()).containsExactly("out.csv");
    }
}
