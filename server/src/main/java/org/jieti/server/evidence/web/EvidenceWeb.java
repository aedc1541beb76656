package org.jieti.server.evidence.web;

import org.jieti.server.assessments.AssessmentTab;
import org.jieti.server.assessments.EvidenceCounts;
import org.jieti.server.evidence.domain.EvidenceAccess;
import org.jieti.server.evidence.domain.EvidenceLibrary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvidenceWeb {
    static final String TAB = "/evidence";
    private static final int RANK = 25;

    @Bean
    AssessmentTab evidenceTab(EvidenceAccess access) {
        return new AssessmentTab("evidence.title", TAB, RANK, access::mayRead);
    }

    @Bean
    EvidenceCounts evidenceCounts(EvidenceAccess access, EvidenceLibrary library) {
        return new EvidenceCounts(access::mayRead, library::counts);
    }
}
