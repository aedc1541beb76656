package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands that read one model, given an index model: shown and explained, or refused plainly.
class IndexModelCommandsTest {
    private static final Path ASEM = Golden.root().resolve("samples/asem");
    private static final String MODEL = ASEM.resolve("index.yaml").toString();
    private static final String TABLE = ASEM.resolve("raw.csv").toString();

    @TempDir private Path folder;

    private static String done(Language language, String... arguments) {
        Ran ran = Ran.in(language, arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(ExitCode.DONE);
        return ran.out();
    }

    private static void golden(String name, String... arguments) {
        String expected = "samples/asem/expected/" + name;
        Golden.assertMatches(expected + ".zh.txt", done(Language.ZH, arguments));
        Golden.assertMatches(expected + ".en.txt", done(Language.EN, arguments));
    }

    @Test
    void models_of_both_kinds_are_listed() {
        assertThat(done(Language.EN, "models"))
                .contains("dgimm@2021.1", "gartner@2021.1", "nag@2021.1", "odmm@2021.1")
                .contains("gtmi@2022", "egdi@2010", "egdi@2014", "egdi@2018", "egdi@2020");
    }

    @Test
    void an_index_model_shows_its_tree_with_weights_aggregation_and_steps() {
        golden("model", "model", "show", MODEL);
    }

    @Test
    void a_node_of_an_index_model_is_shown_with_what_lies_beneath() {
        assertThat(done(Language.EN, "model", "show", MODEL, "flights"))
                .contains("International flights passenger capacity  flights")
                .contains("column Flights; higher is better; divided by column Population");
        assertThat(done(Language.EN, "model", "show", "egdi@2020", "egdi"))
                .contains("osi", "hci", "tii", "33.33%");
        assertThat(Ran.in(Language.EN, "model", "show", "egdi", "osi.none").code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    /// 102.49 / 204.84 = 0.50036; (0.50036 − 0.12789) / (1.5636 − 0.12789) · 100 = 25.94; and
    /// 25.942 · 1/5 · 1/5 · 1/2 = 0.5188 is what it adds to the index.
    @Test
    void a_number_of_a_unit_is_explained_from_the_cell_to_the_index() {
        golden("explain-leaf", "explain", TABLE, "PRT/goods", "--model", MODEL);
    }

    @Test
    void a_node_of_a_unit_is_explained_by_its_parts() {
        golden("explain-node", "explain", TABLE, "PRT/conn", "--model", MODEL);
    }

    /// 0.3235 + 0.3196 + 0.3326 = 0.9758.
    @Test
    void a_unit_alone_is_explained_by_its_index() {
        String table = Golden.root().resolve("samples/egdi/2020.csv").toString();

        assertThat(done(Language.EN, "explain", table, "Denmark", "--model", "egdi@2020"))
                .contains("Index 0.9758, rank 1, band VH Very high")
                .contains("0.32353", "0.3196", "0.33263", "0.97577");
    }

    @Test
    void a_unit_without_an_index_says_why() {
        String table = Golden.root().resolve("samples/egdi/2010.csv").toString();

        assertThat(
                        done(
                                Language.EN,
                                "explain",
                                table,
                                "Democratic People's Republic of Korea/osi",
                                "--model",
                                "egdi@2010"))
                .contains("Democratic People's Republic of Korea", "not surveyed")
                .doesNotContain("Enters the index");
    }

    @Test
    void an_unknown_unit_or_node_is_bad_input_with_a_guess() {
        Ran unit = Ran.in(Language.EN, "explain", TABLE, "Portu/goods", "--model", MODEL);
        assertThat(unit.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unit.err()).contains("no unit Portu", "PRT");

        Ran node = Ran.in(Language.EN, "explain", TABLE, "PRT/good", "--model", MODEL);
        assertThat(node.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(node.err()).contains("good", "asem@2018");
    }

    @Test
    void a_table_without_an_index_model_is_bad_input() {
        Ran ran = Ran.in(Language.EN, "explain", TABLE, "PRT/goods");
        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("--model INDEX", "UNIT/NODE");
    }

    /// What asks for a model of one unit refuses an index model by name, and by file.
    @ParameterizedTest
    @ValueSource(strings = {"egdi", "egdi@2018", "file"})
    void commands_for_models_of_one_unit_refuse_an_index_model(String named) {
        String model = named.equals("file") ? MODEL : named;
        String assessment = Ran.GROWING;
        String[][] commands = {
            {"model", "diff", model, "dgimm"},
            {"model", "diff", "dgimm", model},
            {"model", "export", model, "--xlsx", "--out", folder.resolve("x.xlsx").toString()},
            {"new", named.equals("file") ? "gtmi" : model},
            {"view", assessment, "--as", named.equals("file") ? "gtmi" : model},
        };
        for (String[] command : commands) {
            Ran ran = Ran.in(Language.EN, command);
            assertThat(ran.code()).as(String.join(" ", command)).isEqualTo(ExitCode.REFUSED);
            assertThat(ran.err()).contains("model.population-only", "index model");
            assertThat(ran.out()).isEmpty();
        }
    }
}
