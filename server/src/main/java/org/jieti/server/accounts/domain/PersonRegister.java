package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;
import static org.jieti.server.database.schema.Tables.ROLE_GRANT;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.database.schema.Tables;
import org.jieti.server.shared.Paged;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The accounts, as their administrators see and keep them. Each change leaves an audit row with
/// what was before and after.
@Service
@Transactional
public class PersonRegister {
    private final DSLContext database;
    private final Clock clock;
    private final People people;
    private final LastAdministrators last;
    private final Sessions sessions;
    private final AuditTrail trail;

    PersonRegister(
            DSLContext database,
            Clock clock,
            People people,
            LastAdministrators last,
            Sessions sessions,
            AuditTrail trail) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.last = last;
        this.sessions = sessions;
        this.trail = trail;
    }

    /// What the list can be sorted by; Chinese by pinyin.
    public enum Sort {
        NAME,
        USERNAME,
        ORGANISATION;

        private List<Field<?>> by() {
            Field<?> name = Pinyin.of(PERSON.NAME);
            return switch (this) {
                case NAME -> List.of(name, PERSON.USERNAME);
                case USERNAME -> List.of(PERSON.USERNAME);
                case ORGANISATION ->
                        List.of(Pinyin.of(Tables.ORGANISATION.NAME), name, PERSON.USERNAME);
            };
        }
    }

    /// What is looked for.
    ///
    /// @param words part of a name, a user name or the name of an organisation; empty for all
    /// @param role null for any, or none
    /// @param state null for any
    /// @param organisation null for every one
    public record Question(
            String words,
            @Nullable Role role,
            Person.@Nullable State state,
            @Nullable UUID organisation,
            Sort sort,
            int page) {}

    @Transactional(readOnly = true)
    public Paged<Person> search(Question question) {
        Condition where = condition(question);
        int found =
                database.fetchCount(
                        DSL.select(PERSON.ID)
                                .from(PERSON)
                                .join(ORGANISATION)
                                .on(ORGANISATION.ID.eq(PERSON.ORGANISATION))
                                .where(where));
        return Paged.of(
                question.page(),
                found,
                offset ->
                        select().where(where)
                                .orderBy(question.sort().by())
                                .limit(Paged.ROWS)
                                .offset(offset)
                                .fetch(PersonRegister::person));
    }

    private static Condition condition(Question question) {
        Condition where =
                PERSON.NAME
                        .containsIgnoreCase(question.words())
                        .or(PERSON.USERNAME.containsIgnoreCase(question.words()))
                        .or(ORGANISATION.NAME.containsIgnoreCase(question.words()));
        if (question.organisation() != null) {
            where = where.and(PERSON.ORGANISATION.eq(question.organisation()));
        }
        if (question.role() != null) {
            where =
                    where.and(
                            PERSON.ID.in(
                                    DSL.select(ROLE_GRANT.PERSON)
                                            .from(ROLE_GRANT)
                                            .where(ROLE_GRANT.ROLE.eq(question.role().name()))));
        }
        Condition enabled = PERSON.DISABLED_AT.isNull().and(ORGANISATION.DISABLED_AT.isNull());
        return switch (question.state()) {
            case null -> where;
            case ACTIVE -> where.and(enabled).and(PERSON.PASSWORD_HASH.isNotNull());
            case INVITED -> where.and(enabled).and(PERSON.PASSWORD_HASH.isNull());
            case DISABLED -> where.andNot(enabled);
        };
    }

    /// How many accounts there are.
    @Transactional(readOnly = true)
    public int count() {
        return database.fetchCount(PERSON);
    }

    @Transactional(readOnly = true)
    public @Nullable Person find(UUID id) {
        return select().where(PERSON.ID.eq(id)).fetchOne(PersonRegister::person);
    }

    /// The roles of people, each once, by person.
    @Transactional(readOnly = true)
    public Map<UUID, List<Role>> roles(Collection<UUID> ids) {
        return database.selectDistinct(ROLE_GRANT.PERSON, ROLE_GRANT.ROLE)
                .from(ROLE_GRANT)
                .where(ROLE_GRANT.PERSON.in(ids))
                .orderBy(ROLE_GRANT.ROLE)
                .fetchGroups(ROLE_GRANT.PERSON, row -> Role.valueOf(row.value2()));
    }

    /// Adds somebody, who sets a password by an invitation.
    ///
    /// @return the id; null where the user name is taken
    public @Nullable UUID add(SignedIn me, UUID organisation, String username, String name) {
        if (!people.taken(Set.of(username)).isEmpty()) {
            return null;
        }
        UUID id = people.addPerson(organisation, username, name, null);
        trail.record(
                me,
                "accounts.person.added",
                organisation,
                "person",
                id,
                Map.of("after", Map.of("username", username, "name", name)));
        return id;
    }

    /// Gives somebody another name, or puts them into another organisation. Roles stay as they
    /// were given.
    public void change(SignedIn me, Person before, String name, Organisation organisation) {
        Map<String, Object> was = new LinkedHashMap<>();
        Map<String, Object> is = new LinkedHashMap<>();
        Changes.put("name", before.name(), name, was, is);
        Changes.put("organisation", before.organisationName(), organisation.name(), was, is);
        if (is.isEmpty()) {
            return;
        }
        database.update(PERSON)
                .set(PERSON.NAME, name)
                .set(PERSON.ORGANISATION, organisation.id())
                .where(PERSON.ID.eq(before.id()))
                .execute();
        trail.record(
                me,
                "accounts.person.changed",
                organisation.id(),
                "person",
                before.id(),
                Map.of("before", was, "after", is));
    }

    /// Keeps somebody from signing in, and ends their sessions.
    public @Nullable Refusal disable(SignedIn me, Person person) {
        if (person.id().equals(me.id())) {
            return Refusal.ONESELF_STAYS;
        }
        Refusal refusal = last.refuse(PERSON.ID.eq(person.id()), LastAdministrators.ALL);
        if (refusal != null) {
            return refusal;
        }
        database.update(PERSON)
                .set(PERSON.DISABLED_AT, clock.instant())
                .where(PERSON.ID.eq(person.id()))
                .and(PERSON.DISABLED_AT.isNull())
                .execute();
        sessions.endAll(person.username());
        record(me, "accounts.person.disabled", person);
        return null;
    }

    /// Lets somebody sign in again.
    public void enable(SignedIn me, Person person) {
        database.update(PERSON)
                .setNull(PERSON.DISABLED_AT)
                .where(PERSON.ID.eq(person.id()))
                .execute();
        record(me, "accounts.person.enabled", person);
    }

    private void record(SignedIn me, String action, Person person) {
        trail.record(
                me,
                action,
                person.organisation(),
                "person",
                person.id(),
                Map.of("username", person.username(), "name", person.name()));
    }

    private SelectOnConditionStep<? extends Record> select() {
        return database.select(
                        PERSON.ID,
                        PERSON.USERNAME,
                        PERSON.NAME,
                        PERSON.ORGANISATION,
                        ORGANISATION.NAME,
                        PERSON.PASSWORD_HASH,
                        PERSON.TOTP_SECRET,
                        PERSON.DISABLED_AT,
                        ORGANISATION.DISABLED_AT,
                        PERSON.CREATED_AT)
                .from(PERSON)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(PERSON.ORGANISATION));
    }

    private static Person person(Record row) {
        return new Person(
                row.get(PERSON.ID),
                row.get(PERSON.USERNAME),
                row.get(PERSON.NAME),
                row.get(PERSON.ORGANISATION),
                row.get(ORGANISATION.NAME),
                row.get(PERSON.PASSWORD_HASH) != null,
                row.get(PERSON.TOTP_SECRET) != null,
                row.get(PERSON.DISABLED_AT),
                row.get(ORGANISATION.DISABLED_AT),
                row.get(PERSON.CREATED_AT));
    }
}
