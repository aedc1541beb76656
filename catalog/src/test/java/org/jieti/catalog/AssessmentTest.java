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
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.Language;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.ScoringInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bad input never yields a score: each case is refused, with every finding in its place.
class AssessmentTest {
    private static final String HEAD =
            """
            model: small@1
            unit: {id: u-1, name: 测试县}
            asOf: 2026-11-22
            """;

    private final Models models;

    AssessmentTest(@TempDir Path folder) {
        models = new Models(folder);
    }

    private static Case answer(String sentence, String line, String... rules) {
        return Case.of(sentence, HEAD + "answers:\n  " + line + "\n", rules);
    }

    private static Case measure(String sentence, String line, String... rules) {
        return Case.of(sentence, HEAD + "measures:\n  " + line + "\n", rules);
    }

    static List<Case> answers() {
        return List.of(
                answer(
                        "an unknown id",
                        "‸alpha.one.way.9: {rating: met}",
                        "assessment.answer.unknown"),
                answer(
                        "an indicator answered",
                        "‸alpha.one.way: {rating: met}",
                        "assessment.answer.unknown"),
                answer(
                        "an id that is none",
                        "‸Alpha One: {rating: met}",
                        "assessment.answer.unknown"),
                answer(
                        "a duplicate id",
                        """
                        alpha.one.way.1: {rating: met}
                          beta.one.plan: {rating: met}
                          ‸alpha.one.way.1: {rating: unmet}\
                        """,
                        "file.key.duplicate"),
                answer(
                        "a rating off the scale",
                        "alpha.one.way.1: {rating: ‸good}",
                        "assessment.rating.scale"),
                answer(
                        "the worth of a rating in place of its name",
                        "alpha.one.way.1: {rating: ‸0.8}",
                        "assessment.rating.scale"),
                answer(
                        "a rating left empty",
                        "alpha.one.way.1: {rating:‸ , note: \"\"}",
                        "assessment.rating.scale"),
                answer(
                        "a list of ratings",
                        "alpha.one.way.1: {rating: ‸[met, unmet]}",
                        "assessment.rating.scale"),
                answer(
                        "a metric rated by hand",
                        "‸alpha.one.pace.2: {rating: met}",
                        "assessment.answer.metric"),
                answer(
                        "a rating and not applicable together",
                        "alpha.one.way.1: ‸{rating: met, na: 没有这项业务}",
                        "assessment.answer.form"),
                answer(
                        "insufficient and not applicable together",
                        "alpha.one.way.1: ‸{insufficient: a, na: b}",
                        "assessment.answer.form"),
                answer("an empty answer", "alpha.one.way.1: ‸{}", "assessment.answer.form"),
                answer("a note alone", "alpha.one.way.1: ‸{note: 见附件}", "assessment.answer.form"),
                answer("a bare rating", "alpha.one.way.1: ‸met", "file.type.mapping"),
                answer("nothing behind an id", "alpha.one.way.1:‸", "file.type.mapping"),
                answer(
                        "an unknown field of an answer",
                        "alpha.one.way.1: {rating: met, ‸comment: x}",
                        "file.key.unknown"),
                answer(
                        "a note beside not applicable",
                        "alpha.one.way.1: {na: 没有这项业务, ‸note: x}",
                        "file.key.unknown"),
                answer(
                        "a note that is no text",
                        "alpha.one.way.1: {rating: met, note: ‸[a]}",
                        "file.type.text"),
                answer(
                        "not applicable with an empty reason",
                        "alpha.one.way.1: {na: ‸\"\"}",
                        "assessment.na.reason"),
                answer(
                        "not applicable with a blank reason",
                        "alpha.one.way.1: {na: ‸\"  \"}",
                        "assessment.na.reason"),
                answer(
                        "not applicable without a reason",
                        "alpha.one.way.1: {na:‸ }",
                        "assessment.na.reason"),
                answer(
                        "not applicable with true for a reason",
                        "alpha.one.way.1: {na: ‸true}",
                        "assessment.na.reason"),
                answer(
                        "insufficient with a blank reason",
                        "alpha.one.way.1: {insufficient: ‸\" \"}",
                        "assessment.insufficient.reason"),
                answer(
                        "a mandatory criterion not applicable",
                        "‸alpha.one.way.2: {na: 没有这项业务}",
                        "assessment.na.refused"),
                answer(
                        "a veto criterion not applicable",
                        "‸alpha.two.safe.1: {na: 没有这项业务}",
                        "assessment.na.refused"),
                Case.of(
                        "more not applicable than the model allows",
                        HEAD
                                + """
                                ‸answers:
                                  alpha.one.way.1: {rating: met}
                                  beta.one.plan: {na: 没有这项业务}
                                """,
                        "assessment.na.cap"),
                Case.of(
                        "answers as a list",
                        HEAD + "answers: ‸[alpha.one.way.1]\n",
                        "file.type.mapping"),
                Case.of("answers as a text", HEAD + "answers: ‸none\n", "file.type.mapping"));
    }

    static List<Case> measures() {
        return List.of(
                measure(
                        "an unknown measure",
                        "‸height: {value: 1, unit: days}",
                        "assessment.measure.unknown"),
                measure(
                        "a measure with an id that is none",
                        "‸速度: {value: 1, unit: days}",
                        "assessment.measure.unknown"),
                measure(
                        "a measure in the wrong unit",
                        "‸speed: {value: 9, unit: hours}",
                        "assessment.measure.unit"),
                measure(
                        "a measure with a number for a unit",
                        "‸speed: {value: 9, unit: 1}",
                        "assessment.measure.unit"),
                measure(
                        "a measure above what is possible",
                        "‸speed: {value: 1000.5, unit: days}",
                        "assessment.measure.range"),
                measure(
                        "a measure below what is possible",
                        "‸speed: {value: -1, unit: days}",
                        "assessment.measure.range"),
                measure(
                        "a measure in words",
                        "speed: {value: ‸fast, unit: days}",
                        "file.type.number"),
                measure(
                        "a measure in quotes",
                        "speed: {value: ‸\"9\", unit: days}",
                        "file.type.number"),
                measure(
                        "a measure with its unit beside it",
                        "speed: {value: ‸9 days, unit: days}",
                        "file.type.number"),
                measure(
                        "a measure in per cent",
                        "speed: {value: ‸9%, unit: days}",
                        "file.type.number"),
                measure(
                        "a measure with a decimal comma",
                        "speed: {value: 9,‸5, unit: days}",
                        "file.key.unknown"),
                measure(
                        "a measure that is no number",
                        "speed: {value: ‸.nan, unit: days}",
                        "file.type.number"),
                measure(
                        "an infinite measure",
                        "speed: {value: ‸.inf, unit: days}",
                        "file.type.number"),
                measure(
                        "a negative infinite measure",
                        "speed: {value: ‸-.inf, unit: days}",
                        "file.type.number"),
                measure(
                        "a measure too large for a number",
                        "speed: {value: ‸1e999, unit: days}",
                        "file.type.number"),
                measure(
                        "a measure left empty",
                        "speed: {value:‸ , unit: days}",
                        "file.type.number"),
                measure("a measure without unit", "speed: ‸{value: 9}", "file.key.missing"),
                measure("a measure without value", "speed: ‸{unit: days}", "file.key.missing"),
                measure(
                        "a measure with a blank unit",
                        "speed: {value: 9, unit: ‸\"\"}",
                        "file.text.blank"),
                measure("a bare measure", "speed: ‸9", "file.type.mapping"),
                measure(
                        "an unknown field of a measure",
                        "speed: {value: 9, unit: days, ‸year: 2026}",
                        "file.key.unknown"),
                measure(
                        "a duplicate measure",
                        """
                        speed: {value: 9, unit: days}
                          ‸speed: {value: 8, unit: days}\
                        """,
                        "file.key.duplicate"),
                Case.of("measures as a list", HEAD + "measures: ‸[]\n", "file.type.mapping"));
    }

    static List<Case> heads() {
        return List.of(
                Case.of(
                        "an unknown field at the top",
                        HEAD + "‸answer:\n  alpha.one.way.1: {rating: met}\n",
                        "file.key.unknown"),
                Case.of(
                        "no model",
                        """
                        ‸unit: {id: u-1, name: 测试县}
                        asOf: 2026-11-22
                        """,
                        "file.key.missing"),
                Case.of(
                        "a model without version",
                        """
                        model: ‸small
                        unit: {id: u-1, name: 测试县}
                        asOf: 2026-11-22
                        """,
                        "file.model.form"),
                Case.of(
                        "a model version that is a word",
                        "model: ‸small@latest\nunit: {id: u-1, name: x}\nasOf: 2026-11-22\n",
                        "file.model.form"),
                Case.of(
                        "a model id that leads out of the folder",
                        "model: ‸../small@1\nunit: {id: u-1, name: x}\nasOf: 2026-11-22\n",
                        "file.model.form"),
                Case.of(
                        "a list of models",
                        "model: ‸[small@1]\nunit: {id: u-1, name: x}\nasOf: 2026-11-22\n",
                        "file.model.form"),
                Case.of(
                        "a model version that is not there",
                        "model: ‸small@2\nunit: {id: u-1, name: x}\nasOf: 2026-11-22\n",
                        "model.missing"),
                Case.of("no unit", "‸model: small@1\nasOf: 2026-11-22\n", "file.key.missing"),
                Case.of(
                        "a unit without name",
                        "model: small@1\nunit: ‸{id: u-1}\nasOf: 2026-11-22\n",
                        "file.key.missing"),
                Case.of(
                        "a unit with a blank name",
                        """
                        model: small@1
                        unit:
                          id: u-1
                          name: ‸" "
                        asOf: 2026-11-22
                        """,
                        "file.text.blank"),
                Case.of(
                        "a unit whose id is a number",
                        "model: small@1\nunit: {id: ‸330100, name: x}\nasOf: 2026-11-22\n",
                        "file.type.text"),
                Case.of(
                        "an unknown field of the unit",
                        "model: small@1\nunit: {id: u-1, name: x, ‸town: z}\nasOf: 2026-11-22\n",
                        "file.key.unknown"),
                Case.of(
                        "a unit as text",
                        "model: small@1\nunit: ‸测试县\nasOf: 2026-11-22\n",
                        "file.type.mapping"),
                Case.of(
                        "no date",
                        "‸model: small@1\nunit: {id: u-1, name: x}\n",
                        "file.key.missing"),
                Case.of(
                        "a date that the calendar lacks",
                        "model: small@1\nunit: {id: u-1, name: x}\nasOf: ‸2026-02-30\n",
                        "assessment.date"),
                Case.of(
                        "a date in words",
                        "model: small@1\nunit: {id: u-1, name: x}\nasOf: ‸今年\n",
                        "assessment.date"),
                Case.of(
                        "a year for a date",
                        "model: small@1\nunit: {id: u-1, name: x}\nasOf: ‸2026\n",
                        "assessment.date"));
    }

    static List<Case> manyAtOnce() {
        return List.of(
                Case.of(
                        "everything that is wrong, at once and in order of place",
                        """
                        model: small@1
                        unit: {id: u-1, name: ‸"", ‸town: z}
                        asOf: ‸never
                        ‸answers:
                          ‸alpha.one.way.9: {rating: met}
                          alpha.one.way.1: {rating: ‸good, note: ‸No}
                          ‸alpha.one.way.2: {na: 没有这项业务}
                          alpha.one.way.3: ‸{rating: met, na: 没有}
                          ‸alpha.one.pace.2: {rating: met}
                          beta.one.plan: {na: 没有这项业务}
                          beta.one.use: {na:‸ }
                          ‸beta.one.plan: {rating: met}
                        ‸extra: 1
                        measures:
                          ‸speed: {value: 9, unit: hours}
                          ‸height: {value: 1, unit: m}
                        """,
                        "file.text.blank",
                        "file.key.unknown",
                        "assessment.date",
                        "assessment.na.cap",
                        "assessment.answer.unknown",
                        "assessment.rating.scale",
                        "yaml.ambiguous",
                        "assessment.na.refused",
                        "assessment.answer.form",
                        "assessment.answer.metric",
                        "assessment.na.reason",
                        "file.key.duplicate",
                        "file.key.unknown",
                        "assessment.measure.unit",
                        "assessment.measure.unknown"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"answers", "measures", "heads", "manyAtOnce"})
    void is_refused_in_its_place(Case wrong) {
        Path file = models.write("a.yaml", wrong.file().text());

        Parsed<ScoringInput> input = models.catalog().scoringInput(file, null, null);

        assertThat(input).isInstanceOf(Parsed.Invalid.class);
        assertThat(Models.lines(input)).isEqualTo(wrong.expected(file.toString()));
        Rendered.assertSound(input.findings());
        Parsed<FileKind> validated = models.catalog().validate(file);
        assertThat(validated.findings()).isEqualTo(input.findings());
    }

    @Test
    void a_finding_says_file_line_column_rule_message_and_hint() {
        Path file =
                models.write(
                        "a.yaml", HEAD + "answers:\n  alpha.one.way.1: {note: 好的, rating: good}\n");

        Finding finding = models.catalog().scoringInput(file, null, null).findings().getFirst();

        assertThat(finding.line(Language.EN))
                .isEqualTo(
                        file
                                + ":5:39 assessment.rating.scale The rating of alpha.one.way.1 is"
                                + " “good”, which is not on the scale. Use one of: met, mostly,"
                                + " unmet.");
        assertThat(finding.line(Language.ZH))
                .isEqualTo(
                        file
                                + ":5:39 assessment.rating.scale"
                                + " alpha.one.way.1 的评分“good”不在评分档内。 请使用：met, mostly, unmet。");
    }

    @Test
    void a_missing_model_version_names_those_that_are_there() {
        Path file =
                models.write(
                        "a.yaml", "model: small@2\nunit: {id: u, name: n}\nasOf: 2026-11-22\n");

        Finding finding = models.catalog().scoringInput(file, null, null).findings().getFirst();

        assertThat(finding.line(Language.EN))
                .endsWith("There is no model small@2 here. Models at hand: small@1.");
        assertThat(finding.line(Language.ZH)).endsWith("没有模型 small@2。 现有模型：small@1。");
    }

    @Test
    void an_unknown_id_is_shown_what_stands_near_it() {
        Path file = models.write("a.yaml", HEAD + "answers:\n  alpha.one.way.7: {rating: met}\n");

        Finding finding = models.catalog().scoringInput(file, null, null).findings().getFirst();

        assertThat(finding.hint(Language.EN))
                .isEqualTo("Near it there are: alpha.one.way.1, alpha.one.way.2, alpha.one.way.3.");
    }

    @Test
    void words_of_ours_within_a_message_are_in_its_language() {
        Path file =
                models.write(
                        "a.yaml",
                        """
                        model: small@1
                        unit: {id: [a], name: {b: c}}
                        answers:
                          alpha.one.way.1: {rating: , note: x}
                          alpha.one.way.3: {}
                        """);

        List<Finding> findings = models.catalog().scoringInput(file, null, null).findings();

        assertThat(findings)
                .extracting(finding -> finding.message(Language.EN))
                .containsExactly(
                        "“asOf” is missing in the file.",
                        "“id” must be a text, but is a list.",
                        "“name” must be a text, but is a mapping.",
                        "The rating of alpha.one.way.1 is “(empty)”, which is not on the scale.",
                        "The answer to alpha.one.way.3 must be exactly one of rating, na and"
                                + " insufficient; it has: none.");
        assertThat(findings)
                .extracting(finding -> finding.message(Language.ZH))
                .containsExactly(
                        "文件缺少“asOf”。",
                        "“id”应为文本，实际为：列表。",
                        "“name”应为文本，实际为：映射。",
                        "alpha.one.way.1 的评分“（空）”不在评分档内。",
                        "alpha.one.way.3 的回答应在 rating、na、insufficient 中三选一，现有：无。");
    }

    @Test
    void a_sound_assessment_is_read_as_it_was_written() {
        Path file =
                models.write(
                        "a.yaml",
                        HEAD
                                + """
                                answers:
                                  alpha.one.way.1: {rating: met}
                                  alpha.one.way.2: {rating: mostly, note: 个别事项未上线}
                                  alpha.one.way.3: {insufficient: 日志不全}
                                  beta.two.people: {na: 没有专职人员}
                                measures:
                                  speed: {value: 9.5, unit: days}
                                """);

        // beta.two.people alone is 25 % of beta, above the cap of 20 %
        models.write("model.yaml", Models.text("model.yaml", "  cap: 0.2", "  cap: 0.25"));
        Assessment assessment = assessment(models.catalog().scoringInput(file, null, null));

        assertThat(assessment.unit().name()).isEqualTo("测试县");
        assertThat(assessment.asOf()).isEqualTo("2026-11-22");
        assertThat(assessment.answer(new NodeId("alpha.one.way.2")))
                .isInstanceOfSatisfying(
                        Answer.Rated.class,
                        rated -> {
                            assertThat(rated.rating().id()).isEqualTo("mostly");
                            assertThat(rated.note()).isEqualTo("个别事项未上线");
                        });
        assertThat(assessment.answer(new NodeId("alpha.one.way.3")))
                .isEqualTo(new Answer.InsufficientEvidence("日志不全"));
        assertThat(assessment.answer(new NodeId("beta.two.people")))
                .isEqualTo(new Answer.NotApplicable("没有专职人员"));
        assertThat(assessment.answer(new NodeId("beta.one.use")))
                .isEqualTo(new Answer.Unanswered());
        assertThat(assessment.measures())
                .containsEntry(new MeasureId("speed"), new Reading(9.5, "days"));
    }

    @Test
    void answers_and_measures_may_be_left_out_or_empty() {
        for (String text : List.of(HEAD, HEAD + "answers:\nmeasures:\n", HEAD + "answers: {}\n")) {
            Path file = models.write("a.yaml", text);

            assertThat(assessment(models.catalog().scoringInput(file, null, null)).answers())
                    .isEmpty();
        }
    }

    @Test
    void a_file_of_another_kind_is_no_assessment() {
        Path weights = models.home().resolve("weights").resolve("equal.yaml");
        Path list = models.write("list.yaml", "- a\n");

        assertThat(Models.lines(models.catalog().scoringInput(weights, null, null)))
                .containsExactly(weights + ":1:1 assessment.kind");
        assertThat(Models.lines(models.catalog().scoringInput(list, null, null)))
                .containsExactly(list + ":1:1 assessment.kind");
        assertThat(Models.lines(models.catalog().validate(list)))
                .containsExactly(list + ":1:1 file.unknown");
    }

    @Test
    void a_preset_that_the_model_lacks_is_refused_with_those_it_has() {
        Path file = models.write("a.yaml", HEAD);

        Parsed<ScoringInput> input = models.catalog().scoringInput(file, null, "strict");

        assertThat(Models.lines(input)).containsExactly("strict preset.unknown");
        assertThat(input.findings().getFirst().hint(Language.EN))
                .isEqualTo("Presets: share-80, staged.");
        Rendered.assertSound(input.findings());
    }

    @Test
    void a_preset_is_refused_where_there_are_no_levels() {
        models.write("model.yaml", ModelTest.withoutLevels());
        models.write("weights/equal.yaml", ModelTest.weightsWithoutLevels());
        Path file = models.write("a.yaml", HEAD);

        Parsed<ScoringInput> input = models.catalog().scoringInput(file, null, "staged");

        assertThat(Models.lines(input)).containsExactly("staged preset.no-levels");
        Rendered.assertSound(input.findings());
        assertThat(models.catalog().scoringInput(file, null, null)).isInstanceOf(Parsed.Ok.class);
    }

    private static Assessment assessment(Parsed<ScoringInput> input) {
        assertThat(input.findings()).isEmpty();
        return ((Parsed.Ok<ScoringInput>) input).value().assessment();
    }
}
