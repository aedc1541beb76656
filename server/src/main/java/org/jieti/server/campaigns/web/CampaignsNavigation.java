package org.jieti.server.campaigns.web;

import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CampaignsNavigation {
    @Bean
    NavigationEntry roundsEntry(Visitors visitors, Rights rights) {
        return new NavigationEntry(
                "campaigns.title",
                "/rounds",
                20,
                () ->
                        may(visitors, rights, Action.READ_ROUNDS)
                                || may(visitors, rights, Action.READ_ALL_ROUNDS));
    }

    @Bean
    NavigationEntry unitsEntry(Visitors visitors, Rights rights) {
        return new NavigationEntry(
                "units.title", "/units", 30, () -> may(visitors, rights, Action.READ_UNITS));
    }

    private static boolean may(Visitors visitors, Rights rights, Action action) {
        SignedIn me = visitors.current();
        return me != null && rights.mayAnywhere(me, action);
    }
}
