package org.jieti.server.models.web;

import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ModelsNavigation {
    @Bean
    NavigationEntry modelsEntry(Visitors visitors, Rights rights) {
        return new NavigationEntry(
                "models.title",
                "/models",
                40,
                () -> {
                    SignedIn me = visitors.current();
                    return me != null && rights.mayAnywhere(me, Action.READ_MODELS);
                });
    }
}
