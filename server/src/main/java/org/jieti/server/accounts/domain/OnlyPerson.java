package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.PERSON;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.PersonKey;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jooq.DSLContext;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one person of a server for personal use, made at the first request. They assess their own
/// organisation, and have no password.
@Service
public class OnlyPerson {
    private static final String USERNAME = "me";
    private static final List<Role> ROLES =
            List.of(Role.CONTRIBUTOR, Role.INTERNAL_REVIEWER, Role.UNIT_HEAD);

    private final DSLContext database;
    private final People people;
    private final MessageSource messages;

    OnlyPerson(DSLContext database, People people, MessageSource messages) {
        this.database = database;
        this.people = people;
        this.messages = messages;
    }

    @Transactional
    public PersonKey key() {
        UUID id =
                database.select(PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.USERNAME.eq(USERNAME))
                        .fetchOne(PERSON.ID);
        return new PersonKey(id == null ? make() : id, USERNAME);
    }

    private UUID make() {
        UUID organisation =
                people.addOrganisation(say("accounts.only.organisation"), OrganisationKind.UNIT);
        UUID person = people.addPerson(organisation, USERNAME, say("accounts.only.name"), null);
        for (Role role : ROLES) {
            people.grant(person, new RoleGrant(role, organisation, null, null), null);
        }
        return person;
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
