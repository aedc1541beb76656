package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;
import static org.jieti.server.database.schema.Tables.ROLE_GRANT;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sees to it that for each of the three administrators' roles somebody is left who can sign in.
/// Two who would each take away one of the last two at once are put in order by a lock.
@Component
class LastAdministrators {
    /// The three roles.
    static final Set<Role> ALL =
            Set.copyOf(
                    Arrays.stream(Role.values())
                            .filter(role -> role.kind() == Role.Kind.ADMINISTRATION)
                            .toList());

    private static final long LOCK = 0x6A69_6574_692E_3301L;

    private final DSLContext database;

    LastAdministrators(DSLContext database) {
        this.database = database;
    }

    /// Refuses where nobody would be left in one of some roles.
    ///
    /// @param going the people who would no longer have it, or no longer get in
    /// @param roles which roles are at stake
    @Transactional(propagation = Propagation.MANDATORY)
    @Nullable Refusal refuse(Condition going, Set<Role> roles) {
        database.execute("select pg_advisory_xact_lock({0})", DSL.val(LOCK));
        for (Role role : roles) {
            if (role.kind() != Role.Kind.ADMINISTRATION) {
                continue;
            }
            Condition has =
                    PERSON.ID.in(
                            database.select(ROLE_GRANT.PERSON)
                                    .from(ROLE_GRANT)
                                    .where(ROLE_GRANT.ROLE.eq(role.name())));
            List<UUID> able =
                    database.select(PERSON.ID)
                            .from(PERSON)
                            .join(ORGANISATION)
                            .on(ORGANISATION.ID.eq(PERSON.ORGANISATION))
                            .where(has)
                            .and(PERSON.DISABLED_AT.isNull())
                            .and(PERSON.PASSWORD_HASH.isNotNull())
                            .and(ORGANISATION.DISABLED_AT.isNull())
                            .fetch(PERSON.ID);
            Set<UUID> left = new HashSet<>(able);
            left.removeAll(
                    database.select(PERSON.ID)
                            .from(PERSON)
                            .where(PERSON.ID.in(able))
                            .and(going)
                            .fetch(PERSON.ID));
            if (left.isEmpty() && !able.isEmpty()) {
                return Refusal.LAST_ADMINISTRATOR;
            }
        }
        return null;
    }
}
