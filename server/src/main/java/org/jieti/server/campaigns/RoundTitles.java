package org.jieti.server.campaigns;

import static org.jieti.server.database.schema.Tables.ROUND;

import java.util.List;
import org.jieti.server.accounts.RoundsToGrant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells whoever gives roles which rounds there are: titles, and nothing of what is in them.
@Component
class RoundTitles implements RoundsToGrant {
    private final DSLContext database;

    RoundTitles(DSLContext database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Named> all() {
        return database.select(ROUND.ID, ROUND.TITLE, ROUND.ORGANISER)
                .from(ROUND)
                .orderBy(ROUND.CREATED_AT.desc(), ROUND.ID)
                .fetch(row -> new Named(row.value1(), row.value2(), row.value3()));
    }
}
