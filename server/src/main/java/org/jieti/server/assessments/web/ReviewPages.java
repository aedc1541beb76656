package org.jieti.server.assessments.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.report.view.CompletenessView;
import org.jieti.report.words.Words;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.CaseHeads;
import org.jieti.server.assessments.Course;
import org.jieti.server.assessments.Move;
import org.jieti.server.assessments.MoveMade;
import org.jieti.server.assessments.Remark;
import org.jieti.server.assessments.Remarks;
import org.jieti.server.campaigns.Round;
import org.jieti.server.models.PublishedModel;
import org.jieti.server.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out the page of internal review, and its remarks beside the answers.
@Component
class ReviewPages {
    static final String PATH = "/review";

    private final Assessments assessments;
    private final Course course;
    private final Remarks remarks;
    private final CaseHeads heads;
    private final Directory directory;
    private final Times times;

    ReviewPages(
            Assessments assessments,
            Course course,
            Remarks remarks,
            CaseHeads heads,
            Directory directory,
            Times times) {
        this.assessments = assessments;
        this.course = course;
        this.remarks = remarks;
        this.heads = heads;
        this.directory = directory;
        this.times = times;
    }

    ReviewPage page(SignedIn me, AssessmentCase of, Language language) {
        boolean diagnosis = of.round().track() == Round.Track.SELF_DIAGNOSIS;
        boolean answered = of.isAnswered();
        boolean reviewed = of.state() == AssessmentState.INTERNAL_REVIEW;
        List<MoveMade> history = course.history(of.id());
        return new ReviewPage(
                heads.of(me, of, PATH),
                diagnosis,
                answered && course.mayMove(me, of, handingOn(of)),
                mayReview(me, of),
                reviewed && of.reviewPassedAt() != null,
                answered || of.state() == AssessmentState.DRAFT ? open(of, language) : List.of(),
                reviewed ? leftOpen(of, history, language) : List.of(),
                said(me, of, language),
                history.reversed().stream().map(this::happened).toList());
    }

    /// Whether a person reviews an assessment now.
    boolean mayReview(SignedIn me, AssessmentCase of) {
        return of.state() == AssessmentState.INTERNAL_REVIEW && course.mayMove(me, of, Move.PASS);
    }

    /// The move by which a unit hands its answers on.
    static Move handingOn(AssessmentCase of) {
        return of.round().track() == Round.Track.SELF_DIAGNOSIS ? Move.FINISH : Move.SEND;
    }

    private List<ReviewPage.Group> open(AssessmentCase of, Language language) {
        PublishedModel model = assessments.model(of);
        CompletenessView view =
                CompletenessView.of(
                        assessments.result(of, assessments.sheet(of)), model.guidance(), language);
        Map<String, List<CompletenessView.Open>> groups = new LinkedHashMap<>();
        view.open()
                .forEach(
                        open ->
                                groups.computeIfAbsent(open.indicator(), _ -> new ArrayList<>())
                                        .add(open));
        return groups.values().stream()
                .map(
                        group ->
                                new ReviewPage.Group(
                                        group.getFirst().domainName(),
                                        group.getFirst().indicatorName(),
                                        group))
                .toList();
    }

    private List<ReviewPage.Place> leftOpen(
            AssessmentCase of, List<MoveMade> history, Language language) {
        for (MoveMade made : history.reversed()) {
            if (made.move() == Move.SEND) {
                return made.leftOpen().stream()
                        .map(id -> new ReviewPage.Place(id.value(), name(of, id, language)))
                        .toList();
            }
        }
        return List.of();
    }

    /// All remarks, those that wait first.
    List<ReviewPage.Said> said(SignedIn me, AssessmentCase of, Language language) {
        List<Remark> all = remarks.of(of.id());
        Set<UUID> people = new HashSet<>();
        for (Remark remark : all) {
            people.add(remark.writtenBy());
            if (remark.settledBy() != null) {
                people.add(remark.settledBy());
            }
        }
        Map<UUID, PersonFace> faces = directory.facesOf(people);
        List<ReviewPage.Said> waiting = new ArrayList<>();
        List<ReviewPage.Said> settled = new ArrayList<>();
        for (Remark remark : all) {
            NodeId criterion = remark.criterion();
            ReviewPage.Said said =
                    new ReviewPage.Said(
                            remark.id(),
                            criterion == null ? "" : criterion.value(),
                            criterion == null ? "" : name(of, criterion, language),
                            remark.text(),
                            name(faces, remark.writtenBy()),
                            times.minute(remark.writtenAt()),
                            remark.isWaiting(),
                            name(faces, remark.settledBy()),
                            remark.settledAt() == null ? "" : times.minute(remark.settledAt()),
                            remark.isWaiting() && remarks.maySettle(me, of, remark));
            (remark.isWaiting() ? waiting : settled).add(said);
        }
        waiting.addAll(settled);
        return waiting;
    }

    /// The remarks of each criterion that has any.
    Map<String, List<ReviewPage.Said>> byCriterion(
            SignedIn me, AssessmentCase of, Language language) {
        Map<String, List<ReviewPage.Said>> by = new HashMap<>();
        for (ReviewPage.Said said : said(me, of, language)) {
            by.computeIfAbsent(said.criterion(), _ -> new ArrayList<>()).add(said);
        }
        return by;
    }

    private ReviewPage.Happened happened(MoveMade made) {
        return new ReviewPage.Happened(
                made.move().messageKey(),
                made.to().messageKey(),
                made.name(),
                times.minute(made.at()),
                made.reason(),
                made.leftOpen().size());
    }

    private String name(AssessmentCase of, NodeId id, Language language) {
        PublishedModel model = assessments.model(of);
        Node node = model.model().find(id);
        return node == null ? id.value() : new Words(language, model.model()).name(node);
    }

    private static String name(Map<UUID, PersonFace> faces, @Nullable UUID person) {
        PersonFace face = person == null ? null : faces.get(person);
        return face == null ? "" : face.name();
    }
}
