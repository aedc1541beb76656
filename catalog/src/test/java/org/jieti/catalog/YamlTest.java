package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.core.result.ScoringInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// YAML is read as 1.2, and what could mean two things, or explode, is refused.
class YamlTest {
    private static final String HEAD =
            """
            model: small@1
            unit: {id: u-1, name: 测试县}
            asOf: 2026-11-22
            """;

    private final Models models;

    YamlTest(@TempDir Path folder) {
        models = new Models(folder);
    }

    static List<Case> cases() {
        return List.of(
                Case.of("a bracket that stays open", HEAD + "answers: {\n‸", "yaml.syntax"),
                Case.of("a bracket that closes nothing", HEAD + "answers: ‸]\n", "yaml.syntax"),
                Case.of(
                        "a tab for indentation",
                        HEAD + "answers:\n‸\talpha.one.way.1: {rating: met}\n",
                        "yaml.syntax"),
                Case.of(
                        "two colons on a line",
                        HEAD + "answers:\n  alpha.one.way.1: rating‸: met\n",
                        "yaml.syntax"),
                Case.of("an unknown escape", HEAD + "answers: \"\\‸q\"\n", "yaml.syntax"),
                Case.of("text that is no YAML", "%‸!PS-Adobe 县\n", "yaml.syntax"),
                Case.of(
                        "a control character",
                        HEAD + "answers:\n  alpha.one.way.1: {rating: met, note: a‸\u0007b}\n",
                        "yaml.character"),
                Case.of(
                        "a NUL",
                        "model: small@1\nunit: {id: \"‸\u0000\", name: n}\n",
                        "yaml.character"),
                Case.of(
                        "an anchor and its alias",
                        HEAD
                                + """
                                answers:
                                  alpha.one.way.1: {rating: met, note: ‸&n text}
                                  alpha.one.way.3: {rating: met, note: ‸‸*n}
                                """,
                        "yaml.alias",
                        "yaml.alias",
                        "file.type.text"),
                Case.of(
                        "a merge key",
                        HEAD
                                + """
                                answers:
                                  alpha.one.way.1: ‸&a {rating: met}
                                  alpha.one.way.3:
                                    ‸‸<<: ‸*a
                                    rating: unmet
                                """,
                        "yaml.alias",
                        "yaml.ambiguous",
                        "file.key.unknown",
                        "yaml.alias"),
                Case.of(
                        "a tag on a text",
                        HEAD + "answers:\n  alpha.one.way.1: {rating: ‸!!str met}\n",
                        "yaml.tag"),
                Case.of(
                        "a tag on a mapping",
                        HEAD + "answers: ‸!!map\n  alpha.one.way.1: {rating: met}\n",
                        "yaml.tag"),
                Case.of(
                        "a tag on a list",
                        HEAD + "answers:\n  alpha.one.way.1: {rating: met, note: ‸‸!x [a]}\n",
                        "yaml.tag",
                        "file.type.text"),
                Case.of(
                        "a tag that names a Java class",
                        HEAD + "answers: ‸!!javax.script.ScriptEngineManager {}\n",
                        "yaml.tag"),
                Case.of("a second document", HEAD + "‸---\nmodel: small@1\n", "yaml.documents"),
                Case.of(
                        "a key that is a list",
                        HEAD + "answers:\n  ? ‸[a, b]\n  : {rating: met}\n",
                        "yaml.key"),
                Case.of(
                        "a key that is a mapping",
                        HEAD + "answers:\n  ‸{a: b}: {rating: met}\n",
                        "yaml.key"),
                Case.of(
                        "values nested too deeply",
                        HEAD + "answers: " + "[".repeat(40) + "‸[" + "]".repeat(41) + "\n",
                        "file.depth"),
                Case.of(
                        "a million brackets",
                        HEAD + "answers: " + "[".repeat(40) + "‸" + "[".repeat(1_000_000),
                        "file.depth"),
                Case.of(
                        "a million levels of lists",
                        HEAD + "answers:\n" + "- ".repeat(40) + "‸" + "- ".repeat(1_000_000),
                        "file.depth"));
    }

    /// What YAML 1.1 and 1.2 read differently.
    static Stream<Case> ambiguous() {
        Stream<Case> texts =
                Stream.of(
                                "No",
                                "no",
                                "NO",
                                "yes",
                                "Yes",
                                "on",
                                "On",
                                "off",
                                "y",
                                "n",
                                "1:30",
                                "190:20:30",
                                "010",
                                "-012",
                                "1_000",
                                "1_000.5",
                                "0x1F",
                                "0o17",
                                "0b101",
                                "=")
                        .map(
                                written ->
                                        Case.of(
                                                written + " for a text",
                                                HEAD
                                                        + "answers:\n  alpha.one.way.1: {rating:"
                                                        + " met, note: ‸"
                                                        + written
                                                        + "}\n",
                                                "yaml.ambiguous"));
        Stream<Case> numbers =
                Stream.of("1:30", "010", "1_000", "0x1F", "0o17", "+0b11")
                        .map(
                                written ->
                                        Case.of(
                                                written + " for a number",
                                                HEAD
                                                        + "measures:\n  speed: {value: ‸‸"
                                                        + written
                                                        + ", unit: days}\n",
                                                "yaml.ambiguous",
                                                "file.type.number"));
        Stream<Case> keys =
                Stream.of("No", "yes", "on", "1:30", "010", "1_000", "<<")
                        .map(
                                written ->
                                        Case.of(
                                                written + " for a key",
                                                HEAD
                                                        + "answers:\n  ‸‸"
                                                        + written
                                                        + ": {rating: met}\n",
                                                "yaml.ambiguous",
                                                "assessment.answer.unknown"));
        return Stream.of(texts, numbers, keys).flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cases", "ambiguous"})
    void is_refused_in_its_place(Case wrong) {
        Path file = models.write("a.yaml", wrong.file().text());

        Parsed<ScoringInput> input = models.catalog().scoringInput(file, null, null);

        assertThat(input).isInstanceOf(Parsed.Invalid.class);
        assertThat(Models.lines(input)).isEqualTo(wrong.expected(file.toString()));
        Rendered.assertSound(input.findings());
    }

    @Test
    void what_is_ambiguous_may_stand_in_quotes() {
        Path file =
                models.write(
                        "a.yaml",
                        HEAD
                                + """
                                answers:
                                  alpha.one.way.1: {rating: met, note: "No"}
                                  "alpha.one.way.2": {"rating": 'met', note: '1:30'}
                                  alpha.one.way.3:
                                    rating: met
                                    note: |
                                      No
                                      010
                                """);

        assertThat(models.catalog().scoringInput(file, null, null)).isInstanceOf(Parsed.Ok.class);
    }

    @Test
    void ordinary_numbers_words_and_dates_are_not_ambiguous() {
        Path file =
                models.write(
                        "a.yaml",
                        """
                        ---
                        model: small@1
                        unit: {id: n-1, name: Norway, region: nothing, peerGroup: yesterday}
                        asOf: 2026-11-22
                        answers:
                          alpha.one.way.1: {rating: met, note: 10:30 之前}
                        measures:
                          speed: {value: +9.50, unit: days}
                        ...
                        """);

        assertThat(models.catalog().scoringInput(file, null, null)).isInstanceOf(Parsed.Ok.class);
    }
}
