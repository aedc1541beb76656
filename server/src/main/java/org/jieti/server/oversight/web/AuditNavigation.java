package org.jieti.server.oversight.web;

import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditNavigation {
    @Bean
    NavigationEntry auditEntry(Visitors visitors, Rights rights) {
        return new NavigationEntry(
                "oversight.title",
                "/audit",
                90,
                () -> {
                    SignedIn me = visitors.current();
                    return me != null && rights.mayAnywhere(me, Action.READ_AUDIT);
                });
    }
}
