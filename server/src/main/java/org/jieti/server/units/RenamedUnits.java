package org.jieti.server.units;

import static org.jieti.server.database.schema.Tables.UNIT;

import org.jieti.server.accounts.OrganisationRenamed;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A unit is called what its organisation is called.
@Component
class RenamedUnits {
    private final DSLContext database;

    RenamedUnits(DSLContext database) {
        this.database = database;
    }

    @EventListener
    void follow(OrganisationRenamed renamed) {
        database.update(UNIT)
                .set(UNIT.NAME, renamed.name())
                .where(UNIT.ORGANISATION.eq(renamed.organisation()))
                .execute();
    }
}
