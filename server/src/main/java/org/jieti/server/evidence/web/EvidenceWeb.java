package org.jieti.server.evidence.web;

import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.assessments.AssessmentTab;
import org.jieti.server.assessments.EvidenceCounts;
import org.jieti.server.evidence.domain.EvidenceAccess;
import org.jieti.server.evidence.domain.EvidenceLibrary;
import org.jieti.server.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvidenceWeb {
    static final String TAB = "/evidence";
    private static final int RANK = 25;
    private static final int CHECK_RANK = 80;

    @Bean
    AssessmentTab evidenceTab(EvidenceAccess access) {
        return new AssessmentTab("evidence.title", TAB, RANK, access::mayRead);
    }

    @Bean
    EvidenceCounts evidenceCounts(EvidenceAccess access, EvidenceLibrary library) {
        return new EvidenceCounts(access::mayRead, library::counts);
    }

    @Bean
    NavigationEntry storeCheckEntry(Rights rights, Visitors visitors) {
        return new NavigationEntry(
                "evidence.check",
                "/evidence/check",
                CHECK_RANK,
                () -> {
                    SignedIn me = visitors.current();
                    return me != null && rights.mayAnywhere(me, Action.CHECK_EVIDENCE);
                });
    }
}
