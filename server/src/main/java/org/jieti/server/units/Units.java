package org.jieti.server.units;

import static org.jieti.server.database.schema.Tables.UNIT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.database.schema.tables.records.UnitRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The units on the platform.
@Service
@Transactional(readOnly = true)
public class Units {
    private static final String PINYIN = "zh-Hans-CN-x-icu";

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

    /// Units by code; those that there are not are left out.
    public Map<String, AssessedUnit> withCodes(Collection<String> codes) {
        return database.selectFrom(UNIT)
                .where(UNIT.CODE.in(codes))
                .fetchMap(UNIT.CODE, Units::unit);
    }

    /// Those whose name or code holds some words.
    ///
    /// @param words empty for all
    public List<AssessedUnit> search(String words, Sort sort) {
        return database.selectFrom(UNIT)
                .where(UNIT.NAME.containsIgnoreCase(words).or(UNIT.CODE.containsIgnoreCase(words)))
                .orderBy(sort.by())
                .fetch(Units::unit);
    }

    /// How many there are.
    public int count() {
        return database.fetchCount(UNIT);
    }

    /// An order of units; Chinese sorts by pinyin.
    public enum Sort {
        NAME,
        CODE,
        REGION,
        PEER_GROUP;

        List<Field<String>> by() {
            return switch (this) {
                case NAME -> List.of(pinyin(UNIT.NAME), UNIT.CODE);
                case CODE -> List.of(UNIT.CODE);
                case REGION -> List.of(pinyin(UNIT.REGION), pinyin(UNIT.NAME), UNIT.CODE);
                case PEER_GROUP -> List.of(pinyin(UNIT.PEER_GROUP), pinyin(UNIT.NAME), UNIT.CODE);
            };
        }

        private static Field<String> pinyin(Field<String> field) {
            return field.collate(DSL.collation(PINYIN));
        }
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
