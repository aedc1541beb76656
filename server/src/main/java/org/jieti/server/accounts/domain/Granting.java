package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;
import static org.jieti.server.database.schema.Tables.ROLE_GRANT;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.RoundsToGrant;
import org.jieti.server.accounts.SignedIn;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives roles and takes them away. The three administrators exclude one another and every other
/// role; nobody deals with their own.
@Service
@Transactional
public class Granting {
    private final DSLContext database;
    private final People people;
    private final RoundsToGrant rounds;
    private final LastAdministrators last;
    private final AuditTrail trail;

    Granting(
            DSLContext database,
            People people,
            RoundsToGrant rounds,
            LastAdministrators last,
            AuditTrail trail) {
        this.database = database;
        this.people = people;
        this.rounds = rounds;
        this.last = last;
        this.trail = trail;
    }

    /// The roles of a person, in the order of [Role].
    @Transactional(readOnly = true)
    public List<Person.Grant> of(UUID person) {
        Map<UUID, RoundsToGrant.Named> titles =
                rounds.all().stream()
                        .collect(Collectors.toMap(RoundsToGrant.Named::id, Function.identity()));
        return database
                .select(
                        ROLE_GRANT.ID,
                        ROLE_GRANT.ROLE,
                        ROLE_GRANT.ORGANISATION,
                        ORGANISATION.NAME,
                        ROLE_GRANT.ROUND,
                        ROLE_GRANT.PART,
                        ROLE_GRANT.GRANTED_AT)
                .from(ROLE_GRANT)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(ROLE_GRANT.ORGANISATION))
                .where(ROLE_GRANT.PERSON.eq(person))
                .orderBy(ROLE_GRANT.GRANTED_AT)
                .fetch(
                        row ->
                                new Person.Grant(
                                        row.value1(),
                                        Role.valueOf(row.value2()),
                                        row.value3(),
                                        row.value4(),
                                        title(titles, row.value5()),
                                        row.value6(),
                                        row.value7()))
                .stream()
                .sorted(Comparator.comparing(Person.Grant::role))
                .toList();
    }

    private static @Nullable String title(
            Map<UUID, RoundsToGrant.Named> titles, @Nullable UUID round) {
        if (round == null) {
            return null;
        }
        RoundsToGrant.Named named = titles.get(round);
        return named == null ? round.toString() : named.title();
    }

    /// Gives a role.
    ///
    /// @return why not; null where it was given
    public @Nullable Refusal give(SignedIn me, Person person, RoleGrant grant) {
        if (person.id().equals(me.id())) {
            return Refusal.ROLE_OF_ONESELF;
        }
        var organisation =
                database.selectFrom(ORGANISATION)
                        .where(ORGANISATION.ID.eq(grant.organisation()))
                        .and(ORGANISATION.DISABLED_AT.isNull())
                        .fetchOne();
        if (organisation == null) {
            return Refusal.ROLE_WITHOUT_ORGANISATION;
        }
        boolean ofPlatform = OrganisationKind.PLATFORM.name().equals(organisation.getKind());
        if (grant.role().kind() == Role.Kind.ADMINISTRATION && !ofPlatform) {
            return Refusal.ROLE_OF_PLATFORM;
        }
        UUID round = grant.round();
        if (round != null && rounds.all().stream().noneMatch(each -> each.id().equals(round))) {
            return Refusal.ROLE_WITHOUT_ROUND;
        }
        if (round != null && !isLimitedByRound(grant.role())) {
            return Refusal.ROLE_OF_NO_ROUND;
        }
        int before = count(person.id());
        if (!people.grant(person.id(), grant, me.id())) {
            return Refusal.ROLE_EXCLUDED;
        }
        if (count(person.id()) == before) {
            return Refusal.ROLE_TWICE;
        }
        trail.record(
                me,
                "accounts.role.granted",
                grant.organisation(),
                "person",
                person.id(),
                Map.of("after", said(person, grant.role(), organisation.getName(), round)));
        return null;
    }

    /// Takes a role away.
    ///
    /// @return why not; null where it was taken, or was no longer there
    public @Nullable Refusal withdraw(SignedIn me, Person person, UUID grant) {
        var row =
                database.selectFrom(ROLE_GRANT)
                        .where(ROLE_GRANT.ID.eq(grant))
                        .and(ROLE_GRANT.PERSON.eq(person.id()))
                        .fetchOne();
        if (row == null) {
            return null;
        }
        if (person.id().equals(me.id())) {
            return Refusal.ROLE_OF_ONESELF;
        }
        Role role = Role.valueOf(row.getRole());
        Refusal refusal = last.refuse(PERSON.ID.eq(person.id()), Set.of(role));
        if (refusal != null) {
            return refusal;
        }
        row.delete();
        String organisation =
                database.select(ORGANISATION.NAME)
                        .from(ORGANISATION)
                        .where(ORGANISATION.ID.eq(row.getOrganisation()))
                        .fetchSingle(ORGANISATION.NAME);
        trail.record(
                me,
                "accounts.role.withdrawn",
                row.getOrganisation(),
                "person",
                person.id(),
                Map.of("before", said(person, role, organisation, row.getRound())));
        return null;
    }

    /// Whether a round would limit what somebody may do by a role.
    private static boolean isLimitedByRound(Role role) {
        return switch (role.kind()) {
            case UNIT, ASSESSMENT, SUPERVISION -> true;
            case STANDARDS, ADMINISTRATION -> false;
        };
    }

    private int count(UUID person) {
        return database.fetchCount(ROLE_GRANT, ROLE_GRANT.PERSON.eq(person));
    }

    private static Map<String, Object> said(
            Person person, Role role, String organisation, @Nullable UUID round) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("username", person.username());
        said.put("role", role.name());
        said.put("organisation", organisation);
        if (round != null) {
            said.put("round", round.toString());
        }
        return said;
    }
}
