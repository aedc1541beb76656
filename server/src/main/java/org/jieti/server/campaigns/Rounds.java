package org.jieti.server.campaigns;

import static org.jieti.server.database.schema.Tables.ROUND;
import static org.jieti.server.database.schema.Tables.ROUND_UNIT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Target;
import org.jieti.server.database.schema.tables.records.RoundRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rounds on the platform.
@Service
@Transactional(readOnly = true)
public class Rounds {
    private final DSLContext database;
    private final Rights rights;

    Rounds(DSLContext database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    /// Rounds by id; those that there are not are left out.
    public Map<UUID, Round> find(Collection<UUID> ids) {
        return database.selectFrom(ROUND).where(ROUND.ID.in(ids)).fetchMap(ROUND.ID, Rounds::round);
    }

    /// All rounds that a person may read, the youngest first.
    public List<Round> readable(SignedIn me) {
        return database
                .selectFrom(ROUND)
                .orderBy(ROUND.CREATED_AT.desc(), ROUND.ID)
                .fetch(Rounds::round)
                .stream()
                .filter(round -> mayRead(me, round))
                .toList();
    }

    /// Whether a person may read a round.
    public boolean mayRead(SignedIn me, Round round) {
        return rights.may(me, Action.READ_ROUNDS, target(round))
                || rights.may(me, Action.READ_ALL_ROUNDS, target(round));
    }

    /// Whether a person may change a round.
    public boolean mayManage(SignedIn me, Round round) {
        return rights.may(me, Action.MANAGE_ROUNDS, target(round));
    }

    /// A round as a target of rights: the matter of whoever runs it.
    public static Target target(Round round) {
        return Target.unit(round.organiser(), round.id());
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

    /// The units of a round, by id.
    public Map<UUID, RoundUnit> units(Round round) {
        return database.selectFrom(ROUND_UNIT)
                .where(ROUND_UNIT.ROUND.eq(round.id()))
                .fetchMap(
                        ROUND_UNIT.UNIT,
                        row ->
                                new RoundUnit(
                                        row.getUnit(),
                                        row.getDueOn() == null ? round.dueOn() : row.getDueOn(),
                                        row.getExtensionReason()));
    }

    /// The rounds in which each unit takes part, by unit.
    public Map<UUID, List<UUID>> ofUnits(Collection<UUID> units) {
        return database.select(ROUND_UNIT.UNIT, ROUND_UNIT.ROUND)
                .from(ROUND_UNIT)
                .where(ROUND_UNIT.UNIT.in(units))
                .orderBy(ROUND_UNIT.ADDED_AT.desc())
                .fetchGroups(ROUND_UNIT.UNIT, ROUND_UNIT.ROUND);
    }

    /// How many units each round has, by round; a round without any is left out.
    public Map<UUID, Integer> sizes(Collection<UUID> ids) {
        return database.select(ROUND_UNIT.ROUND, DSL.count())
                .from(ROUND_UNIT)
                .where(ROUND_UNIT.ROUND.in(ids))
                .groupBy(ROUND_UNIT.ROUND)
                .fetchMap(ROUND_UNIT.ROUND, DSL.count());
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
