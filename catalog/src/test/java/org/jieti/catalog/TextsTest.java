package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.fixture.Case;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.core.model.NodeId;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;

/// Every rule that can be reported has a message and a hint in both languages, and they say the
/// same.
class TextsTest {
    private static final ResourceBundle EN =
            ResourceBundle.getBundle("org.jieti.catalog.findings", Locale.ROOT);
    private static final ResourceBundle ZH =
            ResourceBundle.getBundle("org.jieti.catalog.findings", Locale.SIMPLIFIED_CHINESE);
    private static final Pattern RULE =
            Pattern.compile(
                    "\"((?:file|yaml|json|model|weights|preset|assessment|clauses)(?:\\.[a-z]+(?:-[a-z]+)*)+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");

    /// Rules that no file can break, because its schema or its reader is stricter; they guard
    /// models and assessments that come from elsewhere.
    private static final Set<String> NOT_FROM_FILES =
            Set.of("assessment.model", "model.points.range", "model.veto.cap");

    /// Rules that no case of the tables breaks, and where they are shown instead.
    private static final Set<String> SHOWN_ELSEWHERE =
            Set.of(
                    // FileTest
                    "file.missing",
                    "file.kind",
                    "file.size",
                    "file.encoding",
                    "file.empty",
                    // BombTest
                    "file.many",
                    "file.values",
                    // AssessmentTest
                    "file.unknown",
                    "assessment.kind",
                    "preset.unknown",
                    "preset.no-levels",
                    // WeightSetTest
                    "weights.model",
                    "weights.set.unknown",
                    // ClausesTest
                    "clauses.model",
                    // ModelTest
                    "model.points.ladder",
                    "model.criterion.heavy",
                    // needs a file without permission to read, which the superuser always has
                    "file.unreadable");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(ZH.keySet()).isEqualTo(EN.keySet());
    }

    @Test
    void every_rule_in_the_code_has_message_and_hint_and_no_text_is_left_over() {
        Set<String> keys = new TreeSet<>();
        for (String rule : rulesInTheCode()) {
            keys.add(rule + ".message");
            keys.add(rule + ".hint");
        }
        keys.addAll(List.of("schema.message", "schema.hint"));

        assertThat(texts()).isEqualTo(keys);
    }

    @Test
    void every_rule_is_broken_by_a_case_of_the_tests() {
        Set<String> broken =
                Stream.of(
                                AssessmentTest.answers(),
                                AssessmentTest.measures(),
                                AssessmentTest.heads(),
                                WeightSetTest.cases(),
                                ModelTest.ofTheModelFile(),
                                ModelTest.ofADomainFile(),
                                YamlTest.cases(),
                                YamlTest.ambiguous().toList(),
                                JsonTest.cases(),
                                ClausesTest.cases())
                        .flatMap(Collection::stream)
                        .map(Case::rules)
                        .flatMap(Collection::stream)
                        .filter(rule -> !rule.startsWith("schema."))
                        .collect(Collectors.toCollection(TreeSet::new));
        broken.addAll(SHOWN_ELSEWHERE);
        broken.addAll(NOT_FROM_FILES);

        assertThat(broken).isEqualTo(rulesInTheCode());
    }

    @Test
    void rules_that_no_file_breaks_have_their_texts_all_the_same() {
        Location at = Location.whole("model");

        Rendered.assertSound(
                List.of(
                        Finding.error(at, "assessment.model", "small@1", "small@2"),
                        Finding.error(at, "model.points.range", new NodeId("a.b"), -1.0),
                        Finding.error(at, "model.veto.cap", new NodeId("a.b"), 4, 3),
                        Finding.error(at, "file.unreadable", "a.yaml")));
    }

    @Test
    void both_languages_take_the_same_values() {
        for (String key : EN.keySet()) {
            assertThat(placeholders(ZH.getString(key)))
                    .as(key)
                    .isEqualTo(placeholders(EN.getString(key)));
        }
    }

    @Test
    void values_are_counted_without_gaps() {
        for (String rule : rulesInTheCode()) {
            Set<String> all = placeholders(EN.getString(rule + ".message"));
            all.addAll(placeholders(EN.getString(rule + ".hint")));

            assertThat(all)
                    .as(rule)
                    .isEqualTo(
                            Stream.iterate(0, i -> i + 1)
                                    .limit(all.size())
                                    .map(String::valueOf)
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void each_bundle_keeps_to_its_language() {
        for (String key : EN.keySet()) {
            assertThat(EN.getString(key)).as(key).doesNotContainPattern("\\p{IsHan}|[，。：；（）]");
            assertThat(ZH.getString(key)).as(key).containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void no_apostrophe_swallows_a_placeholder() {
        for (String key : EN.keySet()) {
            for (ResourceBundle bundle : List.of(EN, ZH)) {
                assertThat(bundle.getString(key).replace("''", "")).as(key).doesNotContain("'");
            }
        }
    }

    private static Set<String> texts() {
        return EN.keySet().stream()
                .filter(key -> !key.startsWith("word."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rulesInTheCode() {
        return Stream.of("core", "catalog")
                .flatMap(module -> sources(Golden.root().resolve(module).resolve("src/main/java")))
                .flatMap(source -> RULE.matcher(source).results().map(TextsTest::rule))
                .filter(rule -> !rule.endsWith(".yaml") && !rule.endsWith(".json"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String rule(MatchResult match) {
        return match.group(1);
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::source)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
