package org.jieti.server.campaigns;

import static org.jieti.server.database.schema.Tables.ROUND;
import static org.jieti.server.database.schema.Tables.ROUND_UNIT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.database.schema.tables.records.RoundRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/// The rounds on the platform.
@Service
public class Rounds {
    private final DSLContext database;

    Rounds(DSLContext database) {
        this.database = database;
    }

    /// Rounds by id; those that there are not are left out.
    public Map<UUID, Round> find(Collection<UUID> ids) {
        return database.selectFrom(ROUND).where(ROUND.ID.in(ids)).fetchMap(ROUND.ID, Rounds::round);
    }

    /// The last day for a unit's answers: the round's, or a later one where it was extended.
    public LocalDate dueOn(Round round, UUID unit) {
        LocalDate extended =
                database.select(ROUND_UNIT.DUE_ON)
                        .from(ROUND_UNIT)
                        .where(ROUND_UNIT.ROUND.eq(round.id()))
                        .and(ROUND_UNIT.UNIT.eq(unit))
                        .fetchOne(ROUND_UNIT.DUE_ON);
        return extended == null ? round.dueOn() : extended;
    }

    private static Round round(RoundRecord row) {
        return new Round(
                row.getId(),
                row.getOrganiser(),
                row.getTitle(),
                Round.Track.valueOf(row.getTrack()),
                row.getModel(),
                row.getModelSha256(),
                row.getWeightSet(),
                row.getWeightSetSha256(),
                row.getPreset(),
                row.getAsOf(),
                row.getDueOn(),
                row.getPrevious(),
                Round.State.valueOf(row.getState()));
    }
}
