package org.jieti.server.accounts.web;

import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountsNavigation {
    @Bean
    NavigationEntry peopleEntry(Visitors visitors, Rights rights) {
        return new NavigationEntry(
                "accounts.people.title",
                "/people",
                70,
                () -> may(visitors, rights, Action.READ_PEOPLE));
    }

    @Bean
    NavigationEntry organisationsEntry(Visitors visitors, Rights rights) {
        return new NavigationEntry(
                "accounts.organisations.title",
                "/organisations",
                80,
                () -> may(visitors, rights, Action.MANAGE_ORGANISATIONS));
    }

    private static boolean may(Visitors visitors, Rights rights, Action action) {
        SignedIn me = visitors.current();
        return me != null && rights.mayAnywhere(me, action);
    }
}
