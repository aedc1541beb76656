package org.jieti.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;

/// Every bundle of texts in the project, wherever it lies, says the same in both languages: a
/// missing Chinese text would silently be English.
class MessagesTest {
    private static final Pattern VALUE = Pattern.compile("\\{[0-9]");

    private static List<Path> chineseBundles() throws IOException {
        try (Stream<Path> modules = Files.list(Golden.root())) {
            List<Path> folders =
                    modules.map(module -> module.resolve("src/main/resources"))
                            .filter(Files::isDirectory)
                            .sorted()
                            .toList();
            Set<Path> found = new TreeSet<>();
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith("_zh.properties"))
                            .forEach(found::add);
                }
            }
            return List.copyOf(found);
        }
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static Map<String, String> english(Path chinese) throws IOException {
        String name = chinese.getFileName().toString().replace("_zh.properties", ".properties");
        return texts(chinese.resolveSibling(name));
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void all_bundles_are_found() throws IOException {
        assertThat(chineseBundles().stream().map(file -> file.getFileName().toString()))
                .contains(
                        "words_zh.properties",
                        "robustness_zh.properties",
                        "sensitivity_zh.properties",
                        "agreement_zh.properties",
                        "weighing_zh.properties",
                        "messages_zh.properties",
                        "findings_zh.properties",
                        "shared_zh.properties");
    }

    @Test
    void both_languages_have_the_same_keys_and_no_text_is_empty() throws IOException {
        for (Path bundle : chineseBundles()) {
            Map<String, String> chinese = texts(bundle);

            assertThat(chinese.keySet()).as(bundle.toString()).isEqualTo(english(bundle).keySet());
            assertThat(chinese).as(bundle.toString()).isNotEmpty();
        }
    }

    @Test
    void both_languages_take_the_same_values() throws IOException {
        for (Path bundle : chineseBundles()) {
            Map<String, String> chinese = texts(bundle);
            english(bundle)
                    .forEach(
                            (key, text) -> {
                                String where = bundle.getFileName() + " " + key;
                                assertThat(values(chinese.getOrDefault(key, "")))
                                        .as(where)
                                        .isEqualTo(values(text));
                            });
        }
    }
}
