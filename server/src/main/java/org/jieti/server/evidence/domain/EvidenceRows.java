package org.jieti.server.evidence.domain;

import static org.jieti.server.database.schema.Tables.EVIDENCE;
import static org.jieti.server.database.schema.Tables.EVIDENCE_FILE;
import static org.jieti.server.database.schema.Tables.EVIDENCE_LINK;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.database.schema.tables.records.EvidenceFileRecord;
import org.jieti.server.database.schema.tables.records.EvidenceRecord;
import org.jieti.server.evidence.Digests;
import org.jieti.server.evidence.EvidenceItem;
import org.jieti.server.evidence.EvidenceKind;
import org.jieti.server.evidence.FileKind;
import org.jieti.server.evidence.Sensitivity;
import org.jieti.server.evidence.Soundness;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of evidence.
@Repository
class EvidenceRows {
    private final DSLContext database;
    private final Clock clock;

    EvidenceRows(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The current versions of an assessment's evidence, the youngest first.
    List<EvidenceItem> current(UUID assessment) {
        return items(EVIDENCE.ASSESSMENT.eq(assessment).and(EVIDENCE.REPLACED_BY.isNull()));
    }

    /// A piece of evidence in whatever version; null where there is none.
    @Nullable EvidenceItem find(UUID assessment, UUID id) {
        List<EvidenceItem> found =
                items(EVIDENCE.ASSESSMENT.eq(assessment).and(EVIDENCE.ID.eq(id)));
        return found.isEmpty() ? null : found.getFirst();
    }

    /// All of an assessment, earlier versions included.
    List<EvidenceItem> all(UUID assessment) {
        return items(EVIDENCE.ASSESSMENT.eq(assessment));
    }

    private List<EvidenceItem> items(Condition which) {
        var rows =
                database.select(EVIDENCE.asterisk(), EVIDENCE_FILE.asterisk())
                        .from(EVIDENCE)
                        .leftJoin(EVIDENCE_FILE)
                        .on(EVIDENCE_FILE.SHA256.eq(EVIDENCE.FILE))
                        .where(which)
                        .and(EVIDENCE.REMOVED_AT.isNull())
                        .orderBy(EVIDENCE.ADDED_AT.desc(), EVIDENCE.ID)
                        .fetch();
        Map<UUID, List<EvidenceItem.Link>> links = links(rows.getValues(EVIDENCE.ID));
        return rows.map(
                row ->
                        item(
                                row.into(EVIDENCE),
                                row.get(EVIDENCE_FILE.SHA256) == null
                                        ? null
                                        : row.into(EVIDENCE_FILE),
                                links.getOrDefault(row.get(EVIDENCE.ID), List.of())));
    }

    private Map<UUID, List<EvidenceItem.Link>> links(List<UUID> ids) {
        Map<UUID, List<EvidenceItem.Link>> links = new HashMap<>();
        database.selectFrom(EVIDENCE_LINK)
                .where(EVIDENCE_LINK.EVIDENCE.in(ids))
                .orderBy(EVIDENCE_LINK.LINKED_AT, EVIDENCE_LINK.CRITERION)
                .forEach(
                        row ->
                                links.computeIfAbsent(row.getEvidence(), _ -> new ArrayList<>())
                                        .add(
                                                new EvidenceItem.Link(
                                                        new NodeId(row.getCriterion()),
                                                        row.getPlace())));
        return links;
    }

    private static EvidenceItem item(
            EvidenceRecord row, @Nullable EvidenceFileRecord file, List<EvidenceItem.Link> links) {
        return new EvidenceItem(
                row.getId(),
                row.getAssessment(),
                new EvidenceItem.Fields(
                        EvidenceKind.valueOf(row.getKind()),
                        row.getTitle(),
                        row.getLocator(),
                        row.getHoldsFrom(),
                        row.getHoldsTo(),
                        Sensitivity.valueOf(row.getSensitivity())),
                file == null
                        ? null
                        : new EvidenceItem.StoredFile(
                                row.getName(),
                                FileKind.of(file.getMediaType()),
                                new Digests(file.getSha256(), file.getSm3(), file.getSize()),
                                file.getPages(),
                                Soundness.valueOf(file.getState())),
                row.getAddress(),
                row.getEdition(),
                row.getReplaces(),
                row.getReplacedBy(),
                row.getVersion(),
                row.getAddedBy(),
                row.getAddedAt(),
                links);
    }

    /// How many pieces of evidence support each criterion.
    Map<NodeId, Integer> counts(UUID assessment) {
        return database.select(EVIDENCE_LINK.CRITERION, DSL.count())
                .from(EVIDENCE_LINK)
                .join(EVIDENCE)
                .on(EVIDENCE.ID.eq(EVIDENCE_LINK.EVIDENCE))
                .where(EVIDENCE.ASSESSMENT.eq(assessment))
                .and(EVIDENCE.REPLACED_BY.isNull())
                .and(EVIDENCE.REMOVED_AT.isNull())
                .groupBy(EVIDENCE_LINK.CRITERION)
                .fetchMap(row -> new NodeId(row.value1()), row -> row.value2());
    }

    /// Notes a file that is kept and intact.
    void put(Digests digests, FileKind kind, int pages) {
        database.insertInto(EVIDENCE_FILE)
                .set(EVIDENCE_FILE.SHA256, digests.sha256())
                .set(EVIDENCE_FILE.SM3, digests.sm3())
                .set(EVIDENCE_FILE.SIZE, digests.size())
                .set(EVIDENCE_FILE.MEDIA_TYPE, kind.mediaType())
                .set(EVIDENCE_FILE.PAGES, pages)
                .set(EVIDENCE_FILE.STORED_AT, clock.instant())
                .set(EVIDENCE_FILE.STATE, Soundness.INTACT.name())
                .set(EVIDENCE_FILE.CHECKED_AT, clock.instant())
                .onDuplicateKeyUpdate()
                .set(EVIDENCE_FILE.STATE, Soundness.INTACT.name())
                .set(EVIDENCE_FILE.CHECKED_AT, clock.instant())
                .execute();
    }

    /// Notes how a file was found.
    ///
    /// @return whether it was found otherwise before
    boolean found(String sha256, Soundness soundness) {
        return database.update(EVIDENCE_FILE)
                        .set(EVIDENCE_FILE.STATE, soundness.name())
                        .set(EVIDENCE_FILE.CHECKED_AT, clock.instant())
                        .where(EVIDENCE_FILE.SHA256.eq(sha256))
                        .and(EVIDENCE_FILE.STATE.ne(soundness.name()))
                        .execute()
                > 0;
    }

    /// Adds a piece of evidence.
    ///
    /// @param name the file's; null for a link
    /// @param sha256 the file's; null for a link
    /// @param before the version that it replaces; null for a first one
    UUID add(
            UUID assessment,
            EvidenceItem.Fields fields,
            @Nullable String name,
            @Nullable String sha256,
            @Nullable String address,
            @Nullable EvidenceItem before,
            UUID person) {
        UUID id =
                database.insertInto(EVIDENCE)
                        .set(written(fields))
                        .set(EVIDENCE.ASSESSMENT, assessment)
                        .set(EVIDENCE.NAME, name)
                        .set(EVIDENCE.FILE, sha256)
                        .set(EVIDENCE.ADDRESS, address)
                        .set(EVIDENCE.EDITION, before == null ? 1 : before.edition() + 1)
                        .set(EVIDENCE.REPLACES, before == null ? null : before.id())
                        .set(EVIDENCE.ADDED_BY, person)
                        .set(EVIDENCE.ADDED_AT, clock.instant())
                        .set(EVIDENCE.CHANGED_BY, person)
                        .set(EVIDENCE.CHANGED_AT, clock.instant())
                        .returning(EVIDENCE.ID)
                        .fetchSingle(EVIDENCE.ID);
        if (before != null) {
            database.update(EVIDENCE)
                    .set(EVIDENCE.REPLACED_BY, id)
                    .where(EVIDENCE.ID.eq(before.id()))
                    .execute();
            before.links().forEach(link -> link(id, link, person));
        }
        return id;
    }

    /// Changes the fields, if nobody else has since.
    ///
    /// @return whether they were changed
    boolean change(UUID id, int seen, EvidenceItem.Fields fields, UUID person) {
        return database.update(EVIDENCE)
                        .set(written(fields))
                        .set(EVIDENCE.VERSION, seen + 1)
                        .set(EVIDENCE.CHANGED_BY, person)
                        .set(EVIDENCE.CHANGED_AT, clock.instant())
                        .where(EVIDENCE.ID.eq(id))
                        .and(EVIDENCE.VERSION.eq(seen))
                        .execute()
                == 1;
    }

    private static EvidenceRecord written(EvidenceItem.Fields fields) {
        EvidenceRecord row = new EvidenceRecord();
        row.setKind(fields.kind().name());
        row.setTitle(fields.title());
        row.setLocator(fields.locator());
        row.setHoldsFrom(fields.holdsFrom());
        row.setHoldsTo(fields.holdsTo());
        row.setSensitivity(fields.sensitivity().name());
        return row;
    }

    /// Takes a piece of evidence out, with all its versions; what was linked to it stays noted.
    void remove(EvidenceItem item, UUID person) {
        EvidenceItem each = item;
        while (each != null) {
            database.update(EVIDENCE)
                    .set(EVIDENCE.REMOVED_BY, person)
                    .set(EVIDENCE.REMOVED_AT, clock.instant())
                    .where(EVIDENCE.ID.eq(each.id()))
                    .execute();
            each = each.replaces() == null ? null : find(each.assessment(), each.replaces());
        }
    }

    void link(UUID id, EvidenceItem.Link link, UUID person) {
        database.insertInto(EVIDENCE_LINK)
                .set(EVIDENCE_LINK.EVIDENCE, id)
                .set(EVIDENCE_LINK.CRITERION, link.criterion().value())
                .set(EVIDENCE_LINK.PLACE, link.place())
                .set(EVIDENCE_LINK.LINKED_BY, person)
                .set(EVIDENCE_LINK.LINKED_AT, clock.instant())
                .onDuplicateKeyUpdate()
                .set(EVIDENCE_LINK.PLACE, link.place())
                .set(EVIDENCE_LINK.LINKED_BY, person)
                .execute();
    }

    void unlink(UUID id, NodeId criterion) {
        database.deleteFrom(EVIDENCE_LINK)
                .where(EVIDENCE_LINK.EVIDENCE.eq(id))
                .and(EVIDENCE_LINK.CRITERION.eq(criterion.value()))
                .execute();
    }
}
