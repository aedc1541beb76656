package org.jieti.server.evidence.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.WhoAnswers.Verdict;
import org.jieti.server.evidence.Digests;
import org.jieti.server.evidence.EvidenceItem;
import org.jieti.server.evidence.EvidenceKind;
import org.jieti.server.evidence.FileKind;
import org.jieti.server.evidence.Refusal;
import org.jieti.server.evidence.Refusal.Reason;
import org.jieti.server.evidence.Sensitivity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a file that has arrived in full: looks at it, keeps it, and adds it to an assessment. The
/// file is safe on disk before its row is committed; a file without a row does no harm.
@Service
public class EvidenceIntake {
    private final ContentCheck check;
    private final EvidenceStore store;
    private final EvidenceRows rows;
    private final EvidenceLibrary library;
    private final EvidenceAccess access;
    private final Assessments assessments;
    private final TransactionTemplate transaction;
    private final EvidenceSettings settings;

    EvidenceIntake(
            ContentCheck check,
            EvidenceStore store,
            EvidenceRows rows,
            EvidenceLibrary library,
            EvidenceAccess access,
            Assessments assessments,
            TransactionTemplate transaction,
            EvidenceSettings settings) {
        this.check = check;
        this.store = store;
        this.rows = rows;
        this.library = library;
        this.access = access;
        this.assessments = assessments;
        this.transaction = transaction;
        this.settings = settings;
    }

    /// What is to become of a file.
    ///
    /// @param criterion to link it to; null for none
    /// @param replaces the evidence of which it is a new version; null for new evidence
    public record Wish(
            EvidenceKind kind,
            Sensitivity sensitivity,
            @Nullable NodeId criterion,
            @Nullable UUID replaces) {}

    /// What came of a file.
    public sealed interface Outcome {
        record Added(UUID evidence) implements Outcome {}

        /// The assessment has the same content already; nothing is added but the link.
        record Known(EvidenceItem evidence) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}

        /// The assessment is not being answered.
        record Closed() implements Outcome {}
    }

    /// Why a file is not taken, as far as is known before it comes; null if it may come.
    public @Nullable Refusal flaw(SignedIn me, AssessmentCase of, String name, long size) {
        Refusal flaw = check.flawOfName(name);
        if (flaw == null && size <= 0) {
            flaw = new Refusal(Reason.EMPTY, name);
        }
        if (flaw == null && (size > settings.largest().toBytes() || size > store.left() / 2)) {
            flaw = new Refusal(Reason.LARGE, name, shown(settings.largest().toBytes()));
        }
        return flaw == null ? null : refused(me, of, flaw);
    }

    private static String shown(long bytes) {
        return (bytes >> 20) + " MB";
    }

    /// Takes a file.
    ///
    /// @param file on the store's disk; gone afterwards
    public Outcome take(SignedIn me, AssessmentCase of, Path file, String name, Wish wish)
            throws IOException {
        try {
            return switch (check.look(file, name)) {
                case ContentCheck.Outcome.NotTaken(Refusal refusal) ->
                        new Outcome.Refused(refused(me, of, refusal));
                case ContentCheck.Outcome.Taken(FileKind kind, int pages) -> {
                    Digests digests = EvidenceStore.digests(file);
                    store.keep(file, digests);
                    yield added(me, of.id(), new Kept(name, kind, pages, digests), wish);
                }
            };
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private record Kept(String name, FileKind kind, int pages, Digests digests) {}

    private Outcome added(SignedIn me, UUID assessment, Kept kept, Wish wish) {
        Outcome outcome = transaction.execute(_ -> add(me, assessment, kept, wish));
        if (outcome == null) {
            throw new IllegalStateException();
        }
        return outcome;
    }

    private Outcome add(SignedIn me, UUID assessment, Kept kept, Wish wish) {
        AssessmentCase of = assessments.locked(assessment);
        if (!EvidenceAccess.isOpen(access.adding(me, of))) {
            return new Outcome.Closed();
        }
        rows.put(kept.digests(), kept.kind(), kept.pages());
        for (EvidenceItem item : rows.current(assessment)) {
            EvidenceItem.StoredFile file = item.file();
            if (file != null && file.digests().equals(kept.digests())) {
                linked(me, of, item.id(), item, wish);
                return new Outcome.Known(item);
            }
        }
        EvidenceItem before =
                wish.replaces() == null ? null : rows.find(assessment, wish.replaces());
        if (before != null && before.replacedBy() != null) {
            before = null;
        }
        EvidenceItem.Fields fields = fields(kept, wish, before);
        UUID id =
                rows.add(
                        assessment,
                        fields,
                        kept.name(),
                        kept.digests().sha256(),
                        null,
                        before,
                        me.id());
        Map<String, Object> detail = new LinkedHashMap<>(EvidenceLibrary.said(fields));
        detail.put("name", kept.name());
        detail.put("size", kept.digests().size());
        detail.put("sha256", kept.digests().sha256());
        detail.put("sm3", kept.digests().sm3());
        if (before != null) {
            detail.put("replaces", before.id().toString());
        }
        library.record(me, of, before == null ? "evidence.added" : "evidence.replaced", id, detail);
        linked(me, of, id, before, wish);
        return new Outcome.Added(id);
    }

    private void linked(
            SignedIn me, AssessmentCase of, UUID id, @Nullable EvidenceItem has, Wish wish) {
        NodeId criterion = wish.criterion();
        if (criterion != null
                && (has == null || has.link(criterion) == null)
                && access.linking(me, of, criterion) == Verdict.ALLOWED) {
            library.link(me, of, id, new EvidenceItem.Link(criterion, ""));
        }
    }

    private static EvidenceItem.Fields fields(Kept kept, Wish wish, @Nullable EvidenceItem before) {
        if (before != null) {
            EvidenceItem.Fields was = before.fields();
            return new EvidenceItem.Fields(
                    was.kind() == EvidenceKind.LINK ? wish.kind() : was.kind(),
                    was.title(),
                    was.locator(),
                    was.holdsFrom(),
                    was.holdsTo(),
                    was.sensitivity());
        }
        int dot = kept.name().lastIndexOf('.');
        return new EvidenceItem.Fields(
                wish.kind(), kept.name().substring(0, dot), "", null, null, wish.sensitivity());
    }

    /// Notes that a file was refused.
    public Refusal refused(SignedIn me, AssessmentCase of, Refusal refusal) {
        transaction.executeWithoutResult(
                _ ->
                        library.record(
                                me,
                                of,
                                "evidence.refused",
                                "-",
                                Map.of(
                                        "name", refusal.name(),
                                        "reason", refusal.reason().name(),
                                        "detail", refusal.detail())));
        return refusal;
    }
}
