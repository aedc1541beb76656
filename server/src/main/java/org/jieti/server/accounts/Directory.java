package org.jieti.server.accounts;

import static org.jieti.server.database.schema.Tables.PERSON;
import static org.jieti.server.database.schema.Tables.ROLE_GRANT;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who the people are, for features that show their names or ask for somebody.
@Service
@Transactional(readOnly = true)
public class Directory {
    /// Sorts Chinese names by pinyin.
    private static final String PINYIN = "zh-Hans-CN-x-icu";

    private final DSLContext database;

    Directory(DSLContext database) {
        this.database = database;
    }

    /// People by id, those included whose account has been disabled.
    public Map<UUID, PersonFace> facesOf(Collection<UUID> ids) {
        return database.select(PERSON.ID, PERSON.NAME, PERSON.ORGANISATION)
                .from(PERSON)
                .where(PERSON.ID.in(ids))
                .fetchMap(
                        PERSON.ID, row -> new PersonFace(row.value1(), row.value2(), row.value3()));
    }

    /// Those who may do something to a target by a role given for its organisation, by name.
    public List<PersonFace> whoMay(Action action, UUID organisation, Target target) {
        Map<UUID, PersonFace> found = new LinkedHashMap<>();
        database.select(
                        PERSON.ID,
                        PERSON.NAME,
                        PERSON.ORGANISATION,
                        ROLE_GRANT.ROLE,
                        ROLE_GRANT.ROUND,
                        ROLE_GRANT.PART)
                .from(ROLE_GRANT)
                .join(PERSON)
                .on(PERSON.ID.eq(ROLE_GRANT.PERSON))
                .where(ROLE_GRANT.ORGANISATION.eq(organisation))
                .and(PERSON.DISABLED_AT.isNull())
                .orderBy(PERSON.NAME.collate(DSL.collation(PINYIN)), PERSON.ID)
                .forEach(
                        row -> {
                            RoleGrant grant =
                                    new RoleGrant(
                                            Role.valueOf(row.value4()),
                                            organisation,
                                            row.value5(),
                                            row.value6());
                            if (Rights.allows(grant, action, target)) {
                                found.put(
                                        row.value1(),
                                        new PersonFace(row.value1(), row.value2(), row.value3()));
                            }
                        });
        return List.copyOf(found.values());
    }
}
