package org.jieti.server.units;

import static org.jieti.server.database.schema.Tables.UNIT;

import java.time.Clock;
import java.util.UUID;
import org.jieti.server.accounts.OrganisationKind;
import org.jieti.server.accounts.People;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes units. Who may do so is asked before, and the audit row is added by whoever calls, in the
/// same transaction.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class UnitRegister {
    private final DSLContext database;
    private final Clock clock;
    private final People people;

    UnitRegister(DSLContext database, Clock clock, People people) {
        this.database = database;
        this.clock = clock;
        this.people = people;
    }

    /// Adds a unit, with an organisation of its own.
    public AssessedUnit add(String code, String name, String region, String peerGroup) {
        UUID organisation = people.addOrganisation(name, OrganisationKind.UNIT);
        UUID id =
                database.insertInto(UNIT)
                        .set(UNIT.ORGANISATION, organisation)
                        .set(UNIT.CODE, code)
                        .set(UNIT.NAME, name)
                        .set(UNIT.REGION, region)
                        .set(UNIT.PEER_GROUP, peerGroup)
                        .set(UNIT.CREATED_AT, clock.instant())
                        .returning(UNIT.ID)
                        .fetchSingle(UNIT.ID);
        return new AssessedUnit(id, organisation, code, name, region, peerGroup);
    }

    /// Says anew where a unit belongs.
    public void place(UUID unit, String region, String peerGroup) {
        database.update(UNIT)
                .set(UNIT.REGION, region)
                .set(UNIT.PEER_GROUP, peerGroup)
                .where(UNIT.ID.eq(unit))
                .execute();
    }
}
