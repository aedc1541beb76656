package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jieti.core.model.WeightSpread;
import org.jieti.core.result.ScoringInput;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command `robustness`, on samples; with few runs, for time.
class RobustnessTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ASEM = Golden.root().resolve("samples/asem/raw.csv").toString();
    private static final String ASEM_INDEX =
            Golden.root().resolve("samples/asem/index.yaml").toString();
    private static final String MANY = Golden.root().resolve("samples/batch/units.csv").toString();
    private static final String EXPECTED = "samples/dgimm/expected/growing-city.robustness.";

    @TempDir private Path folder = Path.of("");

    private static Ran run(Language language, String input, String... options) {
        List<String> arguments = new ArrayList<>(List.of("robustness", input));
        arguments.addAll(List.of(options));
        return Ran.in(language, arguments.toArray(String[]::new));
    }

    private static String done(Language language, String input, String... options) {
        List<String> all = new ArrayList<>(List.of("--runs", "1000"));
        all.addAll(List.of(options));
        Ran ran = run(language, input, all.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        return ran.out();
    }

    @Test
    void the_sample_comes_out_as_reviewed() {
        Golden.assertMatches(EXPECTED + "zh.txt", done(Language.ZH, Ran.GROWING));
        Golden.assertMatches(EXPECTED + "en.txt", done(Language.EN, Ran.GROWING));
    }

    @Test
    void the_same_seed_gives_the_same_bits_on_any_threads_and_another_seed_others() {
        String one = done(Language.EN, MANY, "--model", "dgimm", "--format", "json");
        assertThat(
                        done(
                                Language.EN,
                                MANY,
                                "--model",
                                "dgimm",
                                "--format",
                                "json",
                                "--threads",
                                "3"))
                .isEqualTo(one);
        assertThat(done(Language.EN, MANY, "--model", "dgimm", "--format", "json", "--seed", "2"))
                .isNotEqualTo(one);
    }

    @Test
    void the_point_is_what_score_says_and_the_runs_at_all_levels_are_all_runs() {
        JsonNode unit =
                JSON.readTree(done(Language.EN, Ran.GROWING, "--format", "json")).at("/units/0");
        JsonNode score =
                JSON.readTree(Ran.in(Language.EN, "score", Ran.GROWING, "--format", "json").out());

        assertThat(unit.at("/total/point").asDouble())
                .isCloseTo(score.at("/overall/score/now").asDouble(), within(1e-12));
        assertThat(unit.at("/levels/point").asInt()).isEqualTo(score.at("/overall/level").asInt());
        int runs = 0;
        for (JsonNode each : unit.at("/levels/runs")) {
            runs += each.asInt();
        }
        assertThat(runs).isEqualTo(1000);
    }

    /// What experts said goes into the file of weights, and from there into the runs: weights drawn
    /// from Dirichlet(c · w) make of the total T = Σ w·C, with the scores C of the domains, a mean
    /// of T and a variance of (Σ w·C² − T²) / (c + 1).
    @Test
    void weights_that_experts_gave_spread_as_the_experts_do() {
        String weights = folder.resolve("weights.yaml").toString();
        String statements = Golden.root().resolve("samples/weights/ahp-domains.yaml").toString();
        assertThat(Ran.in(Language.EN, "weigh", "ahp", statements, "--out", weights).code())
                .isEqualTo(ExitCode.DONE);
        WeightSet set =
                switch (new Catalog(Golden.root().resolve("models"))
                        .scoringInput(Path.of(Ran.GROWING), weights, null)) {
                    case Parsed.Ok<ScoringInput> ok -> ok.value().weights();
                    case Parsed.Invalid<ScoringInput> invalid ->
                            throw new AssertionError(invalid.findings());
                };
        WeightSpread spread = Objects.requireNonNull(set.spread());
        double concentration =
                Objects.requireNonNull(Objects.requireNonNull(spread.under(null)).concentration());

        JsonNode result =
                JSON.readTree(
                        run(
                                        Language.EN,
                                        Ran.GROWING,
                                        "--weights",
                                        weights,
                                        "--spread",
                                        "experts",
                                        "--doubt",
                                        "0",
                                        "--runs",
                                        "20000",
                                        "--format",
                                        "json")
                                .out());

        assertThat(result.at("/factors")).hasSize(1);
        JsonNode unit = result.at("/units/0");
        double total = 0;
        double squares = 0;
        for (JsonNode part : unit.at("/parts")) {
            double weight = set.weight(new NodeId(part.at("/id").asString()));
            double score = part.at("/score/point").asDouble();
            assertThat(part.at("/score/deviation").asDouble()).isZero();
            total += weight * score;
            squares += weight * score * score;
        }
        double deviation = Math.sqrt((squares - total * total) / (concentration + 1));
        assertThat(unit.at("/total/point").asDouble()).isCloseTo(total, within(1e-9));
        assertThat(unit.at("/total/mean").asDouble())
                .isCloseTo(total, within(4 * deviation / Math.sqrt(20000)));
        // The standard error of a deviation is about its 1/√(2n): 0.5 %.
        assertThat(unit.at("/total/deviation").asDouble())
                .isCloseTo(deviation, within(0.02 * deviation));
    }

    @Test
    void weights_behind_which_no_experts_stand_do_not_spread_so() {
        assertThat(run(Language.EN, Ran.GROWING, "--spread", "experts", "--doubt", "0").code())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void json_of_a_unit_of_many_and_of_an_index_fits_its_schema() throws IOException {
        Fits.schema(done(Language.EN, Ran.GROWING, "--format", "json"), "robustness.v1", folder);
        Fits.schema(
                done(Language.EN, MANY, "--model", "dgimm", "--format", "json"),
                "robustness.v1",
                folder);
        Fits.schema(
                done(Language.EN, ASEM, "--model", ASEM_INDEX, "--format", "json"),
                "robustness.v1",
                folder);
    }

    @Test
    void the_page_needs_nothing_from_elsewhere_and_keeps_to_its_language() {
        assertThat(done(Language.ZH, MANY, "--model", "dgimm", "--format", "html"))
                .contains("lang=\"zh-CN\"", "谁可能与谁互换")
                .doesNotContain("http");
        assertThat(done(Language.EN, MANY, "--model", "dgimm", "--format", "html"))
                .contains("lang=\"en\"", "Who may change places with whom")
                .doesNotContain("http", "谁可能");
    }

    @Test
    void it_goes_on_until_the_standard_error_is_reached() {
        JsonNode plan =
                JSON.readTree(
                                run(
                                                Language.EN,
                                                Ran.GROWING,
                                                "--stderr",
                                                "0.012",
                                                "--format",
                                                "json")
                                        .out())
                        .at("/plan");

        // p = 1/2 needs (0.5 / 0.012)² ≈ 1,736 runs; it is looked at after 1,000 and 2,000.
        assertThat(plan.at("/runs").asInt()).isEqualTo(2000);
        assertThat(plan.at("/complete").asBoolean()).isTrue();
        assertThat(plan.at("/largestStandardError").asDouble()).isLessThanOrEqualTo(0.012);
    }

    @Test
    void what_is_no_use_is_refused_with_the_bounds() {
        Ran few = run(Language.EN, Ran.GROWING, "--runs", "10");
        assertThat(few.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(few.err()).contains("1000");
        assertThat(run(Language.EN, Ran.GROWING, "--stderr", "2").code())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(Language.EN, Ran.GROWING, "--threads", "0").code())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run(Language.ZH, Ran.GROWING, "--spread", "0", "--doubt", "0").code())
                .isEqualTo(ExitCode.REFUSED);
    }
}
