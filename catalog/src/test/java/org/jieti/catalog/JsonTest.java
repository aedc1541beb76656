package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.core.result.ScoringInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// JSON is refused for the same things as YAML, in the same form.
class JsonTest {
    private static final String HEAD =
            """
            {"model": "small@1", "unit": {"id": "u-1", "name": "测试县"}, "asOf": "2026-11-22",
            """;

    private final Models models;

    JsonTest(@TempDir Path folder) {
        models = new Models(folder);
    }

    static List<Case> cases() {
        return List.of(
                Case.of("a trailing comma", HEAD + "\"answers\": {},‸}", "json.syntax"),
                Case.of("a comma in place of a value", "[‸,]", "json.syntax"),
                Case.of(
                        "a duplicate key",
                        HEAD
                                + "\"answers\": {\n  \"alpha.one.way.1\": {\"rating\": \"met\"},\n"
                                + "  ‸\"alpha.one.way.1\": {\"rating\": \"unmet\"}}}",
                        "file.key.duplicate"),
                Case.of(
                        "a duplicate key at the top",
                        HEAD + "\"answers\": {}, ‸\"answers\": {}}",
                        "file.key.duplicate"),
                Case.of("a second value", HEAD + "\"answers\": {}}\n‸{}", "json.trailing"),
                Case.of("words after the end", HEAD + "\"answers\": {}}\n‸done", "json.syntax"),
                Case.of("no end", HEAD + "\"answers\": {‸", "json.syntax"),
                Case.of("single quotes", "{‸'model': 'small@1'}", "json.syntax"),
                Case.of("a comment", HEAD + "‸// none\n\"answers\": {}}", "json.syntax"),
                Case.of(
                        "a number that is none",
                        HEAD + "\"measures\": {\"speed\": {\"value\": NaN‸, \"unit\": \"days\"}}}",
                        "json.syntax"),
                Case.of(
                        "an infinite number",
                        HEAD
                                + "\"measures\": {\"speed\": {\"value\": ‸1e999, \"unit\":"
                                + " \"days\"}}}",
                        "file.type.number"),
                Case.of(
                        "a number in quotes",
                        HEAD
                                + "\"measures\": {\"speed\": {\"value\": ‸\"9\", \"unit\":"
                                + " \"days\"}}}",
                        "file.type.number"),
                Case.of(
                        "a number that begins with 0",
                        HEAD + "\"measures\": {\"speed\": {\"value\": 0‸10, \"unit\": \"days\"}}}",
                        "json.syntax"),
                Case.of(
                        "a null for a unit", "‸{\"model\": \"small@1\", \"unit\": ‸null}",
                        "file.key.missing", "file.type.mapping"),
                Case.of(
                        "a rating off the scale",
                        HEAD
                                + "\"answers\": {\n  \"alpha.one.way.1\": {\"note\": \"好\","
                                + " \"rating\": ‸\"good\"}}}",
                        "assessment.rating.scale"),
                Case.of(
                        "an unknown field at the top",
                        HEAD + "\"answers\": {}, ‸\"extra\": 1}",
                        "file.key.unknown"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is_refused_in_its_place(Case wrong) {
        Path file = models.write("a.json", wrong.file().text());

        Parsed<ScoringInput> input = models.catalog().scoringInput(file, null, null);

        assertThat(input).isInstanceOf(Parsed.Invalid.class);
        assertThat(Models.lines(input)).isEqualTo(wrong.expected(file.toString()));
        Rendered.assertSound(input.findings());
    }

    @Test
    void a_million_brackets_are_refused() {
        Path file = models.write("a.json", HEAD + "\"answers\": " + "[".repeat(1_000_000));

        Parsed<ScoringInput> input = models.catalog().scoringInput(file, null, null);

        assertThat(input.findings()).extracting("rule").containsExactly("file.depth");
        Rendered.assertSound(input.findings());
    }

    @Test
    void a_file_with_nothing_but_a_byte_order_mark_is_empty() {
        Path file = models.write("a.json", "\uFEFF \n");

        assertThat(Models.lines(models.catalog().scoringInput(file, null, null)))
                .containsExactly(file + " file.empty");
    }

    @Test
    void a_sound_assessment_is_read() {
        Path file =
                models.write(
                        "a.json",
                        HEAD
                                + "\"answers\": {\"alpha.one.way.1\": {\"rating\": \"met\"}},"
                                + " \"measures\": {\"speed\": {\"value\": 9.5, \"unit\":"
                                + " \"days\"}}}\n");

        assertThat(models.catalog().scoringInput(file, null, null)).isInstanceOf(Parsed.Ok.class);
    }
}
