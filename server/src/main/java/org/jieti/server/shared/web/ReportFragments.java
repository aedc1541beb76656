package org.jieti.server.shared.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Lets pages use what the reports are made of: their fragments, as `~{fragments/radar ::
/// radar(…)}`, the words in them, and their styles and scripts under `/assets/report`.
@Configuration(proxyBeanMethods = false)
class ReportFragments implements WebMvcConfigurer {
    private static final Duration YEAR = Duration.ofDays(365);

    @Bean
    ClassLoaderTemplateResolver reportTemplates() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("org/jieti/report/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setResolvablePatterns(Set.of("fragments/*"));
        templates.setOrder(0);
        return templates;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/report/**")
                .addResourceLocations("classpath:/org/jieti/report/assets/")
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
