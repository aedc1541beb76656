package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `agreement`, on raters who are invented.
class AgreementTest {
    private static final Path RATERS = Golden.root().resolve("samples/raters");
    private static final String TABLE = RATERS.resolve("ratings.csv").toString();
    private static final String EXPECTED = "samples/raters/expected/";

    @TempDir private Path folder = Path.of("");

    private static String done(Language language, String... arguments) {
        Ran ran = Ran.in(language, arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        return ran.out();
    }

    @Test
    void the_sample_comes_out_as_reviewed() {
        String raters = RATERS.toString();
        Golden.assertMatches(EXPECTED + "raters.zh.txt", done(Language.ZH, "agreement", raters));
        Golden.assertMatches(EXPECTED + "raters.en.txt", done(Language.EN, "agreement", raters));
        Golden.assertMatches(
                EXPECTED + "raters.json",
                done(Language.ZH, "agreement", raters, "--format", "json"));
    }

    @Test
    void a_table_of_raters_comes_out_as_reviewed() {
        Golden.assertMatches(
                EXPECTED + "ratings.zh.txt",
                done(Language.ZH, "agreement", TABLE, "--model", "dgimm"));
    }

    @Test
    void json_fits_its_schema() throws IOException {
        for (String input : new String[] {RATERS.toString(), Ran.GROWING}) {
            Fits.schema(
                    done(Language.EN, "agreement", input, "--format", "json"),
                    "agreement.v1",
                    folder);
        }
    }

    @Test
    void the_page_needs_nothing_from_elsewhere_and_keeps_to_its_language() {
        String zh = done(Language.ZH, "agreement", RATERS.toString(), "--format", "html");
        String en = done(Language.EN, "agreement", RATERS.toString(), "--format", "html");
        assertThat(zh).contains("lang=\"zh-CN\"", "须讨论的指标", "相差 3 档").doesNotContain("http");
        assertThat(en)
                .contains("lang=\"en\"", "To be discussed", "3 steps apart")
                .doesNotContain("http", "须讨论");
    }

    @Test
    void one_rater_alone_has_no_coefficient_and_the_page_says_why() {
        assertThat(done(Language.EN, "agreement", Ran.GROWING))
                .contains("1 raters: growing-city", "no criterion was rated by two raters")
                .contains("Nothing must be discussed");
    }

    @Test
    void the_proposal_is_an_assessment_that_can_be_scored() {
        Path file = folder.resolve("consensus.yaml");
        done(Language.EN, "agreement", RATERS.toString(), "--proposal", file.toString());
        assertThat(done(Language.EN, "score", file.toString())).contains("Overall level");
        // The median of 150, 150 and 135 days.
        assertThat(file).content().contains("delivery-cycle: {value: 150, unit: \"days\"}");
        assertThat(
                        Ran.in(
                                        Language.EN,
                                        "agreement",
                                        RATERS.toString(),
                                        "--proposal",
                                        file.toString())
                                .code())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void findings_are_printed_and_nothing_else() {
        Ran ran = Ran.in(Language.ZH, "agreement", TABLE);
        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("panel.table.model", "请加上 --model");
        assertThat(Ran.in(Language.EN, "agreement", TABLE, "--encoding", "ebcdic").err())
                .contains("--encoding cannot be “ebcdic”");
    }
}
