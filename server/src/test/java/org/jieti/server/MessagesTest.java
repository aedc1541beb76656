package org.jieti.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every text exists in both languages.
class MessagesTest {
    private static final Pattern USED = Pattern.compile("#\\{([a-z][\\w.-]*[\\w])[(}]");

    private final PathMatchingResourcePatternResolver files =
            new PathMatchingResourcePatternResolver();

    @Test
    void both_languages_have_the_same_keys_named_after_their_feature() throws IOException {
        for (Resource chinese : files.getResources("classpath*:messages/*_zh.properties")) {
            String feature = String.valueOf(chinese.getFilename()).replace("_zh.properties", "");
            Properties zh = read(chinese);
            Properties en =
                    read(files.getResource("classpath:messages/" + feature + ".properties"));

            assertThat(zh.stringPropertyNames()).as(feature).isEqualTo(en.stringPropertyNames());
            assertThat(zh.stringPropertyNames()).allMatch(key -> key.startsWith(feature + "."));
            assertThat(zh.stringPropertyNames()).noneMatch(key -> zh.getProperty(key).isBlank());
        }
    }

    @Test
    void every_text_that_a_template_names_exists() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Resource bundle : files.getResources("classpath*:messages/*_zh.properties")) {
            keys.addAll(read(bundle).stringPropertyNames());
        }
        Resource words = files.getResource("classpath:org/jieti/report/words_zh.properties");
        keys.addAll(read(words).stringPropertyNames());
        Set<String> used = new TreeSet<>();
        for (Resource template : files.getResources("classpath*:templates/**/*.html")) {
            Matcher found = USED.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (found.find()) {
                used.add(found.group(1));
            }
        }

        assertThat(used).isNotEmpty();
        assertThat(keys).containsAll(used);
    }

    private static Properties read(Resource file) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader =
                new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
