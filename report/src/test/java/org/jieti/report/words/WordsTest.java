package org.jieti.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jieti.core.model.Language;
import org.jieti.core.model.Limit;
import org.jieti.report.Samples;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle("org.jieti.report.words", Words.locale(language));
    }

    /// The words of one file alone: a bundle would fall back to English where Chinese is missing.
    private static Set<String> keys(String file) throws IOException {
        Properties words = new Properties();
        try (InputStream in =
                        Objects.requireNonNull(
                                Words.class.getResourceAsStream("/org/jieti/report/" + file));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words.stringPropertyNames();
    }

    @Test
    void both_languages_have_the_same_words() throws IOException {
        assertThat(keys("words_zh.properties")).isEqualTo(keys("words.properties"));
    }

    @Test
    void english_words_hold_no_chinese() {
        ResourceBundle english = bundle(Language.EN);
        assertThat(english.keySet()).noneMatch(key -> HAN.matcher(english.getString(key)).find());
    }

    @Test
    void every_word_takes_the_same_values_in_both_languages() {
        ResourceBundle english = bundle(Language.EN);
        ResourceBundle chinese = bundle(Language.ZH);
        assertThat(english.keySet())
                .allSatisfy(
                        key ->
                                assertThat(places(chinese.getString(key)))
                                        .as(key)
                                        .isSubsetOf(places(english.getString(key))));
    }

    private static Set<String> places(String pattern) {
        return Pattern.compile("\\{\\d\\}")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void a_limit_says_its_side_and_unit() {
        Words words = new Words(Language.ZH, Samples.mini().model());
        assertThat(words.limit(new Limit(Limit.Side.BELOW, 1.5), "1")).isEqualTo("小于 1.5");
        assertThat(words.limit(new Limit(Limit.Side.AT_MOST, 30), "days")).isEqualTo("不大于 30 天");
        assertThat(words.measured(12, "CNY/year")).isEqualTo("12 CNY/year");
    }

    @Test
    void a_method_without_a_word_is_called_as_it_is_written() {
        Words words = new Words(Language.EN, Samples.mini().model());
        assertThat(words.method("ahp")).isEqualTo("analytic hierarchy process");
        assertThat(words.method("guess")).isEqualTo("guess");
    }
}
