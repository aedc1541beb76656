package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.catalog.format.FileKind;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.ScoringInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A weight set is complete and sums to 1, or is refused; a weight left out is never 0.
class WeightSetTest {
    private static final String SET = "weights/equal.yaml";

    private final Models models;

    WeightSetTest(@TempDir Path folder) {
        models = new Models(folder);
    }

    private static Case with(String sentence, String passage, String replacement, String... rules) {
        return Case.of(sentence, Models.text(SET, passage, replacement), rules);
    }

    static List<Case> cases() {
        return List.of(
                Case.of(
                        "a weight left out",
                        Models.text(SET, "  beta.two: 1/2\n", "", "  alpha: 1/2", "  ‸alpha: 1/2"),
                        "weights.missing"),
                with(
                        "weights of siblings that do not sum to 1",
                        "  beta.one: 1/2\n  beta.two: 1/2",
                        "  ‸beta.one: 1/2\n  beta.two: 0.4",
                        "weights.sum"),
                with(
                        "weights of domains that do not sum to 1",
                        "  alpha: 1/2\n",
                        "  ‸alpha: 0.6\n",
                        "weights.sum"),
                with(
                        "weights in per cent",
                        "alpha.two.safe: 1",
                        "‸alpha.two.safe: 100",
                        "weights.range"),
                with(
                        "a negative weight",
                        "alpha.one.way: 0.5\n  alpha.one.pace: 0.5",
                        "‸alpha.one.way: -0.5\n  ‸alpha.one.pace: 1.5",
                        "weights.range",
                        "weights.range"),
                with(
                        "a fraction above 1",
                        "alpha.two.safe: 1",
                        "‸alpha.two.safe: 8/7",
                        "weights.range"),
                with(
                        "a weight in words",
                        "alpha.two.safe: 1",
                        "alpha.two.safe: ‸high",
                        "weights.number"),
                with(
                        "a weight in quotes",
                        "alpha.two.safe: 1",
                        "alpha.two.safe: ‸\"1\"",
                        "weights.number"),
                with(
                        "a fraction of nothing",
                        "alpha.two.safe: 1",
                        "alpha.two.safe: ‸1/0",
                        "weights.number"),
                with(
                        "a weight that is no number",
                        "alpha.two.safe: 1",
                        "alpha.two.safe: ‸.nan",
                        "weights.number"),
                with(
                        "an infinite weight",
                        "alpha.two.safe: 1",
                        "alpha.two.safe: ‸1e400",
                        "weights.number"),
                with(
                        "a weight left empty",
                        "alpha.two.safe: 1\n",
                        "alpha.two.safe:‸\n",
                        "weights.number"),
                with(
                        "a list for a weight",
                        "alpha.two.safe: 1",
                        "alpha.two.safe: ‸[1]",
                        "weights.number"),
                with(
                        "a weight for a node that the model lacks",
                        "  beta.two: 1/2\n",
                        "  beta.two: 1/2\n  ‸beta.three: 0\n",
                        "weights.unknown"),
                with(
                        "a weight for a criterion",
                        "  beta.two: 1/2\n",
                        "  beta.two: 1/2\n  ‸beta.one.plan: 1\n",
                        "weights.unknown"),
                with(
                        "a weight for an id that is none",
                        "  beta.two: 1/2\n",
                        "  beta.two: 1/2\n  ‸Beta: 1\n",
                        "weights.unknown"),
                with(
                        "a weight stated twice",
                        "  beta.two: 1/2\n",
                        "  beta.two: 1/2\n  ‸beta.one: 1/2\n",
                        "file.key.duplicate"),
                with("an unknown status", "status: editorial", "status: ‸draft", "weights.status"),
                with(
                        "an id with blanks",
                        "weightSet: equal",
                        "weightSet: ‸Equal weights",
                        "file.word"),
                with("a method with blanks", "method: equal", "method: ‸by hand", "file.word"),
                with(
                        "a blank name",
                        "name: {zh: 等权, en: Equal weights}",
                        "name: {zh: 等权, en: ‸\"\"}",
                        "file.text.blank"),
                with(
                        "a name in one language",
                        "name: {zh: 等权, en: Equal weights}",
                        "name: ‸{zh: 等权}",
                        "file.key.missing"),
                with(
                        "a name without languages",
                        "name: {zh: 等权, en: Equal weights}",
                        "name: ‸等权",
                        "file.type.mapping"),
                with(
                        "an unknown field",
                        "method: equal",
                        "‸by: me\nmethod: equal",
                        "file.key.unknown"),
                Case.of(
                        "no method",
                        Models.text(
                                SET,
                                "method: equal\n",
                                "",
                                "weightSet: equal",
                                "‸weightSet: equal"),
                        "file.key.missing"),
                with(
                        "a model without version",
                        "model: small@1",
                        "model: ‸small",
                        "file.model.form"),
                with(
                        "a model that is not there",
                        "model: small@1",
                        "model: ‸small@9",
                        "model.missing"),
                Case.of(
                        "weights that are a list",
                        """
                        weightSet: equal
                        model: small@1
                        name: {zh: 等权, en: Equal}
                        status: local
                        method: equal
                        provenance: {zh: 测试, en: Tests}
                        weights: ‸[1]
                        """,
                        "file.type.mapping"),
                Case.of(
                        "no weights and no model",
                        """
                        ‸‸weightSet: equal
                        name: {zh: 等权, en: Equal}
                        status: local
                        method: equal
                        provenance: {zh: 测试, en: Tests}
                        """,
                        "file.key.missing",
                        "file.key.missing"),
                Case.of(
                        "everything that is wrong, at once and in order of place",
                        """
                        weightSet: equal
                        model: small@1
                        ‸nom: x
                        name: {zh: 等权, en: Equal weights}
                        status: ‸draft
                        method: equal
                        provenance: {zh: 由测试设定。, en: ‸No}
                        weights:
                          ‸alpha: 60
                          alpha.one: ‸half
                          ‸alpha.one.way: 0.5
                          alpha.one.pace: 0.4
                          alpha.two: 1/2
                          alpha.two.safe: 1
                          beta: 1/2
                          ‸beta.one: 0.3
                          beta.two: 0.5999
                          ‸gamma: 0
                        """,
                        "file.key.unknown",
                        "weights.status",
                        "yaml.ambiguous",
                        "weights.range",
                        "weights.number",
                        "weights.sum",
                        "weights.sum",
                        "weights.unknown"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is_refused_in_its_place(Case wrong) {
        Path file = models.write("mine.yaml", wrong.file().text());

        Parsed<FileKind> validated = models.catalog().validate(file);

        assertThat(validated).isInstanceOf(Parsed.Invalid.class);
        assertThat(Models.lines(validated)).isEqualTo(wrong.expected(file.toString()));
        Rendered.assertSound(validated.findings());
    }

    @Test
    void a_weight_left_out_is_refused_when_scoring_and_never_taken_as_0() {
        models.write(SET, Models.text(SET, "  beta.one: 1/2\n  beta.two: 1/2", "  beta.two: 1"));
        Path file =
                models.write(
                        "a.yaml",
                        """
                        model: small@1
                        unit: {id: u, name: x}
                        asOf: 2026-11-22
                        answers: {beta.two.people: {rating: met}}
                        """);

        Parsed<ScoringInput> input = models.catalog().scoringInput(file, null, null);

        assertThat(input).isInstanceOf(Parsed.Invalid.class);
        Finding finding = input.findings().getFirst();
        assertThat(finding.rule()).isEqualTo("weights.missing");
        assertThat(finding.line(Language.EN))
                .contains("beta.one has no weight.", "a weight left out is never taken as 0");
        assertThat(finding.line(Language.ZH)).contains("beta.one 没有权重", "不会按 0 处理");
    }

    @Test
    void the_sum_of_weights_stands_in_the_message() {
        models.write(
                SET,
                Models.text(
                        SET,
                        "  beta.one: 1/2\n  beta.two: 1/2",
                        "  beta.one: 0.1\n  beta.two: 0.2"));

        Finding finding = models.catalog().weights(model(), "equal").findings().getFirst();

        assertThat(finding.message(Language.EN))
                .isEqualTo("The weights under beta sum to 0.3, not 1.");
        assertThat(finding.message(Language.ZH)).isEqualTo("beta 下的权重合计为 0.3，不等于 1。");
        assertThat(finding.hint(Language.EN)).isEqualTo("Correct them: beta.one, beta.two.");
    }

    @Test
    void a_sum_that_is_short_by_little_is_shown_to_the_last_digit() {
        models.write(SET, Models.text(SET, "  beta.one: 1/2\n", "  beta.one: 0.49999999\n"));

        assertThat(models.catalog().weights(model(), "equal").findings())
                .extracting(finding -> finding.message(Language.EN))
                .containsExactly("The weights under beta sum to 0.99999999, not 1.");
    }

    @Test
    void decimals_and_fractions_are_read_exactly() {
        models.write(
                SET,
                Models.text(
                        SET,
                        "  beta.one: 1/2\n  beta.two: 1/2",
                        "  beta.one: 1/3\n  beta.two: 2/3"));

        Parsed<WeightSet> parsed = models.catalog().weights(model(), "equal");

        assertThat(parsed)
                .isInstanceOfSatisfying(
                        Parsed.Ok.class,
                        ok ->
                                assertThat(((WeightSet) ok.value()).weights())
                                        .contains(
                                                entry(new NodeId("beta.one"), 1.0 / 3),
                                                entry(new NodeId("beta.two"), 2.0 / 3),
                                                entry(new NodeId("alpha.one.way"), 0.5)));
    }

    @Test
    void an_unknown_weight_set_is_refused_with_those_that_the_model_ships_with() {
        Parsed<WeightSet> parsed = models.catalog().weights(model(), "even");

        assertThat(Models.lines(parsed)).containsExactly("even weights.set.unknown");
        assertThat(parsed.findings().getFirst().hint(Language.EN))
                .startsWith("It ships with: equal.");
        Rendered.assertSound(parsed.findings());
    }

    @Test
    void a_file_of_one_s_own_is_taken_by_its_path() {
        Path file =
                models.write("mine.yaml", Models.text(SET, "weightSet: equal", "weightSet: mine"));

        Parsed<WeightSet> parsed = models.catalog().weights(model(), file.toString());

        assertThat(parsed).isInstanceOf(Parsed.Ok.class);
        assertThat(Models.lines(models.catalog().weights(model(), "gone.yaml")))
                .containsExactly("gone.yaml file.missing");
    }

    @Test
    void a_weight_set_for_another_model_is_refused() {
        models.write("../2/model.yaml", Models.text("model.yaml", "small@1", "small@2"));
        models.write("../2/domains/alpha.yaml", Models.text("domains/alpha.yaml"));
        Path file = models.write("mine.yaml", Models.text(SET, "small@1", "small@2"));

        Parsed<WeightSet> parsed = models.catalog().weights(model(), file.toString());

        assertThat(Models.lines(parsed)).containsExactly(file + ":2:8 weights.model");
        Rendered.assertSound(parsed.findings());
    }

    private MaturityModel model() {
        Parsed<MaturityModel> model =
                models.catalog().model(new ModelId("small", "1"), Location.whole("test"));
        return ((Parsed.Ok<MaturityModel>) model).value();
    }
}
