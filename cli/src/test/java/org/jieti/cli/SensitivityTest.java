package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `sensitivity`, on samples; with few base samples, for time.
class SensitivityTest {
    private static final String ASEM = Golden.root().resolve("samples/asem/raw.csv").toString();
    private static final String ASEM_INDEX =
            Golden.root().resolve("samples/asem/index.yaml").toString();
    private static final String MANY = Golden.root().resolve("samples/batch/units.csv").toString();
    private static final String EXPECTED = "samples/dgimm/expected/growing-city.sensitivity.";

    @TempDir private Path folder = Path.of("");

    private static Ran run(Language language, String input, String... options) {
        List<String> arguments = new ArrayList<>(List.of("sensitivity", input));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--samples", "64", "--bootstrap", "40"));
        return Ran.in(language, arguments.toArray(String[]::new));
    }

    private static String done(Language language, String input, String... options) {
        Ran ran = run(language, input, options);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        return ran.out();
    }

    @Test
    void the_sample_comes_out_as_reviewed() {
        String[] options = {"--presets", "all"};
        Golden.assertMatches(EXPECTED + "zh.txt", done(Language.ZH, Ran.GROWING, options));
        Golden.assertMatches(EXPECTED + "en.txt", done(Language.EN, Ran.GROWING, options));
        Golden.assertMatches(
                EXPECTED + "json",
                done(Language.ZH, Ran.GROWING, "--presets", "all", "--format", "json"));
    }

    @Test
    void an_index_comes_out_as_reviewed() {
        Golden.assertMatches(
                "samples/asem/expected/sensitivity.en.txt",
                done(
                        Language.EN,
                        ASEM,
                        "--model",
                        ASEM_INDEX,
                        "--aggregations",
                        "arithmetic-mean,geometric-mean",
                        "--normalisations",
                        "min-max,rank"));
    }

    @Test
    void json_of_a_unit_of_many_and_of_an_index_fits_its_schema() throws IOException {
        Fits.schema(done(Language.EN, Ran.GROWING, "--format", "json"), "sensitivity.v1", folder);
        Fits.schema(
                done(Language.EN, MANY, "--model", "dgimm", "--format", "json"),
                "sensitivity.v1",
                folder);
        Fits.schema(
                done(Language.EN, ASEM, "--model", ASEM_INDEX, "--format", "json"),
                "sensitivity.v1",
                folder);
    }

    @Test
    void the_page_needs_nothing_from_elsewhere_and_keeps_to_its_language() {
        String zh = done(Language.ZH, MANY, "--model", "dgimm", "--format", "html");
        String en = done(Language.EN, MANY, "--model", "dgimm", "--format", "html");
        assertThat(zh).contains("lang=\"zh-CN\"", "全部名次的平均变动", "逐单位结果").doesNotContain("http");
        assertThat(en)
                .contains("lang=\"en\"", "Mean shift of all ranks", "Unit by unit")
                .doesNotContain("http", "逐单位");
        Path file = folder.resolve("page.html");
        done(Language.EN, Ran.GROWING, "--out", file.toString());
        assertThat(file).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void the_same_seed_gives_the_same_result_and_another_a_different_one() {
        String first = done(Language.EN, Ran.GROWING, "--seed", "5", "--format", "json");
        assertThat(done(Language.EN, Ran.GROWING, "--seed", "5", "--format", "json"))
                .isEqualTo(first);
        assertThat(done(Language.EN, Ran.GROWING, "--seed", "6", "--format", "json"))
                .isNotEqualTo(first);
    }

    @Test
    void only_the_factors_asked_for_vary() {
        assertThat(done(Language.EN, Ran.GROWING, "--factors", "ratings,domain-weights"))
                .contains("Ratings and measures", "Weights between domains")
                .doesNotContain("Weights within");
        assertThat(done(Language.EN, Ran.GROWING, "--factors", "weights:data"))
                .contains("Weights within Data management")
                .doesNotContain("Weights between");
        Ran wrong = run(Language.EN, Ran.GROWING, "--factors", "weather");
        assertThat(wrong.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(wrong.err())
                .contains("No factor is called “weather”. There are: domain-weights, weights:");
    }

    @Test
    void where_nothing_varies_nothing_is_attributed() {
        Ran ran = run(Language.ZH, Ran.GROWING, "--spread", "0", "--doubt", "0");
        assertThat(ran.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err()).contains("没有任何变动，无从归因");
    }

    @Test
    void options_that_are_no_use_are_refused_by_name() {
        assertThat(run(Language.EN, Ran.GROWING, "--spread", "wide").err())
                .contains("--spread cannot be “wide”");
        assertThat(run(Language.EN, Ran.GROWING, "--doubt", "60%").err())
                .contains("--doubt cannot be “60%”");
        assertThat(run(Language.EN, Ran.GROWING, "--presets", "best").err())
                .contains("--presets cannot be “best”");
        assertThat(run(Language.EN, Ran.GROWING, "--aggregations", "minimum").err())
                .contains("--aggregations is for an index");
        assertThat(run(Language.EN, ASEM, "--model", ASEM_INDEX, "--aggregations", "median").err())
                .contains("--aggregations cannot be “median”");
        assertThat(run(Language.EN, ASEM, "--model", ASEM_INDEX, "--doubt", "5%").err())
                .contains("--doubt is for assessed units");
        Ran few = Ran.in(Language.EN, "sensitivity", Ran.GROWING, "--samples", "10");
        assertThat(few.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(few.err()).contains("Between 64 and");
    }

    @Test
    void weights_can_be_any_or_around_the_set_and_missing_answers_any_rating() {
        assertThat(done(Language.EN, Ran.GROWING, "--spread", "any", "--doubt", "0"))
                .contains("any weights at all")
                .doesNotContain("Ratings and measures");
        assertThat(done(Language.EN, Ran.GROWING, "--spread", "around:50", "--missing", "any"))
                .contains("with concentration 50", "Missing answers");
    }
}
