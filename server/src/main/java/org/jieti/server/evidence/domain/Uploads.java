package org.jieti.server.evidence.domain;

import static org.jieti.server.database.schema.Tables.EVIDENCE_UPLOAD;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.database.schema.tables.records.EvidenceUploadRecord;
import org.jieti.server.evidence.EvidenceItem;
import org.jieti.server.evidence.EvidenceKind;
import org.jieti.server.evidence.Refusal;
import org.jieti.server.evidence.Sensitivity;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Files on their way, piece by piece: a piece that has been acknowledged is safe, and after a
/// broken line, a reload or a restart the rest follows. A file belongs to whoever began to send it.
@Service
public class Uploads {
    private static final Duration KEPT = Duration.ofDays(7);

    private final DSLContext database;
    private final Clock clock;
    private final EvidenceStore store;
    private final EvidenceIntake intake;
    private final EvidenceLibrary library;

    Uploads(
            DSLContext database,
            Clock clock,
            EvidenceStore store,
            EvidenceIntake intake,
            EvidenceLibrary library) {
        this.database = database;
        this.clock = clock;
        this.store = store;
        this.intake = intake;
        this.library = library;
    }

    /// A file on its way.
    ///
    /// @param received how many bytes are safe
    public record Upload(UUID id, String name, long size, long received) {
        /// How far it is, rounded down.
        public int percent() {
            return (int) (100 * received / size);
        }
    }

    /// Begins a file, or goes on with the one that the same person began to send under the same
    /// mark.
    public Upload begin(
            SignedIn me,
            AssessmentCase of,
            String name,
            long size,
            String mark,
            EvidenceIntake.Wish wish) {
        dropOld();
        EvidenceUploadRecord found = marked(me, of, mark);
        if (found != null && (found.getEvidence() != null || found.getSize() != size)) {
            drop(found.getId());
            found = null;
        }
        if (found != null) {
            return upload(found);
        }
        NodeId criterion = wish.criterion();
        UUID replaces = wish.replaces();
        database.insertInto(EVIDENCE_UPLOAD)
                .set(EVIDENCE_UPLOAD.ASSESSMENT, of.id())
                .set(EVIDENCE_UPLOAD.PERSON, me.id())
                .set(EVIDENCE_UPLOAD.NAME, name)
                .set(EVIDENCE_UPLOAD.SIZE, size)
                .set(EVIDENCE_UPLOAD.MARK, mark)
                .set(EVIDENCE_UPLOAD.KIND, wish.kind().name())
                .set(EVIDENCE_UPLOAD.SENSITIVITY, wish.sensitivity().name())
                .set(EVIDENCE_UPLOAD.CRITERION, criterion == null ? null : criterion.value())
                .set(
                        EVIDENCE_UPLOAD.REPLACES,
                        replaces == null || library.find(of.id(), replaces) == null
                                ? null
                                : replaces)
                .set(EVIDENCE_UPLOAD.STARTED_AT, clock.instant())
                .set(EVIDENCE_UPLOAD.CHANGED_AT, clock.instant())
                .onConflictDoNothing() // begun in another window at the same time
                .execute();
        return upload(Objects.requireNonNull(marked(me, of, mark)));
    }

    private @Nullable EvidenceUploadRecord marked(SignedIn me, AssessmentCase of, String mark) {
        return database.selectFrom(EVIDENCE_UPLOAD)
                .where(EVIDENCE_UPLOAD.ASSESSMENT.eq(of.id()))
                .and(EVIDENCE_UPLOAD.PERSON.eq(me.id()))
                .and(EVIDENCE_UPLOAD.MARK.eq(mark))
                .fetchOne();
    }

    /// What a person has not sent to the end in an assessment, the oldest first.
    public List<Upload> open(SignedIn me, UUID assessment) {
        return database.selectFrom(EVIDENCE_UPLOAD)
                .where(EVIDENCE_UPLOAD.ASSESSMENT.eq(assessment))
                .and(EVIDENCE_UPLOAD.PERSON.eq(me.id()))
                .and(EVIDENCE_UPLOAD.EVIDENCE.isNull())
                .orderBy(EVIDENCE_UPLOAD.STARTED_AT)
                .fetch(Uploads::upload);
    }

    /// How far a file is; null where there is none.
    public @Nullable Upload find(SignedIn me, UUID assessment, UUID id) {
        EvidenceUploadRecord row = row(me, assessment, id);
        return row == null ? null : upload(row);
    }

    private @Nullable EvidenceUploadRecord row(SignedIn me, UUID assessment, UUID id) {
        return database.selectFrom(EVIDENCE_UPLOAD)
                .where(EVIDENCE_UPLOAD.ID.eq(id))
                .and(EVIDENCE_UPLOAD.ASSESSMENT.eq(assessment))
                .and(EVIDENCE_UPLOAD.PERSON.eq(me.id()))
                .fetchOne();
    }

    /// Takes a piece.
    ///
    /// @param from where it begins, as its sender believes
    /// @return how far the file is; unchanged where another request is at it, or where the piece
    ///     does not follow what is there
    public @Nullable Upload append(
            SignedIn me, UUID assessment, UUID id, long from, InputStream piece)
            throws IOException {
        if (row(me, assessment, id) == null) {
            return null;
        }
        try (EvidenceStore.Arriving held = store.hold(id)) {
            EvidenceUploadRecord row = row(me, assessment, id);
            if (held == null || row == null || row.getEvidence() != null) {
                return row == null ? null : upload(row);
            }
            long safe = row.getReceived();
            if (held.size() < safe) {
                return progressed(row, 0); // lost since: from the beginning
            }
            return from == safe
                    ? progressed(row, held.append(safe, piece, row.getSize() - safe))
                    : upload(row);
        }
    }

    private Upload progressed(EvidenceUploadRecord row, long received) {
        database.update(EVIDENCE_UPLOAD)
                .set(EVIDENCE_UPLOAD.RECEIVED, received)
                .set(EVIDENCE_UPLOAD.CHANGED_AT, clock.instant())
                .where(EVIDENCE_UPLOAD.ID.eq(row.getId()))
                .execute();
        return new Upload(row.getId(), row.getName(), row.getSize(), received);
    }

    /// Takes a file that has come in full. Asked again, it says the same again.
    ///
    /// @return null where the file has not come in full, or another request is at it
    public EvidenceIntake.@Nullable Outcome finish(SignedIn me, AssessmentCase of, UUID id)
            throws IOException {
        EvidenceUploadRecord row;
        try (EvidenceStore.Arriving held = store.hold(id)) {
            row = row(me, of.id(), id);
            if (held == null || row == null) {
                return null;
            }
            if (row.getEvidence() != null) {
                store.forget(id);
                EvidenceItem item = library.find(of.id(), row.getEvidence());
                return item == null ? null : new EvidenceIntake.Outcome.Known(item);
            }
            if (row.getReceived() < row.getSize()) {
                return null;
            }
            if (held.size() < row.getSize()) {
                progressed(row, 0);
                return null;
            }
            return taken(me, of, row, held);
        }
    }

    private EvidenceIntake.Outcome taken(
            SignedIn me, AssessmentCase of, EvidenceUploadRecord row, EvidenceStore.Arriving held)
            throws IOException {
        String criterion = row.getCriterion();
        EvidenceIntake.Outcome outcome =
                intake.take(
                        me,
                        of,
                        held.path(),
                        row.getName(),
                        new EvidenceIntake.Wish(
                                EvidenceKind.valueOf(row.getKind()),
                                Sensitivity.valueOf(row.getSensitivity()),
                                criterion == null ? null : new NodeId(criterion),
                                row.getReplaces()));
        switch (outcome) {
            case EvidenceIntake.Outcome.Added(UUID evidence) -> became(row, evidence);
            case EvidenceIntake.Outcome.Known(EvidenceItem evidence) -> became(row, evidence.id());
            case EvidenceIntake.Outcome.Refused(Refusal _) -> drop(row.getId());
            case EvidenceIntake.Outcome.Closed() -> drop(row.getId());
        }
        return outcome;
    }

    private void became(EvidenceUploadRecord row, UUID evidence) {
        database.update(EVIDENCE_UPLOAD)
                .set(EVIDENCE_UPLOAD.EVIDENCE, evidence)
                .set(EVIDENCE_UPLOAD.CHANGED_AT, clock.instant())
                .where(EVIDENCE_UPLOAD.ID.eq(row.getId()))
                .execute();
    }

    /// Gives a file up that has not come in full.
    public void giveUp(SignedIn me, UUID assessment, UUID id) {
        if (row(me, assessment, id) != null) {
            drop(id);
        }
    }

    private void drop(UUID id) {
        database.deleteFrom(EVIDENCE_UPLOAD).where(EVIDENCE_UPLOAD.ID.eq(id)).execute();
        store.forget(id);
    }

    /// A place for a file that comes in one piece.
    public Path room() {
        return store.room(UUID.randomUUID());
    }

    /// Files that nobody has gone on with for days are given up.
    private void dropOld() {
        database.select(EVIDENCE_UPLOAD.ID)
                .from(EVIDENCE_UPLOAD)
                .where(EVIDENCE_UPLOAD.CHANGED_AT.lt(clock.instant().minus(KEPT)))
                .fetch(EVIDENCE_UPLOAD.ID)
                .forEach(this::drop);
    }

    private static Upload upload(EvidenceUploadRecord row) {
        return new Upload(row.getId(), row.getName(), row.getSize(), row.getReceived());
    }
}
