package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.OrganisationRenamed;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.database.schema.tables.records.OrganisationRecord;
import org.jieti.server.shared.Paged;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The organisations, as their administrator sees and keeps them. Each change leaves an audit row
/// with what was before and after.
@Service
@Transactional
public class OrganisationRegister {
    private static final String SUBJECT = "organisation";

    private final DSLContext database;
    private final Clock clock;
    private final People people;
    private final LastAdministrators last;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    OrganisationRegister(
            DSLContext database,
            Clock clock,
            People people,
            LastAdministrators last,
            Sessions sessions,
            AuditTrail trail,
            ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.last = last;
        this.sessions = sessions;
        this.trail = trail;
        this.events = events;
    }

    /// What the list can be sorted by; Chinese by pinyin.
    public enum Sort {
        NAME,
        KIND,
        REGION;

        private List<Field<?>> by() {
            Field<?> name = Pinyin.of(ORGANISATION.NAME);
            return switch (this) {
                case NAME -> List.of(name);
                case KIND -> List.of(ORGANISATION.KIND, name);
                case REGION -> List.of(Pinyin.of(DSL.coalesce(ORGANISATION.REGION, "")), name);
            };
        }
    }

    /// What is looked for.
    ///
    /// @param words part of a name or region; empty for all
    /// @param kind null for every kind
    public record Question(String words, @Nullable OrganisationKind kind, Sort sort, int page) {}

    @Transactional(readOnly = true)
    public Paged<Organisation> search(Question question) {
        Condition found =
                ORGANISATION
                        .NAME
                        .containsIgnoreCase(question.words())
                        .or(ORGANISATION.REGION.containsIgnoreCase(question.words()));
        if (question.kind() != null) {
            found = found.and(ORGANISATION.KIND.eq(question.kind().name()));
        }
        Condition where = found;
        return Paged.of(
                question.page(),
                database.fetchCount(ORGANISATION, where),
                offset ->
                        database.selectFrom(ORGANISATION)
                                .where(where)
                                .orderBy(question.sort().by())
                                .limit(Paged.ROWS)
                                .offset(offset)
                                .fetch(OrganisationRegister::organisation));
    }

    /// All of them, by pinyin.
    @Transactional(readOnly = true)
    public List<Organisation> all() {
        return database.selectFrom(ORGANISATION)
                .orderBy(Sort.NAME.by())
                .fetch(OrganisationRegister::organisation);
    }

    @Transactional(readOnly = true)
    public @Nullable Organisation find(UUID id) {
        return database.selectFrom(ORGANISATION)
                .where(ORGANISATION.ID.eq(id))
                .fetchOne(OrganisationRegister::organisation);
    }

    /// How many accounts organisations have, by id; those without any are left out.
    @Transactional(readOnly = true)
    public Map<UUID, Integer> sizes(Collection<UUID> ids) {
        return database.select(PERSON.ORGANISATION, DSL.count())
                .from(PERSON)
                .where(PERSON.ORGANISATION.in(ids))
                .and(PERSON.DISABLED_AT.isNull())
                .groupBy(PERSON.ORGANISATION)
                .fetchMap(PERSON.ORGANISATION, DSL.count());
    }

    /// Adds an organisation.
    ///
    /// @return its id; null where the name is taken
    public @Nullable UUID add(SignedIn me, String name, OrganisationKind kind, String region) {
        if (isTaken(name, null)) {
            return null;
        }
        UUID id = people.addOrganisation(name, kind);
        database.update(ORGANISATION)
                .set(ORGANISATION.REGION, region)
                .where(ORGANISATION.ID.eq(id))
                .execute();
        trail.record(
                me,
                "accounts.organisation.added",
                id,
                SUBJECT,
                id,
                Map.of("after", Map.of("name", name, "kind", kind.name(), "region", region)));
        return id;
    }

    /// Gives an organisation another name or region.
    ///
    /// @return false, and nothing is changed, where the name is taken
    public boolean change(SignedIn me, Organisation before, String name, String region) {
        if (isTaken(name, before.id())) {
            return false;
        }
        Map<String, Object> was = new LinkedHashMap<>();
        Map<String, Object> is = new LinkedHashMap<>();
        Changes.put("name", before.name(), name, was, is);
        Changes.put("region", before.region(), region, was, is);
        if (is.isEmpty()) {
            return true;
        }
        database.update(ORGANISATION)
                .set(ORGANISATION.NAME, name)
                .set(ORGANISATION.REGION, region)
                .where(ORGANISATION.ID.eq(before.id()))
                .execute();
        trail.record(
                me,
                "accounts.organisation.changed",
                before.id(),
                SUBJECT,
                before.id(),
                Map.of("before", was, "after", is));
        if (is.containsKey("name")) {
            events.publishEvent(new OrganisationRenamed(before.id(), name));
        }
        return true;
    }

    /// Keeps all people of an organisation from signing in, and ends their sessions.
    public @Nullable Refusal disable(SignedIn me, Organisation organisation) {
        if (organisation.kind() == OrganisationKind.PLATFORM) {
            return Refusal.PLATFORM_STAYS;
        }
        Refusal refusal =
                last.refuse(PERSON.ORGANISATION.eq(organisation.id()), LastAdministrators.ALL);
        if (refusal != null) {
            return refusal;
        }
        database.update(ORGANISATION)
                .set(ORGANISATION.DISABLED_AT, clock.instant())
                .where(ORGANISATION.ID.eq(organisation.id()))
                .and(ORGANISATION.DISABLED_AT.isNull())
                .execute();
        database.select(PERSON.USERNAME)
                .from(PERSON)
                .where(PERSON.ORGANISATION.eq(organisation.id()))
                .fetch(PERSON.USERNAME)
                .forEach(sessions::endAll);
        record(me, "accounts.organisation.disabled", organisation);
        return null;
    }

    /// Lets the people of an organisation sign in again.
    public void enable(SignedIn me, Organisation organisation) {
        database.update(ORGANISATION)
                .setNull(ORGANISATION.DISABLED_AT)
                .where(ORGANISATION.ID.eq(organisation.id()))
                .execute();
        record(me, "accounts.organisation.enabled", organisation);
    }

    private void record(SignedIn me, String action, Organisation organisation) {
        trail.record(
                me,
                action,
                organisation.id(),
                SUBJECT,
                organisation.id(),
                Map.of("name", organisation.name()));
    }

    private boolean isTaken(String name, @Nullable UUID besides) {
        Condition taken = ORGANISATION.NAME.eq(name);
        return database.fetchExists(
                ORGANISATION, besides == null ? taken : taken.and(ORGANISATION.ID.ne(besides)));
    }

    private static Organisation organisation(OrganisationRecord row) {
        String region = row.getRegion();
        return new Organisation(
                row.getId(),
                row.getName(),
                OrganisationKind.valueOf(row.getKind()),
                region == null ? "" : region,
                row.getDisabledAt());
    }
}
