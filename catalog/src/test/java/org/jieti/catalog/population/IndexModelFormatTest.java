package org.jieti.catalog.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.model.Language;
import org.jieti.core.model.ModelId;
import org.jieti.core.population.IndexModel;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Index models as files: sound ones are read, others refused with places.
class IndexModelFormatTest {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));

    @TempDir private Path folder = Path.of("");

    private List<String> changed(String from, String to) throws IOException {
        String sound = Files.readString(Golden.root().resolve("samples/asem/index.yaml"));
        assertThat(sound).contains(from);
        Path file = folder.resolve("index.yaml");
        Files.writeString(file, sound.replaceFirst(Pattern.quote(from), to));
        Parsed<IndexModel> parsed = CATALOG.indexModelNamed(file.toString());
        for (Finding finding : parsed.findings()) {
            assertThat(finding.message(Language.ZH)).isNotBlank();
            assertThat(finding.hint(Language.EN)).isNotNull();
            assertThat(finding.location().line()).isPositive();
        }
        return parsed.findings().stream().map(Finding::rule).distinct().toList();
    }

    @Test
    void all_shipped_index_models_are_sound() {
        assertThat(CATALOG.indexModels())
                .extracting(ModelId::toString)
                .containsExactly("egdi@2010", "egdi@2014", "egdi@2018", "egdi@2020", "gtmi@2022");
        assertThat(CATALOG.indexModels())
                .allSatisfy(
                        id ->
                                assertThat(CATALOG.indexModelNamed(id.toString()))
                                        .isInstanceOf(Parsed.Ok.class));
    }

    @Test
    void name_alone_means_the_newest_version_and_an_unknown_one_is_refused() {
        assertThat(Figures.model("egdi").id()).hasToString("egdi@2020");
        assertThat(CATALOG.indexModelNamed("egdi@1999").findings())
                .extracting(Finding::rule)
                .containsExactly("index.missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: physical | id: environ | index.id.duplicate",
                "group-mean: EurAsia_group | group-mean: Continent | index.grouping.unknown",
                "low: 0, high: 100 | low: 100, high: 0 | index.range",
                "- denominate | - screen: 0.5 | index.step.twice",
                "ranks: unrounded | ranks: published | index.ranks.published",
                "screen: 0.9 | screen: 90 | schema.oneOf",
                "missing: no-value | missing: zero | schema.enum",
            })
    void what_does_not_fit_is_refused(String from, String to, String rule) throws IOException {
        assertThat(changed(from, to)).anyMatch(found -> found.startsWith(rule));
    }

    @Test
    void weights_of_a_sum_must_add_up() throws IOException {
        assertThat(changed("aggregation: arithmetic-mean", "aggregation: weighted-sum"))
                .containsExactly("index.weights.sum");
    }

    @Test
    void every_rule_has_words_in_both_languages() throws IOException {
        for (String suffix : Stream.of("", "_zh").toList()) {
            Path bundle =
                    Golden.root()
                            .resolve("catalog/src/main/resources/org/jieti/catalog")
                            .resolve("findings" + suffix + ".properties");
            String words = Files.readString(bundle);
            for (String rule : rules()) {
                assertThat(words)
                        .contains("\n" + rule + ".message=")
                        .contains("\n" + rule + ".hint=");
            }
        }
    }

    /// The rules that the engine's sources name.
    private static List<String> rules() throws IOException {
        Path sources = Golden.root().resolve("core/src/main/java/org/jieti/core/population");
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        List<String> rules =
                Pattern.compile("\"((index|population)\\.[a-z.-]+)\"")
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .distinct()
                        .toList();
        assertThat(rules).hasSizeGreaterThan(15);
        return rules;
    }
}
