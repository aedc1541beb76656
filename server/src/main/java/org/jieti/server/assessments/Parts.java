package org.jieti.server.assessments;

import static org.jieti.server.database.schema.Tables.PART;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.audit.Audit;
import org.jieti.server.audit.AuditEvent;
import org.jieti.server.campaigns.Round;
import org.jieti.server.database.schema.tables.records.PartRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is asked to answer which part. As soon as one part is given to somebody, those who only
/// contribute answer in their own parts alone.
@Service
@Transactional(readOnly = true)
public class Parts {
    private final DSLContext database;
    private final Clock clock;
    private final Rights rights;
    private final Directory directory;
    private final Audit audit;
    private final Visitors visitors;
    private final Assessments assessments;
    private final ApplicationEventPublisher events;

    Parts(
            DSLContext database,
            Clock clock,
            Rights rights,
            Directory directory,
            Audit audit,
            Visitors visitors,
            Assessments assessments,
            ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.rights = rights;
        this.directory = directory;
        this.audit = audit;
        this.visitors = visitors;
        this.assessments = assessments;
        this.events = events;
    }

    /// All parts of an assessment, by node.
    public List<Part> of(UUID assessment) {
        return database.selectFrom(PART)
                .where(PART.ASSESSMENT.eq(assessment))
                .orderBy(PART.NODE, PART.ASSIGNED_AT, PART.PERSON)
                .fetch(Parts::part);
    }

    /// All parts of several assessments, by assessment; those without any are left out.
    public Map<UUID, List<Part>> ofAll(Collection<UUID> assessments) {
        return database.selectFrom(PART)
                .where(PART.ASSESSMENT.in(assessments))
                .orderBy(PART.NODE, PART.ASSIGNED_AT, PART.PERSON)
                .fetchGroups(PART.ASSESSMENT, Parts::part);
    }

    /// All that one person is asked for, whatever state the assessments are in, the most urgent
    /// first.
    public List<Part> ofPerson(UUID person) {
        return database.selectFrom(PART)
                .where(PART.PERSON.eq(person))
                .orderBy(PART.DUE_ON.asc().nullsLast(), PART.ASSIGNED_AT, PART.NODE)
                .fetch(Parts::part);
    }

    /// Those who can be asked to answer a node.
    public List<PersonFace> candidates(AssessmentCase of, NodeId node) {
        return directory.whoMay(Action.ANSWER, of.unit().organisation(), of.part(node));
    }

    /// What a person may answer in an assessment.
    public WhoAnswers answering(SignedIn me, AssessmentCase of) {
        return new WhoAnswers(rights, me, of, of(of.id()));
    }

    /// Those who can be asked to answer any part.
    public List<PersonFace> candidates(AssessmentCase of) {
        return directory.whoMay(
                Action.ANSWER,
                of.unit().organisation(),
                of.anyPart(Nodes.all(assessments.model(of).model())));
    }

    /// Whether parts can be given out now: until the unit has handed its answers in.
    public boolean areOpen(AssessmentCase of) {
        return of.round().state() == Round.State.OPEN
                && (of.state() == AssessmentState.DRAFT
                        || of.state() == AssessmentState.SELF_ASSESSMENT
                        || of.state() == AssessmentState.INTERNAL_REVIEW);
    }

    /// Asks somebody for several parts, and lets them know.
    ///
    /// @return false, and nothing is changed, where that person may not answer one of them, or no
    ///     part can be given out now
    @Transactional
    public boolean assignAll(
            SignedIn me,
            AssessmentCase of,
            List<NodeId> nodes,
            UUID person,
            @Nullable LocalDate dueOn,
            String note) {
        boolean able =
                areOpen(of)
                        && nodes.stream()
                                .allMatch(
                                        node ->
                                                candidates(of, node).stream()
                                                        .anyMatch(
                                                                face -> face.id().equals(person)));
        if (!able) {
            return false;
        }
        nodes.forEach(node -> assign(me, of, node, person, dueOn, note));
        events.publishEvent(new PartsAssigned(of, nodes, person, dueOn, me));
        return true;
    }

    /// Asks somebody for a part; what was asked of them before on the same node is replaced.
    ///
    /// @return false, and nothing is changed, where that person may not answer there
    @Transactional
    public boolean assign(
            SignedIn me,
            AssessmentCase of,
            NodeId node,
            UUID person,
            @Nullable LocalDate dueOn,
            String note) {
        rights.require(me, Action.DELEGATE_PARTS, of.whole());
        PersonFace face =
                candidates(of, node).stream()
                        .filter(each -> each.id().equals(person))
                        .findFirst()
                        .orElse(null);
        if (face == null) {
            return false;
        }
        PartRecord row = new PartRecord();
        row.setAssessment(of.id());
        row.setNode(node.value());
        row.setPerson(person);
        row.setDueOn(dueOn);
        row.setNote(note.strip());
        row.setAssignedBy(me.id());
        row.setAssignedAt(clock.instant());
        database.insertInto(PART).set(row).onDuplicateKeyUpdate().set(row).execute();
        Map<String, Object> detail = detail(node, face);
        if (dueOn != null) {
            detail.put("dueOn", dueOn.toString());
        }
        detail.put("note", note.strip());
        record(me, of, "assessments.part.assigned", detail);
        return true;
    }

    /// Takes a part back; nothing happens where it is nobody's.
    @Transactional
    public void remove(SignedIn me, AssessmentCase of, NodeId node, UUID person) {
        rights.require(me, Action.DELEGATE_PARTS, of.whole());
        int removed =
                database.deleteFrom(PART)
                        .where(PART.ASSESSMENT.eq(of.id()))
                        .and(PART.NODE.eq(node.value()))
                        .and(PART.PERSON.eq(person))
                        .execute();
        PersonFace face = directory.facesOf(List.of(person)).get(person);
        if (removed > 0 && face != null) {
            record(me, of, "assessments.part.removed", detail(node, face));
        }
    }

    private static Map<String, Object> detail(NodeId node, PersonFace person) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("node", node.value());
        detail.put("person", person.id().toString());
        detail.put("name", person.name());
        return detail;
    }

    private void record(SignedIn me, AssessmentCase of, String action, Map<String, Object> detail) {
        audit.record(
                new AuditEvent(
                        me.id(),
                        me.name(),
                        action,
                        of.unit().organisation(),
                        "assessment",
                        of.id().toString(),
                        detail,
                        visitors.address()));
    }

    private static Part part(PartRecord row) {
        return new Part(
                row.getAssessment(),
                new NodeId(row.getNode()),
                row.getPerson(),
                row.getDueOn(),
                row.getNote(),
                row.getAssignedAt());
    }
}
