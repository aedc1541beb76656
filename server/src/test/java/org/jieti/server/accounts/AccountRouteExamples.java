package org.jieti.server.accounts;

import static org.jieti.server.database.schema.Tables.ORGANISATION;
import static org.jieti.server.database.schema.Tables.PERSON;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.RouteExamples;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// An organisation of nobody's and somebody without a role, whose account can be disabled and
/// enabled again by whoever may.
@Component
@Profile("test")
final class AccountRouteExamples implements RouteExamples {
    private static final String ORGANISATION_NAME = "松岭示例评估中心";
    private static final String USERNAME = "example.account";

    private final DSLContext database;
    private final People people;
    private final TransactionTemplate transaction;

    AccountRouteExamples(DSLContext database, People people, TransactionTemplate transaction) {
        this.database = database;
        this.people = people;
        this.transaction = transaction;
    }

    @Override
    public Map<String, String> values(Cast cast) {
        return Map.of(
                "token",
                "lapsed",
                "organisation",
                organisation().toString(),
                "person",
                person(cast).toString(),
                "grant",
                UUID.randomUUID().toString(),
                "session",
                UUID.randomUUID().toString());
    }

    private UUID person(Cast cast) {
        UUID found =
                database.select(PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.USERNAME.eq(USERNAME))
                        .fetchOne(PERSON.ID);
        return found != null
                ? found
                : cast.person(cast.organisation(Cast.Side.OWN), USERNAME, List.of());
    }

    private UUID organisation() {
        UUID found =
                database.select(ORGANISATION.ID)
                        .from(ORGANISATION)
                        .where(ORGANISATION.NAME.eq(ORGANISATION_NAME))
                        .fetchOne(ORGANISATION.ID);
        UUID id =
                found != null
                        ? found
                        : transaction.execute(
                                _ ->
                                        people.addOrganisation(
                                                ORGANISATION_NAME,
                                                OrganisationKind.ASSESSMENT_BODY));
        if (id == null) {
            throw new IllegalStateException();
        }
        return id;
    }
}
