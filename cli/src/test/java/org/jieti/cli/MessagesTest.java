package org.jieti.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.catalog.format.FileKind;
import org.jieti.core.model.Language;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;

/// The messages of the command line say the same in both languages.
class MessagesTest {
    private static final ResourceBundle EN = Session.bundle(Language.EN);
    private static final ResourceBundle ZH = Session.bundle(Language.ZH);

    /// Keys whose texts are only values, signs or headings that picocli sets.
    private static final Set<String> WORDLESS =
            Set.of(
                    "sentence",
                    "usage.wrong",
                    "explain.anchor",
                    "diff.value",
                    "index.peer",
                    "view.carried.from",
                    "view.judged",
                    "view.reason");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(ZH.keySet()).isEqualTo(EN.keySet());
    }

    @Test
    void both_languages_take_the_same_values() {
        for (String key : EN.keySet()) {
            assertThat(matches("\\{[0-9]}", ZH.getString(key)))
                    .as(key)
                    .isEqualTo(matches("\\{[0-9]}", EN.getString(key)));
        }
    }

    @Test
    void each_bundle_keeps_to_its_language() {
        for (String key : EN.keySet()) {
            assertThat(EN.getString(key)).as(key).doesNotContainPattern("\\p{IsHan}|[，。：；（）]");
            if (!WORDLESS.contains(key)) {
                assertThat(ZH.getString(key)).as(key).containsPattern("\\p{IsHan}");
            }
        }
    }

    @Test
    void every_message_in_the_code_is_there() {
        Set<String> keys = new TreeSet<>();
        sources(Golden.root().resolve("cli/src/main/java"))
                .forEach(
                        source ->
                                keys.addAll(
                                        matches(
                                                "(?<=session\\.(?:say|refuse|badInput)\\(\\s{0,60}\")[A-Za-z._-]+(?=\"[,)])",
                                                source)));

        assertThat(keys).hasSizeGreaterThan(80);
        assertThat(EN.keySet()).containsAll(keys);
    }

    @Test
    void every_kind_of_file_has_a_name() {
        for (FileKind kind : FileKind.values()) {
            assertThat(EN.keySet()).contains("kind." + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void no_apostrophe_swallows_a_placeholder() {
        for (String key : EN.keySet()) {
            String text = EN.getString(key) + ZH.getString(key);
            if (text.contains("{0}")) {
                assertThat(text.replace("''", "").replaceAll("'[{}]'", ""))
                        .as(key)
                        .doesNotContain("'");
            }
        }
    }

    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
