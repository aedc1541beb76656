package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.format.Schemas;
import org.jieti.catalog.source.Sources;
import org.jieti.catalog.source.Value;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Help.Ansi;

/// `model diff`, `model export`, `model import`, and models from a folder of one's own.
class ModelCommandsTest {
    private static final Path HOME = Golden.root();
    private static final Path OWN = HOME.resolve("samples/variants");
    private static final String VARIANT = OWN.resolve("port-city/2026.1/model.yaml").toString();

    @TempDir private Path folder;

    private record Run(int code, String out, String err) {}

    private static Run run(Language language, List<Path> models, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Session session =
                new Session(
                        HOME,
                        models,
                        language,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Ansi.OFF);
        int code = Main.run(session, arguments);
        return new Run(code, out.toString(), err.toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_variant_is_shown_by_its_difference_to_its_base(Language language) {
        Run run = run(language, List.of(), "model", "diff", "dgimm@2021.1", VARIANT);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        Golden.assertMatches(
                "samples/variants/expected/port-city.diff."
                        + (language == Language.ZH ? "zh" : "en")
                        + ".txt",
                run.out());
    }

    @Test
    void a_difference_comes_as_json() {
        Run run =
                run(
                        Language.EN,
                        List.of(OWN),
                        "model",
                        "diff",
                        "dgimm",
                        "port-city",
                        "--format",
                        "json");

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        Golden.assertMatches("samples/variants/expected/port-city.diff.json", run.out());
        Path file = HOME.resolve("samples/variants/expected/port-city.diff.json");
        Findings findings = new Findings();
        Value json = Sources.read(file, file.toString(), findings);
        assertThat(json).isNotNull();
        if (json != null) {
            Schemas.check(json, "model-diff.v1", findings);
        }
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void models_that_are_the_same_do_not_differ() {
        assertThat(run(Language.EN, List.of(), "model", "diff", "nag", "nag@2021.1").out())
                .endsWith("The models do not differ.\n");
    }

    @Test
    void a_model_that_is_not_there_is_bad_input() {
        Run run = run(Language.EN, List.of(), "model", "diff", "dgimm", "port-city");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("port-city model.missing");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_result_under_a_variant_says_so(Language language) {
        Run run = run(language, List.of(OWN), "score", OWN.resolve("port-city.yaml").toString());

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains(
                        language == Language.ZH
                                ? "本地变体，基于 dgimm@2021.1"
                                : "local variant of dgimm@2021.1");
    }

    /// Text, JSON, page, batch and overview: whoever reads one knows that this is not DGIMM, and
    /// where it differs.
    @Test
    void every_result_under_a_variant_shows_its_difference() throws IOException {
        Path units = Files.createDirectories(folder.resolve("units"));
        Files.copy(OWN.resolve("port-city.yaml"), units.resolve("port-city.yaml"));
        String file = OWN.resolve("port-city.yaml").toString();
        List<String[]> commands =
                List.of(
                        new String[] {"score", file},
                        new String[] {"score", file, "--format", "html"},
                        new String[] {"score-batch", units.toString(), "--model", "port-city"},
                        new String[] {
                            "score-batch",
                            units.toString(),
                            "--model",
                            "port-city",
                            "--format",
                            "html"
                        },
                        new String[] {"model", "show", "port-city"});
        for (String[] command : commands) {
            Run run = run(Language.EN, List.of(OWN), command);
            assertThat(run.code()).as(String.join(" ", command)).isEqualTo(ExitCode.DONE);
            assertThat(run.out())
                    .as(String.join(" ", command))
                    .contains("local variant of dgimm@2021.1", "Differs from dgimm@2021.1")
                    .contains(
                            "added data.open.shipping", "removed application.release.replication");
        }
        assertThat(run(Language.EN, List.of(OWN), "score", file, "--format", "json").out())
                .contains("\"extends\" : \"dgimm@2021.1\"", "\"at\" : \"data.open.shipping\"");
    }

    /// DGIMM's links hold for the variant where it asks the same: it has no replication, to which
    /// one of ODMM's criteria is linked.
    @Test
    void a_variant_is_seen_through_other_models_by_the_links_of_its_base() {
        String variant = OWN.resolve("port-city.yaml").toString();
        String published = HOME.resolve("samples/dgimm/growing-city.yaml").toString();
        String odmm = HOME.resolve("samples/odmm/river-city.yaml").toString();

        Run one = run(Language.EN, List.of(OWN), "view", variant, "--as", "odmm");
        Run other = run(Language.EN, List.of(OWN), "view", published, "--as", "odmm");
        Run back = run(Language.EN, List.of(OWN), "view", odmm, "--as", "port-city");

        assertThat(one.code()).isEqualTo(ExitCode.DONE);
        assertThat(one.out())
                .startsWith("port-city@2026.1 seen through odmm@2021.1")
                .contains("strategy.direction.plan ← vision.policy.planning.2.1")
                .doesNotContain("Innovative applications replicated");
        assertThat(other.out()).contains("Innovative applications replicated");
        assertThat(back.out())
                .startsWith("odmm@2021.1 seen through port-city@2026.1")
                .contains("local variant of dgimm@2021.1")
                .contains("platform.bigdata.decision.4 ← data.analytics.decision");
    }

    @Test
    void a_variant_is_shown_and_validated_from_its_file() {
        assertThat(run(Language.EN, List.of(), "model", "show", VARIANT, "data.open.shipping"))
                .returns(ExitCode.DONE, Run::code)
                .extracting(Run::out)
                .asString()
                .contains("Open shipping data");
        assertThat(run(Language.EN, List.of(), "validate", VARIANT))
                .returns(ExitCode.DONE, Run::code)
                .extracting(Run::out)
                .asString()
                .endsWith(": sound (local variant)\n");
    }

    @Test
    void folders_of_models_come_from_the_option_or_the_environment() {
        assertThat(Main.models(new String[] {"models", "--models", "a"}, Map.of()))
                .containsExactly(Path.of("a"));
        assertThat(Main.models(new String[] {"models", "--models=a"}, Map.of("JIETI_MODELS", "b")))
                .containsExactly(Path.of("a"));
        assertThat(
                        Main.models(
                                new String[] {"models"},
                                Map.of("JIETI_MODELS", "b" + File.pathSeparator + "c")))
                .containsExactly(Path.of("b"), Path.of("c"));
        assertThat(Main.models(new String[] {"models"}, Map.of())).isEmpty();
        assertThat(run(Language.EN, List.of(Path.of("nowhere")), "models"))
                .returns(ExitCode.BAD_INPUT, Run::code);
        assertThat(run(Language.EN, List.of(OWN), "models").out()).contains("port-city@2026.1");
    }

    @Test
    void a_model_goes_out_to_a_workbook_and_comes_back_the_same() throws IOException {
        String workbook = folder.resolve("m.xlsx").toString();
        String own = folder.resolve("own/nag/2021.1").toString();

        assertThat(
                        run(
                                Language.ZH,
                                List.of(),
                                "model",
                                "export",
                                "nag",
                                "--xlsx",
                                "--out",
                                workbook))
                .returns(ExitCode.DONE, Run::code);
        assertThat(run(Language.ZH, List.of(), "model", "import", workbook, "--out", own))
                .returns(ExitCode.DONE, Run::code);
        assertThat(
                        run(
                                Language.EN,
                                List.of(),
                                "model",
                                "diff",
                                "nag",
                                folder.resolve("own/nag/2021.1/model.yaml").toString()))
                .returns(ExitCode.DONE, Run::code)
                .extracting(Run::out)
                .asString()
                .endsWith("The models do not differ.\n");
        assertThat(Files.exists(folder.resolve("own/nag/2021.1/clauses.yaml"))).isTrue();
    }

    @Test
    void nothing_is_overwritten_unasked_and_nothing_is_written_on_bad_input() throws IOException {
        Path workbook = Files.writeString(folder.resolve("m.xlsx"), "no workbook");

        assertThat(
                        run(
                                Language.EN,
                                List.of(),
                                "model",
                                "export",
                                "nag",
                                "--xlsx",
                                "--out",
                                workbook.toString()))
                .returns(ExitCode.REFUSED, Run::code);
        assertThat(run(Language.EN, List.of(), "model", "export", "nag"))
                .returns(ExitCode.BAD_INPUT, Run::code);
        Run run =
                run(
                        Language.EN,
                        List.of(),
                        "model",
                        "import",
                        workbook.toString(),
                        "--out",
                        folder.resolve("x").toString());
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("workbook.format");
        assertThat(Files.exists(folder.resolve("x"))).isFalse();
    }

    @Test
    void the_second_workbook_of_an_import_may_not_be_mixed_into_the_first() throws IOException {
        String workbook = folder.resolve("m.xlsx").toString();
        Path taken = Files.createDirectories(folder.resolve("taken/domains")).getParent();
        run(Language.EN, List.of(), "model", "export", "odmm", "--xlsx", "--out", workbook);

        assertThat(
                        run(
                                Language.EN,
                                List.of(),
                                "model",
                                "import",
                                workbook,
                                "--out",
                                String.valueOf(taken)))
                .returns(ExitCode.REFUSED, Run::code);
    }
}
