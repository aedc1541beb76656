package org.jieti.server.accounts;

import static org.jieti.server.database.schema.Tables.PERSON;
import static org.jieti.server.database.schema.Tables.ROLE_GRANT;

import java.util.Collection;
import java.util.HashMap;
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
        return whoMay(action, Map.of(organisation, target)).getOrDefault(organisation, List.of());
    }

    /// Those who may do something to the target of each of several organisations by a role given
    /// for it, by organisation and name; organisations without any are left out.
    public Map<UUID, List<PersonFace>> whoMay(Action action, Map<UUID, Target> targets) {
        Map<UUID, Map<UUID, PersonFace>> found = new HashMap<>();
        database.select(
                        PERSON.ID,
                        PERSON.NAME,
                        PERSON.ORGANISATION,
                        ROLE_GRANT.ROLE,
                        ROLE_GRANT.ORGANISATION,
                        ROLE_GRANT.ROUND,
                        ROLE_GRANT.PART)
                .from(ROLE_GRANT)
                .join(PERSON)
                .on(PERSON.ID.eq(ROLE_GRANT.PERSON))
                .where(ROLE_GRANT.ORGANISATION.in(targets.keySet()))
                .and(PERSON.DISABLED_AT.isNull())
                .orderBy(PERSON.NAME.collate(DSL.collation(PINYIN)), PERSON.ID)
                .forEach(
                        row -> {
                            UUID organisation = row.value5();
                            RoleGrant grant =
                                    new RoleGrant(
                                            Role.valueOf(row.value4()),
                                            organisation,
                                            row.value6(),
                                            row.value7());
                            Target target = targets.get(organisation);
                            if (target != null && Rights.allows(grant, action, target)) {
                                found.computeIfAbsent(organisation, _ -> new LinkedHashMap<>())
                                        .put(
                                                row.value1(),
                                                new PersonFace(
                                                        row.value1(), row.value2(), row.value3()));
                            }
                        });
        Map<UUID, List<PersonFace>> people = new HashMap<>();
        found.forEach(
                (organisation, faces) -> people.put(organisation, List.copyOf(faces.values())));
        return people;
    }
}
