package org.jieti.server.evidence.domain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.evidence.EvidenceItem;
import org.jieti.server.evidence.Soundness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The evidence of assessments. Who may read it is asked before; who may change it is asked here,
/// under the lock of the assessment, so that nothing is added to one that has just moved on.
@Service
public class EvidenceLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceLibrary.class);
    private static final String EVIDENCE = "evidence";

    private final EvidenceRows rows;
    private final EvidenceStore store;
    private final EvidenceAccess access;
    private final Assessments assessments;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    EvidenceLibrary(
            EvidenceRows rows,
            EvidenceStore store,
            EvidenceAccess access,
            Assessments assessments,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.store = store;
        this.access = access;
        this.assessments = assessments;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// What came of a change.
    public enum Outcome {
        DONE,
        /// Somebody else has changed it since; nothing is changed.
        CONFLICT,
        /// The assessment is not being answered; nothing is changed.
        CLOSED
    }

    /// The current versions of an assessment's evidence, the youngest first.
    @Transactional(readOnly = true)
    public List<EvidenceItem> current(UUID assessment) {
        return rows.current(assessment);
    }

    /// A piece of evidence in whatever version; null where there is none.
    @Transactional(readOnly = true)
    public @Nullable EvidenceItem find(UUID assessment, UUID id) {
        return rows.find(assessment, id);
    }

    /// The versions of a piece of evidence, the youngest first.
    @Transactional(readOnly = true)
    public List<EvidenceItem> editions(EvidenceItem item) {
        Map<UUID, EvidenceItem> all = new LinkedHashMap<>();
        rows.all(item.assessment()).forEach(each -> all.put(each.id(), each));
        EvidenceItem newest = item;
        while (newest.replacedBy() != null && all.get(newest.replacedBy()) != null) {
            newest = all.get(newest.replacedBy());
        }
        List<EvidenceItem> editions = new ArrayList<>();
        EvidenceItem each = newest;
        while (each != null) {
            editions.add(each);
            each = each.replaces() == null ? null : all.get(each.replaces());
        }
        return editions;
    }

    /// How many pieces of evidence support each criterion.
    @Transactional(readOnly = true)
    public Map<NodeId, Integer> counts(UUID assessment) {
        return rows.counts(assessment);
    }

    /// Adds an address in place of a file.
    ///
    /// @param criterion to link it to; null for none
    /// @return null if the assessment is not being answered
    @Transactional
    public @Nullable UUID addAddress(
            SignedIn me,
            UUID assessment,
            EvidenceItem.Fields fields,
            String address,
            @Nullable NodeId criterion) {
        AssessmentCase of = assessments.locked(assessment);
        if (!EvidenceAccess.isOpen(access.adding(me, of))) {
            return null;
        }
        UUID id = rows.add(assessment, fields, null, null, address, null, me.id());
        Map<String, Object> detail = said(fields);
        detail.put("address", address);
        record(me, of, "evidence.added", id, detail);
        if (criterion != null) {
            link(me, of, id, new EvidenceItem.Link(criterion, ""));
        }
        return id;
    }

    /// Changes the fields.
    ///
    /// @param seen the version that the writer had before them
    @Transactional
    public Outcome change(
            SignedIn me, UUID assessment, UUID id, EvidenceItem.Fields fields, int seen) {
        AssessmentCase of = assessments.locked(assessment);
        if (!EvidenceAccess.isOpen(access.adding(me, of))) {
            return Outcome.CLOSED;
        }
        EvidenceItem before = rows.find(assessment, id);
        if (before == null || before.replacedBy() != null) {
            return Outcome.CONFLICT;
        }
        if (before.fields().equals(fields)) {
            return Outcome.DONE;
        }
        if (!rows.change(id, seen, fields, me.id())) {
            return Outcome.CONFLICT;
        }
        record(
                me,
                of,
                "evidence.changed",
                id,
                Map.of("before", said(before.fields()), "after", said(fields)));
        return Outcome.DONE;
    }

    /// Links evidence to a criterion, or changes the place of such a link.
    @Transactional
    public Outcome link(SignedIn me, UUID assessment, UUID id, EvidenceItem.Link link) {
        AssessmentCase of = assessments.locked(assessment);
        if (!EvidenceAccess.isOpen(access.linking(me, of, link.criterion()))) {
            return Outcome.CLOSED;
        }
        EvidenceItem item = rows.find(assessment, id);
        if (item == null || item.replacedBy() != null) {
            return Outcome.CONFLICT;
        }
        if (!link.equals(item.link(link.criterion()))) {
            link(me, of, id, link);
        }
        return Outcome.DONE;
    }

    /// Links within a change that is under way; where the person may not, nothing is linked.
    void link(SignedIn me, AssessmentCase of, UUID id, EvidenceItem.Link link) {
        if (!EvidenceAccess.isOpen(access.linking(me, of, link.criterion()))) {
            return;
        }
        rows.link(id, link, me.id());
        record(
                me,
                of,
                "evidence.linked",
                id,
                Map.of("criterion", link.criterion().value(), "place", link.place()));
    }

    /// Takes a link away.
    @Transactional
    public Outcome unlink(SignedIn me, UUID assessment, UUID id, NodeId criterion) {
        AssessmentCase of = assessments.locked(assessment);
        if (!EvidenceAccess.isOpen(access.linking(me, of, criterion))) {
            return Outcome.CLOSED;
        }
        EvidenceItem item = rows.find(assessment, id);
        if (item == null || item.link(criterion) == null) {
            return Outcome.CONFLICT;
        }
        rows.unlink(id, criterion);
        record(me, of, "evidence.unlinked", id, Map.of("criterion", criterion.value()));
        return Outcome.DONE;
    }

    /// Takes evidence out, with all its versions. Its files stay on disk: others may have the same,
    /// and the audit speaks of them. Only somebody who may answer every criterion that it supports
    /// may do so.
    @Transactional
    public Outcome remove(SignedIn me, UUID assessment, UUID id) {
        AssessmentCase of = assessments.locked(assessment);
        if (!EvidenceAccess.isOpen(access.adding(me, of))) {
            return Outcome.CLOSED;
        }
        EvidenceItem item = rows.find(assessment, id);
        if (item == null || item.replacedBy() != null) {
            return Outcome.CONFLICT;
        }
        for (EvidenceItem.Link link : item.links()) {
            if (!EvidenceAccess.isOpen(access.linking(me, of, link.criterion()))) {
                return Outcome.CLOSED;
            }
        }
        rows.remove(item, me.id());
        record(me, of, "evidence.removed", id, said(item.fields()));
        return Outcome.DONE;
    }

    /// A file to be read, with how it was found: only one that is intact is handed out.
    public record Found(Soundness soundness, Path path) {}

    /// Finds the file of a piece of evidence. One that is missing or altered is noted and told.
    public Found open(EvidenceItem item) throws IOException {
        EvidenceItem.StoredFile file = item.file();
        if (file == null) {
            throw new IllegalArgumentException("No file: " + item.id());
        }
        String sha256 = file.digests().sha256();
        Soundness soundness = store.look(sha256, file.digests().size());
        if (soundness != file.soundness()) {
            note(sha256, soundness);
        }
        return new Found(soundness, store.path(sha256));
    }

    /// Notes how a file was found, where it was found otherwise before.
    void note(String sha256, Soundness soundness) {
        Boolean isNew = transaction.execute(_ -> rows.found(sha256, soundness));
        if (Boolean.TRUE.equals(isNew) && soundness != Soundness.INTACT) {
            LOG.error("The file of evidence {} is {}.", sha256, soundness);
        }
    }

    /// Notes that somebody has taken a file away to read it.
    @Transactional
    public void read(SignedIn me, AssessmentCase of, EvidenceItem item) {
        EvidenceItem.StoredFile file = item.file();
        record(me, of, "evidence.read", item.id(), Map.of("name", file == null ? "" : file.name()));
    }

    void record(
            SignedIn me, AssessmentCase of, String action, Object id, Map<String, Object> detail) {
        trail.record(me, action, of.unit().organisation(), EVIDENCE, of.id() + "/" + id, detail);
    }

    static Map<String, Object> said(EvidenceItem.Fields fields) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("kind", fields.kind().name());
        said.put("title", fields.title());
        said.put("locator", fields.locator());
        said.put("holdsFrom", day(fields.holdsFrom()));
        said.put("holdsTo", day(fields.holdsTo()));
        said.put("sensitivity", fields.sensitivity().name());
        return said;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
