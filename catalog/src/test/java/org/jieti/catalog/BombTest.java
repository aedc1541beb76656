package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.fixture.Cost;
import org.jieti.catalog.fixture.Models;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.core.result.ScoringInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files made to exhaust time or memory are refused soon, in memory of the order of the file.
class BombTest {
    private static final String HEAD =
            "model: small@1\nunit: {id: u-1, name: x}\nasOf: 2026-11-22\n";
    private static final int ALMOST_16_MEGABYTES = 16_000_000;

    private final Models models;

    BombTest(@TempDir Path folder) {
        models = new Models(folder);
    }

    private Cost<Parsed<ScoringInput>> read(String name, String text) {
        Path file = models.write(name, text);
        Cost<Parsed<ScoringInput>> cost =
                Cost.of(() -> models.catalog().scoringInput(file, null, null));
        assertThat(cost.result()).isInstanceOf(Parsed.Invalid.class);
        assertThat(cost.result().findings()).hasSizeLessThanOrEqualTo(5001);
        Rendered.assertSound(cost.result().findings().stream().limit(100).toList());
        return cost;
    }

    private static List<String> rules(Cost<Parsed<ScoringInput>> cost) {
        return cost.result().findings().stream().map(Finding::rule).distinct().toList();
    }

    private static void assertSmall(Cost<Parsed<ScoringInput>> cost) {
        assertThat(cost.time()).isLessThan(Duration.ofSeconds(2));
        assertThat(cost.allocatedMegabytes()).isLessThan(50);
    }

    private static void assertOfTheOrderOfTheFile(Cost<Parsed<ScoringInput>> cost) {
        assertThat(cost.time()).isLessThan(Duration.ofSeconds(10));
        assertThat(cost.allocatedMegabytes()).isLessThan(1500);
    }

    @Test
    void a_billion_laughs_are_refused_at_once() {
        String laughs =
                "a0: &a0"
                    + " [\"lol\",\"lol\",\"lol\",\"lol\",\"lol\",\"lol\",\"lol\",\"lol\",\"lol\"]\n"
                        + IntStream.rangeClosed(1, 9)
                                .mapToObj(
                                        i ->
                                                "a%d: &a%d [%s]\n"
                                                        .formatted(
                                                                i,
                                                                i,
                                                                ("*a" + (i - 1) + ",").repeat(9)))
                                .collect(Collectors.joining());

        Cost<Parsed<ScoringInput>> cost = read("laughs.yaml", HEAD + laughs);

        assertThat(rules(cost)).containsExactly("file.key.unknown", "yaml.alias");
        // ten anchors and nine times nine aliases, each named once, none followed
        assertThat(cost.result().findings()).hasSize(10 + 10 + 81);
        assertSmall(cost);
    }

    @Test
    void an_alias_to_itself_is_refused() {
        Cost<Parsed<ScoringInput>> cost = read("self.yaml", HEAD + "answers: &a [*a]\n");

        assertThat(rules(cost)).contains("yaml.alias");
        assertSmall(cost);
    }

    @Test
    void a_file_of_aliases_lists_some_thousands_and_says_that_there_are_more() {
        Cost<Parsed<ScoringInput>> cost =
                read("aliases.yaml", "answers: [" + "*a,".repeat(1_000_000) + "]");

        assertThat(rules(cost)).contains("yaml.alias", "file.many");
        assertOfTheOrderOfTheFile(cost);
    }

    @Test
    void a_file_of_nothing_but_values_is_refused() {
        Cost<Parsed<ScoringInput>> cost =
                read("values.yaml", "answers: [" + "1,".repeat(ALMOST_16_MEGABYTES / 2) + "]");

        assertThat(rules(cost)).containsExactly("file.values");
        assertOfTheOrderOfTheFile(cost);
    }

    @Test
    void a_json_file_of_nothing_but_values_is_refused() {
        Cost<Parsed<ScoringInput>> cost =
                read("values.json", "[" + "1,".repeat(ALMOST_16_MEGABYTES / 2) + "1]");

        assertThat(rules(cost)).containsExactly("file.values");
        assertOfTheOrderOfTheFile(cost);
    }

    @Test
    void a_file_of_the_same_key_is_refused() {
        Cost<Parsed<ScoringInput>> cost = read("keys.yaml", HEAD + "a: b\n".repeat(500_000));

        assertThat(rules(cost)).containsExactly("file.many", "file.key.duplicate");
        assertOfTheOrderOfTheFile(cost);
    }

    @Test
    void a_number_of_a_million_digits_is_no_number() {
        String digits = "9".repeat(1_000_000);

        Cost<Parsed<ScoringInput>> yaml =
                read(
                        "digits.yaml",
                        HEAD + "measures: {speed: {value: " + digits + ", unit: days}}");

        assertThat(rules(yaml)).containsExactly("file.type.number");
        assertSmall(yaml);
    }

    @Test
    void a_time_of_half_a_million_parts_is_no_number() {
        Cost<Parsed<ScoringInput>> cost =
                read(
                        "times.yaml",
                        HEAD
                                + "measures: {speed: {value: 1"
                                + ":1".repeat(500_000)
                                + ", unit: days}}");

        assertThat(rules(cost)).containsExactly("file.type.number");
        assertSmall(cost);
    }

    @Test
    void a_model_with_a_number_of_a_million_digits_or_a_huge_exponent_is_refused() {
        for (String number :
                List.of(
                        "9".repeat(1_000_000),
                        "1e999999999",
                        "1e-999999999",
                        "1e-99999999999999999999",
                        "0." + "0".repeat(1_000_000) + "1")) {
            models.write("model.yaml", Models.text("model.yaml", "S: 1,", "S: " + number + ","));

            Cost<Parsed<ScoringInput>> cost = read("a.yaml", HEAD);

            assertThat(rules(cost)).isSubsetOf("schema.type", "schema.minimum").isNotEmpty();
            assertSmall(cost);
        }
    }

    @Test
    void a_key_of_many_megabytes_is_no_key() {
        Cost<Parsed<ScoringInput>> cost =
                read("long.yaml", HEAD + "a".repeat(ALMOST_16_MEGABYTES - 100) + ": 1\n");

        assertThat(rules(cost)).containsExactly("yaml.syntax");
        assertOfTheOrderOfTheFile(cost);
    }
}
