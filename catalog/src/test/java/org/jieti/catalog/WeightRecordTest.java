package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.catalog.format.FileKind;
import org.jieti.catalog.format.WeightSetText;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.WeightSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The record and the spread of a weight set read back as they were written; what is wrong with
/// them is found in its place.
class WeightRecordTest {
    private static final String FULL =
            Models.text("weights/equal.yaml")
                    + """
                    record:
                      base: equal
                      experts:
                        - {id: E1, voice: 2, given: 2026-03-02}
                        - {id: E2, voice: 1}
                      groups:
                        - members: [alpha, beta]
                          pooling: judgements
                          statements:
                            - {expert: E1, compared: [[alpha, beta, 1/3]]}
                            - {expert: E2, compared: [[alpha, beta, 2.5]]}
                          consistency:
                            - {expert: E1, measure: ratio, value: 0.12, limit: 0.1, table: saaty-1980}
                            - {measure: deviation, value: 0.2}
                          revisions:
                            - {expert: E1, first: alpha, second: beta, stated: 5, advised: 3, ratio: 0.04}
                        - under: alpha
                          members: [alpha.one, alpha.two]
                          statements:
                            - {expert: E1, shares: {alpha.one: 30, alpha.two: 70}}
                            - {expert: E1, round: 2, shares: {alpha.one: 40, alpha.two: 60}}
                            - {expert: E2, limits: {alpha.one: [0.1, 0.3]}, orders: [[alpha.two, alpha.one]]}
                            - {expert: E2, ranks: {alpha.one: 1, alpha.two: 1}}
                            - expert: E2
                              best: alpha.one
                              worst: alpha.two
                              bestToOthers: {alpha.one: 1, alpha.two: 4}
                              othersToWorst: {alpha.one: 4, alpha.two: 1}
                          rounds:
                            - number: 2
                              agreement: 0.8
                              decision: agreed
                              quartiles: [[0.3, 0.35, 0.4], [0.6, 0.65, 0.7]]
                              moves:
                                - {expert: E1, member: alpha.one, from: 0.3, to: 0.4}
                          observations:
                            - {member: alpha.one, column: pue, direction: lower, information: 0.2}
                    spread:
                      - members: [alpha, beta]
                        concentration: 12.5
                        opinions:
                          - {expert: E1, voice: 2, weights: [0.25, 0.75]}
                          - {expert: E2, voice: 1, weights: [0.7, 0.3]}
                    """;

    private final Models models;

    WeightRecordTest(@TempDir Path folder) {
        models = new Models(folder);
    }

    private static Case with(String sentence, String passage, String replacement, String rule) {
        return Case.of(sentence, Models.edited(FULL, passage, replacement), rule);
    }

    static List<Case> cases() {
        return List.of(
                with(
                        "a spread over some of the siblings",
                        "  - members: [alpha, beta]\n    concentration",
                        "  - members: [beta, alpha]\n    concentration",
                        "weights.spread"),
                with(
                        "an opinion that does not sum to 1",
                        "- {expert: E1, voice: 2, weights: [0.25, 0.75]}",
                        "- ‸{expert: E1, voice: 2, weights: [0.25, 0.7]}",
                        "weighing.opinion"),
                with(
                        "a judgement about a node of another group",
                        "[[alpha, beta, 2.5]]",
                        "[[alpha, ‸beta.one, 2.5]]",
                        "weighing.member"),
                with(
                        "a judgement of nothing",
                        "[[alpha, beta, 2.5]]",
                        "[[alpha, beta, ‸0]]",
                        "weighing.ratio"),
                with(
                        "a node compared with itself",
                        "[[alpha, beta, 2.5]]",
                        "[‸[alpha, alpha, 2.5]]",
                        "weighing.pair.self"),
                with(
                        "a pair judged twice, the second time in reverse",
                        "[[alpha, beta, 2.5]]",
                        "[[alpha, beta, 2.5], ‸[beta, alpha, 3]]",
                        "weighing.pair.twice"),
                with(
                        "a statement in two forms",
                        "- {expert: E2, ranks: {",
                        "- ‸{expert: E2, shares: {alpha.one: 1}, ranks: {",
                        "weighing.statement.form"),
                with(
                        "a best node without its comparisons",
                        "othersToWorst: {alpha.one: 4, alpha.two: 1}",
                        "# and nothing else",
                        "weighing.best.missing"),
                with(
                        "a negative share",
                        "shares: {alpha.one: 30,",
                        "shares: {alpha.one: ‸-30,",
                        "weighing.number"),
                with(
                        "limits in the wrong order",
                        "alpha.one: [0.1, 0.3]",
                        "alpha.one: ‸[0.3, 0.1]",
                        "weighing.range"),
                with(
                        "an expert listed twice",
                        "- {id: E2, voice: 1}",
                        "- ‸{id: E1, voice: 1}",
                        "weighing.expert.twice"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is_refused_in_its_place(Case wrong) {
        Path file = models.write("mine.yaml", wrong.file().text());

        Parsed<FileKind> validated = models.catalog().validate(file);

        assertThat(validated).isInstanceOf(Parsed.Invalid.class);
        assertThat(Models.lines(validated))
                .hasSize(1)
                .allMatch(line -> line.endsWith(wrong.rules().getFirst()));
        if (!wrong.file().places().isEmpty()) {
            assertThat(Models.lines(validated)).isEqualTo(wrong.expected(file.toString()));
        }
        Rendered.assertSound(validated.findings());
    }

    @Test
    void a_judgement_beyond_the_scale_is_used_but_pointed_out() {
        Path file = models.write("mine.yaml", Models.edited(FULL, "beta, 2.5]]", "beta, 12]]"));

        Parsed<FileKind> validated = models.catalog().validate(file);

        assertThat(validated).isInstanceOf(Parsed.Ok.class);
        assertThat(validated.findings())
                .extracting(Finding::rule)
                .containsExactly("weighing.ratio.scale");
    }

    @Test
    void a_date_that_is_none_is_refused() {
        Path file = models.write("mine.yaml", Models.edited(FULL, "2026-03-02", "'2026-02-30'"));

        Parsed<FileKind> validated = models.catalog().validate(file);

        assertThat(validated.findings())
                .extracting(Finding::rule)
                .isSubsetOf("schema.format", "weighing.date")
                .isNotEmpty();
    }

    @Test
    void what_is_written_reads_back_as_the_same_set() {
        MaturityModel model =
                ((Parsed.Ok<MaturityModel>) models.catalog().modelNamed("small")).value();
        WeightSet read = read(model, FULL);

        String text = WeightSetText.of(read, model);

        assertThat(read.record()).isNotNull();
        assertThat(read.spread()).isNotNull();
        assertThat(read(model, text)).isEqualTo(read);
        assertThat(text).contains("[alpha, beta, 1/3]", "concentration: 12.5", "given: 2026-03-02");
    }

    private WeightSet read(MaturityModel model, String text) {
        Path file = models.write("mine.yaml", text);
        Parsed<WeightSet> parsed = models.catalog().weights(model, file.toString());
        assertThat(parsed.findings()).isEmpty();
        return ((Parsed.Ok<WeightSet>) parsed).value();
    }
}
