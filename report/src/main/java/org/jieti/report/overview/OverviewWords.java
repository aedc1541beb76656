package org.jieti.report.overview;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import org.jieti.core.model.Language;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// The words of the page of many units. A word that is missing is an error.
record OverviewWords(Language language, ResourceBundle bundle) {
    private static final String BUNDLE = "org.jieti.report.overview";

    static OverviewWords of(Language language) {
        return new OverviewWords(
                language, ResourceBundle.getBundle(BUNDLE, Words.locale(language)));
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Words.locale(language))
                .format(Arrays.stream(values).map(String::valueOf).toArray());
    }

    /// As in the `lang` of a page.
    String lang() {
        return switch (language) {
            case ZH -> "zh-CN";
            case EN -> "en";
        };
    }

    /// One bar of several.
    ///
    /// @param counts those of all bars
    /// @param of how many units there are
    Overview.Bar bar(String label, int count, List<Integer> counts, int of, String shade) {
        int longest = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        return new Overview.Bar(
                label,
                Integer.toString(count),
                Numbers.decimals(100.0 * count / Math.max(1, of), 1) + "%",
                count == 0 ? "0" : Numbers.decimals(100.0 * count / longest, 1),
                shade);
    }
}
