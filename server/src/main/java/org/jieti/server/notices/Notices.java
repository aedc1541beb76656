package org.jieti.server.notices;

import static org.jieti.server.database.schema.Tables.NOTICE;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jieti.server.database.schema.tables.records.NoticeRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What people are told in the platform, until they have read it.
@Service
@Transactional(readOnly = true)
public class Notices {
    private static final int MOST_SHOWN = 200;

    private final DSLContext database;
    private final Clock clock;
    private final JsonMapper json;

    Notices(DSLContext database, Clock clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// Tells people something, each once, within the transaction that is under way.
    ///
    /// @param kind its words are the message `notices.kind.<kind>`
    /// @param link a path of this platform; null for none
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(
            Collection<UUID> people, String kind, List<String> arguments, @Nullable String link) {
        Notice notice = new Notice(UUID.randomUUID(), kind, arguments, link, clock.instant(), null);
        for (UUID person : new LinkedHashSet<>(people)) {
            database.insertInto(NOTICE)
                    .set(NOTICE.PERSON, person)
                    .set(NOTICE.KIND, notice.kind())
                    .set(
                            NOTICE.ARGUMENTS,
                            JSONB.valueOf(json.writeValueAsString(notice.arguments())))
                    .set(NOTICE.LINK, notice.link())
                    .set(NOTICE.CREATED_AT, notice.createdAt())
                    .execute();
        }
    }

    /// How many a person has not read.
    public int unread(UUID person) {
        return database.fetchCount(NOTICE, NOTICE.PERSON.eq(person).and(NOTICE.READ_AT.isNull()));
    }

    /// The latest of a person, youngest first.
    public List<Notice> of(UUID person) {
        return database.selectFrom(NOTICE)
                .where(NOTICE.PERSON.eq(person))
                .orderBy(NOTICE.CREATED_AT.desc(), NOTICE.ID)
                .limit(MOST_SHOWN)
                .fetch(this::notice);
    }

    /// All of a person count as read from now on.
    @Transactional
    public void read(UUID person) {
        database.update(NOTICE)
                .set(NOTICE.READ_AT, clock.instant())
                .where(NOTICE.PERSON.eq(person))
                .and(NOTICE.READ_AT.isNull())
                .execute();
    }

    private Notice notice(NoticeRecord row) {
        return new Notice(
                row.getId(),
                row.getKind(),
                List.of(json.readValue(row.getArguments().data(), String[].class)),
                row.getLink(),
                row.getCreatedAt(),
                row.getReadAt());
    }
}
