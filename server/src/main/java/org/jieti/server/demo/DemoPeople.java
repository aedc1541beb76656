package org.jieti.server.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.springframework.context.MessageSource;

/// The invented people of a demonstration platform, as they are made.
final class DemoPeople {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final People people;
    private final MessageSource messages;
    private final SecureRandom random = new SecureRandom();
    private final List<DemoPlatform.Account> accounts = new ArrayList<>();

    DemoPeople(People people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    /// Those made so far who can sign in.
    List<DemoPlatform.Account> accounts() {
        return List.copyOf(accounts);
    }

    UUID organisation(String key, OrganisationKind kind) {
        return people.addOrganisation(say(key), kind);
    }

    /// Adds somebody who can sign in.
    ///
    /// @param username also the last part of the message that names them
    SignedIn account(String username, UUID organisation, Role... roles) {
        String password = password();
        accounts.add(new DemoPlatform.Account(username, password));
        String name = say("demo.person." + username);
        UUID id = people.addPerson(organisation, username, name, password);
        return granted(id, username, name, organisation, roles);
    }

    /// Adds somebody who only acts while the platform is made.
    SignedIn extra(String username, UUID organisation, Role... roles) {
        String name = say("demo.person.extra");
        UUID id = people.addPerson(organisation, username, name, null);
        return granted(id, username, name, organisation, roles);
    }

    private SignedIn granted(
            UUID id, String username, String name, UUID organisation, Role... roles) {
        List<RoleGrant> grants =
                Stream.of(roles)
                        .map(role -> new RoleGrant(role, organisation, null, null))
                        .toList();
        for (RoleGrant grant : grants) {
            if (!people.grant(id, grant, null)) {
                throw new IllegalStateException("A new person has no role that excludes " + grant);
            }
        }
        return new SignedIn(id, username, name, organisation, "", grants);
    }

    /// About 79 bits: 16 of 31 letters and digits that are not mistaken for each other.
    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            password.append(i > 0 && i % GROUP == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    String say(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
