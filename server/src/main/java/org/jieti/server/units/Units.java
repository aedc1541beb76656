package org.jieti.server.units;

import static org.jieti.server.database.schema.Tables.UNIT;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.database.schema.tables.records.UnitRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/// The units on the platform.
@Service
public class Units {
    private final DSLContext database;

    Units(DSLContext database) {
        this.database = database;
    }

    /// Units by id; those that there are not are left out.
    public Map<UUID, AssessedUnit> find(Collection<UUID> ids) {
        return database.selectFrom(UNIT).where(UNIT.ID.in(ids)).fetchMap(UNIT.ID, Units::unit);
    }

    /// The units whose people an organisation has; one at most.
    public Map<UUID, AssessedUnit> ofOrganisation(UUID organisation) {
        return database.selectFrom(UNIT)
                .where(UNIT.ORGANISATION.eq(organisation))
                .fetchMap(UNIT.ID, Units::unit);
    }

    private static AssessedUnit unit(UnitRecord row) {
        return new AssessedUnit(
                row.getId(),
                row.getOrganisation(),
                row.getCode(),
                row.getName(),
                row.getRegion(),
                row.getPeerGroup());
    }
}
