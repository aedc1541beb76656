package org.jieti.server.ground;

import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.People;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/// Invented people, one for each role on each side, made when first asked for.
public final class Cast {
    /// The password of everybody.
    public static final String PASSWORD = "correct-horse-battery-staple";

    private final People people;
    private final TransactionTemplate transaction;
    private final DSLContext database;
    private final Environment environment;

    Cast(
            People people,
            TransactionTemplate transaction,
            DSLContext database,
            Environment environment) {
        this.people = people;
        this.transaction = transaction;
        this.database = database;
        this.environment = environment;
    }

    /// Whose people.
    public enum Side {
        /// The organisation that a test is about.
        OWN("云栖示例市数据局"),
        /// Another, which has no business with it.
        OTHER("镜湖示例县数据局");

        private final String organisation;

        Side(String organisation) {
            this.organisation = organisation;
        }
    }

    /// The address of the application.
    public String address() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    /// Somebody who is not signed in.
    public Visitor nobody() {
        return new Visitor(address());
    }

    /// Somebody signed in with one role, for the whole of an organisation.
    public Visitor signedIn(Role role, Side side) {
        person(role, side);
        return nobody().signIn(username(role, side), PASSWORD);
    }

    /// Somebody with one role, as a service sees who asks.
    public SignedIn asking(Role role, Side side) {
        UUID organisation = organisation(side);
        String username = username(role, side);
        return new SignedIn(
                person(role, side),
                username,
                username,
                organisation,
                side.organisation,
                List.of(new RoleGrant(role, organisation, null, null)));
    }

    public static String username(Role role, Side side) {
        return (role + "." + side).toLowerCase(Locale.ROOT);
    }

    public String organisationName(Side side) {
        return side.organisation;
    }

    public UUID organisation(Side side) {
        return found(
                database.select(ORGANISATION.ID)
                        .from(ORGANISATION)
                        .where(ORGANISATION.NAME.eq(side.organisation))
                        .fetchOne(ORGANISATION.ID),
                () -> people.addOrganisation(side.organisation, OrganisationKind.UNIT));
    }

    public UUID person(Role role, Side side) {
        UUID organisation = organisation(side);
        String username = username(role, side);
        return found(
                database.select(PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.USERNAME.eq(username))
                        .fetchOne(PERSON.ID),
                () ->
                        add(
                                organisation,
                                username,
                                List.of(new RoleGrant(role, organisation, null, null))));
    }

    /// Adds somebody with roles of your choice.
    public UUID person(UUID organisation, String username, List<RoleGrant> grants) {
        return found(null, () -> add(organisation, username, grants));
    }

    private UUID add(UUID organisation, String username, List<RoleGrant> grants) {
        UUID person = people.addPerson(organisation, username, username, PASSWORD);
        for (RoleGrant grant : grants) {
            if (!people.grant(person, grant, null)) {
                throw new IllegalArgumentException(grant + " does not go with the other roles.");
            }
        }
        return person;
    }

    private UUID found(@Nullable UUID id, Supplier<UUID> make) {
        if (id != null) {
            return id;
        }
        UUID made = transaction.execute(_ -> make.get());
        if (made == null) {
            throw new IllegalStateException();
        }
        return made;
    }
}
