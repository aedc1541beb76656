package org.jieti.server.accounts;

import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;
import static org.jieti.server.database.schema.Tables.ROLE_GRANT;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Organisations, people and their roles, as they are written. Who may do so is asked before, and
/// the audit row is added by whoever calls, in the same transaction.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class People {
    private final DSLContext database;
    private final Clock clock;
    private final PasswordEncoder passwords;

    People(DSLContext database, Clock clock, PasswordEncoder passwords) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
    }

    public UUID addOrganisation(String name, OrganisationKind kind) {
        return database.insertInto(ORGANISATION)
                .set(ORGANISATION.NAME, name)
                .set(ORGANISATION.KIND, kind.name())
                .set(ORGANISATION.CREATED_AT, clock.instant())
                .returning(ORGANISATION.ID)
                .fetchSingle(ORGANISATION.ID);
    }

    /// Adds a person.
    ///
    /// @param password null for someone who will set one by an invitation
    public UUID addPerson(
            UUID organisation, String username, String name, @Nullable String password) {
        return database.insertInto(PERSON)
                .set(PERSON.ORGANISATION, organisation)
                .set(PERSON.USERNAME, username.toLowerCase(Locale.ROOT))
                .set(PERSON.NAME, name)
                .set(PERSON.PASSWORD_HASH, password == null ? null : passwords.encode(password))
                .set(PERSON.PASSWORD_SET_AT, password == null ? null : clock.instant())
                .set(PERSON.CREATED_AT, clock.instant())
                .returning(PERSON.ID)
                .fetchSingle(PERSON.ID);
    }

    /// Whether the platform has any person yet.
    public boolean isAnybodyThere() {
        return database.fetchExists(PERSON);
    }

    /// Those of some usernames that somebody has.
    public Set<String> taken(Collection<String> usernames) {
        return database.select(PERSON.USERNAME)
                .from(PERSON)
                .where(
                        PERSON.USERNAME.in(
                                usernames.stream()
                                        .map(name -> name.toLowerCase(Locale.ROOT))
                                        .toList()))
                .fetchSet(PERSON.USERNAME);
    }

    /// Gives a role.
    ///
    /// @param grantedBy null for the set-up of the platform
    /// @return false, and nothing is changed, where the person has a role that excludes it
    public boolean grant(UUID person, RoleGrant grant, @Nullable UUID grantedBy) {
        // Two roles at once would each find none: the person's row orders them.
        database.selectFrom(PERSON).where(PERSON.ID.eq(person)).forUpdate().fetchSingle();
        List<Role> has =
                database.select(ROLE_GRANT.ROLE)
                        .from(ROLE_GRANT)
                        .where(ROLE_GRANT.PERSON.eq(person))
                        .fetch(row -> Role.valueOf(row.value1()));
        if (!has.stream().allMatch(grant.role()::goesWith)) {
            return false;
        }
        database.insertInto(ROLE_GRANT)
                .set(ROLE_GRANT.PERSON, person)
                .set(ROLE_GRANT.ROLE, grant.role().name())
                .set(ROLE_GRANT.ORGANISATION, grant.organisation())
                .set(ROLE_GRANT.ROUND, grant.round())
                .set(ROLE_GRANT.PART, grant.part())
                .set(ROLE_GRANT.GRANTED_BY, grantedBy)
                .set(ROLE_GRANT.GRANTED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        return true;
    }
}
