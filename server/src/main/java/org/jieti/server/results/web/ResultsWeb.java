package org.jieti.server.results.web;

import org.jieti.server.assessments.AssessmentTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResultsWeb {
    private static final int RANK = 50;

    @Bean
    AssessmentTab resultTab() {
        return new AssessmentTab("results.title", ResultController.TAB, RANK, (_, _) -> true);
    }
}
