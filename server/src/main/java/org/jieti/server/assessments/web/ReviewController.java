package org.jieti.server.assessments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.Course;
import org.jieti.server.assessments.Move;
import org.jieti.server.assessments.MoveOutcome.Moved;
import org.jieti.server.assessments.MoveOutcome.Refused;
import org.jieti.server.assessments.Remarks;
import org.jieti.server.assessments.Said;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The page of internal review: handing on, remarks, return, passing.
@Controller
class ReviewController {
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_REASON = 500;
    private static final String TEXT = "text";

    private final AssessmentAccess access;
    private final Assessments assessments;
    private final Course course;
    private final Remarks remarks;
    private final ReviewPages pages;
    private final Refusals refusals;
    private final Rights rights;

    ReviewController(
            AssessmentAccess access,
            Assessments assessments,
            Course course,
            Remarks remarks,
            ReviewPages pages,
            Refusals refusals,
            Rights rights) {
        this.access = access;
        this.assessments = assessments;
        this.course = course;
        this.remarks = remarks;
        this.pages = pages;
        this.refusals = refusals;
        this.rights = rights;
    }

    @May(Action.READ_OWN_ASSESSMENT)
    @GetMapping("/assessments/{assessment}/review")
    String page(
            @PathVariable UUID assessment, SignedIn me, HttpServletRequest request, Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        return show(of, me, request, Typed.nothing(), model);
    }

    /// What was sent with a form that could not be taken.
    ///
    /// @param leftOpen the criteria that were ticked
    /// @param wrong messages by field
    private record Typed(
            List<String> refused,
            Set<String> leftOpen,
            Map<String, String> typed,
            Map<String, String> wrong) {
        static Typed nothing() {
            return new Typed(List.of(), Set.of(), Map.of(), Map.of());
        }
    }

    /// Hands the answers on: to internal review, or to the end of a self-diagnosis.
    @May(Action.HAND_ON)
    @PostMapping("/assessments/{assessment}/review/send")
    String send(
            @PathVariable UUID assessment,
            @RequestParam(required = false) @Nullable Set<String> open,
            @RequestParam(required = false) @Nullable String all,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        Set<String> ticked = open == null ? Set.of() : open;
        Set<NodeId> left = new HashSet<>();
        if (all != null) {
            left.addAll(course.unanswered(of));
        } else {
            ticked.stream().filter(NodeId::isValid).map(NodeId::new).forEach(left::add);
        }
        return switch (course.move(
                me, assessment, ReviewPages.handingOn(of), Said.leavingOpen(left))) {
            case Moved(var now) ->
                    now.state() == AssessmentState.FINISHED
                            ? "redirect:/assessments/%s/result".formatted(of.id())
                            : back(of);
            case Refused(var why) -> {
                Language language = Languages.of(request);
                yield refused(
                        of,
                        me,
                        request,
                        response,
                        new Typed(refusals.of(why, language), ticked, Map.of(), Map.of()),
                        model);
            }
        };
    }

    /// Writes a remark, on a criterion or on the whole.
    @May(Action.REVIEW_INTERNALLY)
    @PostMapping("/assessments/{assessment}/review/remarks")
    String remark(
            @PathVariable UUID assessment,
            @RequestParam(defaultValue = "") String criterion,
            @RequestParam(defaultValue = "") String text,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        rights.require(me, Action.REVIEW_INTERNALLY, of.whole());
        NodeId node = criterion.isEmpty() ? null : criterion(of, criterion);
        String flaw =
                text.isBlank()
                        ? "assessments.review.wrong.text"
                        : text.length() > LONGEST_TEXT
                                ? "assessments.review.wrong.long"
                                : remarks.write(me, assessment, node, text)
                                        ? null
                                        : "assessments.review.wrong.closed";
        if (flaw != null) {
            Map<String, String> typed = Map.of(TEXT, text, "criterion", criterion);
            return refused(
                    of,
                    me,
                    request,
                    response,
                    new Typed(List.of(), Set.of(), typed, Map.of(TEXT, flaw)),
                    model);
        }
        return node == null ? back(of) : backTo(of, node);
    }

    /// Marks a remark as dealt with.
    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/review/remarks/{remark}/settle")
    String settle(
            @PathVariable UUID assessment,
            @PathVariable UUID remark,
            @RequestParam(defaultValue = "") String at,
            SignedIn me) {
        AssessmentCase of = access.ownUnits(me, assessment);
        remarks.settle(me, assessment, remark);
        return at.isEmpty() ? back(of) : backTo(of, criterion(of, at));
    }

    @May(Action.REVIEW_INTERNALLY)
    @PostMapping("/assessments/{assessment}/review/return")
    String sendBack(
            @PathVariable UUID assessment,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return move(assessment, Move.RETURN, reason, me, request, response, model);
    }

    @May(Action.REVIEW_INTERNALLY)
    @PostMapping("/assessments/{assessment}/review/pass")
    String pass(
            @PathVariable UUID assessment,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return move(assessment, Move.PASS, "", me, request, response, model);
    }

    private String move(
            UUID assessment,
            Move move,
            String reason,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        if (reason.length() > LONGEST_REASON) {
            return refused(
                    of,
                    me,
                    request,
                    response,
                    new Typed(
                            List.of(),
                            Set.of(),
                            Map.of("reason", reason),
                            Map.of("reason", "assessments.review.wrong.reason")),
                    model);
        }
        return switch (course.move(me, assessment, move, Said.because(reason))) {
            case Moved _ -> back(of);
            case Refused(var why) ->
                    refused(
                            of,
                            me,
                            request,
                            response,
                            new Typed(
                                    refusals.of(why, Languages.of(request)),
                                    Set.of(),
                                    Map.of("reason", reason),
                                    Map.of()),
                            model);
        };
    }

    private NodeId criterion(AssessmentCase of, String id) {
        if (NodeId.isValid(id)
                && assessments.model(of).model().find(new NodeId(id)) instanceof Criterion found) {
            return found.id();
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static String back(AssessmentCase of) {
        return "redirect:/assessments/%s/review".formatted(of.id());
    }

    private static String backTo(AssessmentCase of, NodeId criterion) {
        return "redirect:/assessments/%s?node=%s#c-%s".formatted(of.id(), criterion, criterion);
    }

    private String refused(
            AssessmentCase of,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(access.ownUnits(me, of.id()), me, request, typed, model);
    }

    private String show(
            AssessmentCase of, SignedIn me, HttpServletRequest request, Typed typed, Model model) {
        model.addAttribute("page", pages.page(me, of, Languages.of(request)));
        model.addAttribute("refused", typed.refused());
        model.addAttribute("leftOpen", typed.leftOpen());
        model.addAttribute("typed", typed.typed());
        model.addAttribute("wrong", typed.wrong());
        model.addAttribute("reviewing", of.state() == AssessmentState.INTERNAL_REVIEW);
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/assessments", "assessments.list"),
                        Crumb.named("/assessments/" + of.id(), of.round().title()),
                        Crumb.here("assessments.review")));
        return "assessments/review";
    }
}
