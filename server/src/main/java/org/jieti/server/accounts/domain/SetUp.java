package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.INVITATION;
import static org.jieti.server.database.schema.Tables.PERSON;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.audit.Audit;
import org.jieti.server.audit.AuditEvent;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The first start of a platform: a link, good once, makes its three administrators. There is no
/// account before, and no password that comes with the product.
@Service
public class SetUp {
    private static final String KIND = "SET_UP";
    private static final Duration VALID = Duration.ofDays(7);

    private final DSLContext database;
    private final Clock clock;
    private final People people;
    private final Audit audit;
    private final Visitors visitors;

    SetUp(DSLContext database, Clock clock, People people, Audit audit, Visitors visitors) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.audit = audit;
        this.visitors = visitors;
    }

    /// An administrator to be made.
    public record Administrator(Role role, String username, String name, String password) {}

    /// Makes a link, whose predecessors lapse; null once anybody is there.
    ///
    /// @return the path beneath the server's address
    @Transactional
    public @Nullable String link() {
        if (database.fetchExists(PERSON)) {
            return null;
        }
        database.deleteFrom(INVITATION)
                .where(INVITATION.KIND.eq(KIND))
                .and(INVITATION.USED_AT.isNull())
                .execute();
        String token = Tokens.random();
        database.insertInto(INVITATION)
                .set(INVITATION.TOKEN_HASH, Tokens.hash(token))
                .set(INVITATION.KIND, KIND)
                .set(INVITATION.CREATED_AT, clock.instant())
                .set(INVITATION.EXPIRES_AT, clock.instant().plus(VALID))
                .execute();
        return "/set-up/" + token;
    }

    /// Whether a link still opens.
    @Transactional(readOnly = true)
    public boolean isOpen(String token) {
        return database.fetchExists(INVITATION, open(token));
    }

    /// Makes the platform's organisation and its administrators.
    ///
    /// @return false, and nothing is changed, where the link no longer opens
    @Transactional
    public boolean complete(
            String token, String organisationName, List<Administrator> administrators) {
        int used =
                database.update(INVITATION)
                        .set(INVITATION.USED_AT, clock.instant())
                        .where(open(token))
                        .execute();
        if (used == 0) {
            return false;
        }
        UUID organisation = people.addOrganisation(organisationName, OrganisationKind.PLATFORM);
        for (Administrator one : administrators) {
            UUID person =
                    people.addPerson(organisation, one.username(), one.name(), one.password());
            if (!people.grant(person, new RoleGrant(one.role(), organisation, null, null), null)) {
                throw new IllegalStateException("A new person has no other role.");
            }
            audit.record(
                    new AuditEvent(
                            null,
                            "-",
                            "accounts.set-up.administrator",
                            organisation,
                            "person",
                            person.toString(),
                            Map.of("username", one.username(), "role", one.role().name()),
                            visitors.address()));
        }
        return true;
    }

    private Condition open(String token) {
        return INVITATION
                .TOKEN_HASH
                .eq(Tokens.hash(token))
                .and(INVITATION.KIND.eq(KIND))
                .and(INVITATION.USED_AT.isNull())
                .and(INVITATION.EXPIRES_AT.gt(clock.instant()));
    }
}
