package org.jieti.server.shared.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// All bundles of `messages`, one a feature: `<feature>.properties` in English and
/// `<feature>_zh.properties` in Chinese; every key begins with its feature's name. After them come
/// the words of the reports, whose fragments pages use.
@Configuration(proxyBeanMethods = false)
class Messages {
    private static final String CHINESE = "_zh.properties";

    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles().toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static List<String> bundles() throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:messages/*" + CHINESE);
        return Stream.concat(
                        Arrays.stream(found)
                                .map(resource -> String.valueOf(resource.getFilename()))
                                .map(name -> "messages/" + name.replace(CHINESE, ""))
                                .sorted(),
                        Stream.of("org/jieti/report/words"))
                .toList();
    }
}
