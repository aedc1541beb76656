package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.fixture.Rendered;
import org.jieti.core.model.NodeId;
import org.junit.jupiter.api.Test;

/// Every rule that can be reported has a message and a hint in both languages, and they say the
/// same.
class TextsTest {
    private static final ResourceBundle EN =
            ResourceBundle.getBundle("org.jieti.catalog.findings", Locale.ROOT);
    private static final ResourceBundle ZH =
            ResourceBundle.getBundle("org.jieti.catalog.findings", Locale.SIMPLIFIED_CHINESE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(ZH.keySet()).isEqualTo(EN.keySet());
    }

    @Test
    void every_rule_in_the_code_has_message_and_hint_and_no_text_is_left_over() {
        Set<String> keys = new TreeSet<>();
        for (String rule : RuleCalls.rules()) {
            keys.add(rule + ".message");
            keys.add(rule + ".hint");
        }
        keys.addAll(List.of("schema.message", "schema.hint"));

        assertThat(texts()).isEqualTo(keys);
    }

    @Test
    void every_rule_is_named_in_a_test() {
        Set<String> rules = RuleCalls.rules();
        // takes a file without permission to read, which the superuser always has
        rules.remove("file.unreadable");

        assertThat(RuleCalls.rulesNamedInTests()).containsAll(rules);
    }

    @Test
    void every_call_gives_as_many_values_as_the_texts_take() {
        assertThat(RuleCalls.all()).hasSizeGreaterThan(100);
        for (RuleCalls.Call call : RuleCalls.all()) {
            Set<String> taken = placeholders(EN.getString(call.rule() + ".message"));
            taken.addAll(placeholders(EN.getString(call.rule() + ".hint")));
            assertThat(call.values())
                    .as("values for %s in %s", call.rule(), call.file())
                    .isGreaterThanOrEqualTo(taken.size());
        }
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
        for (String rule : RuleCalls.rules()) {
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
                assertThat(bundle.getString(key).replace("''", "").replaceAll("'[{}]'", ""))
                        .as(key)
                        .doesNotContain("'");
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
}
