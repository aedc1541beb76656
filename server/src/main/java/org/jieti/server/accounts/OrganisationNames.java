package org.jieti.server.accounts;

import static org.jieti.server.database.schema.Tables.ORGANISATION;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What organisations are called, for features that show them.
@Component
@Transactional(readOnly = true)
public class OrganisationNames {
    private final DSLContext database;

    OrganisationNames(DSLContext database) {
        this.database = database;
    }

    /// Names by id.
    public Map<UUID, String> of(Collection<UUID> ids) {
        return database.select(ORGANISATION.ID, ORGANISATION.NAME)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.in(ids))
                .fetchMap(ORGANISATION.ID, ORGANISATION.NAME);
    }

    /// Those of some names that are taken.
    public Set<String> taken(Collection<String> names) {
        return database.select(ORGANISATION.NAME)
                .from(ORGANISATION)
                .where(ORGANISATION.NAME.in(names))
                .fetchSet(ORGANISATION.NAME);
    }
}
