package org.jieti.server.assessments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jieti.catalog.finding.Finding;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Language;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.Answering;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.Save;
import org.jieti.server.assessments.SaveOutcome;
import org.jieti.server.assessments.WrittenAnswer;
import org.jieti.server.assessments.WrittenAnswer.State;
import org.jieti.server.assessments.WrittenReading;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Fragments;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The page on which a unit answers, and what it sends. A save is answered by the part of the page
/// that it changes or, without a script, by going back to where it was made.
@Controller
class AnsweringController {
    private static final String VIEW = "assessments/answering";
    private static final int MOST_SAVES = 50;

    private final AssessmentAccess access;
    private final Assessments assessments;
    private final Answering answering;
    private final AnsweringPages pages;
    private final ReviewPages review;
    private final MessageSource messages;

    AnsweringController(
            AssessmentAccess access,
            Assessments assessments,
            Answering answering,
            AnsweringPages pages,
            ReviewPages review,
            MessageSource messages) {
        this.access = access;
        this.assessments = assessments;
        this.answering = answering;
        this.pages = pages;
        this.review = review;
        this.messages = messages;
    }

    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @GetMapping("/assessments/{assessment}")
    String page(
            @PathVariable UUID assessment,
            @RequestParam @Nullable String node,
            SignedIn me,
            HttpServletRequest request,
            Model model) {
        AssessmentCase of = access.readable(me, assessment);
        return show(of, me, Languages.of(request), node, null, model);
    }

    /// Where somebody lands who loads the address of a save again.
    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @GetMapping("/assessments/{assessment}/answers/{criterion}")
    String answer(@PathVariable UUID assessment, @PathVariable String criterion, SignedIn me) {
        AssessmentCase of = access.readable(me, assessment);
        return back(of, criterion(of, criterion).id(), "c-" + criterion);
    }

    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/answers/{criterion}")
    String saveAnswer(
            @PathVariable UUID assessment,
            @PathVariable String criterion,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.readable(me, assessment);
        NodeId id = criterion(of, criterion).id();
        String key = "c-" + criterion;
        String choice = last(form, "answer");
        String note = last(form, "note");
        WrittenAnswer written = written(choice, note);
        Saving saving = new Saving(of, me, id, key, choice, note, request, response, model);
        Save save = save(form);
        if (written.state().needsReason() && written.note().isEmpty()) {
            return refused(saving, "assessments.wrong.reason." + written.state().word());
        }
        if (written.note().length() > WrittenAnswer.LONGEST_NOTE) {
            return refused(saving, "assessments.wrong.long", WrittenAnswer.LONGEST_NOTE);
        }
        return outcome(saving, answering.save(me, assessment, id, written, save));
    }

    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @GetMapping("/assessments/{assessment}/measures/{measure}")
    String reading(@PathVariable UUID assessment, @PathVariable String measure, SignedIn me) {
        AssessmentCase of = access.readable(me, assessment);
        return back(of, reader(of, measure(of, measure)), "m-" + measure);
    }

    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/measures/{measure}")
    String saveReading(
            @PathVariable UUID assessment,
            @PathVariable String measure,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.readable(me, assessment);
        Measure asked = measure(of, measure);
        NodeId reader = reader(of, asked);
        String typed = last(form, "value");
        String place = last(form, "node");
        NodeId node = NodeId.isValid(place) ? new NodeId(place) : reader;
        Saving saving =
                new Saving(of, me, node, "m-" + measure, "", typed, request, response, model);
        Save save = save(form);
        BigDecimal value;
        try {
            value = WrittenReading.number(typed);
        } catch (NumberFormatException _) {
            return refused(saving, "assessments.wrong.number");
        }
        String unit = last(form, "unit");
        WrittenReading written =
                new WrittenReading(value, unit.isEmpty() ? asked.unit() : unit, "");
        return outcome(saving, answering.save(me, assessment, asked.id(), written, save));
    }

    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/confirm")
    String confirm(
            @PathVariable UUID assessment,
            @RequestParam @Nullable String node,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.readable(me, assessment);
        NodeId ladder = node == null || !NodeId.isValid(node) ? null : new NodeId(node);
        if (ladder == null || assessments.model(of).model().find(ladder) == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Saving saving = new Saving(of, me, ladder, "l-" + ladder, "", "", request, response, model);
        return outcome(saving, answering.confirm(me, assessment, ladder));
    }

    /// A save on its way.
    ///
    /// @param node where it is made
    /// @param key of the card
    private record Saving(
            AssessmentCase of,
            SignedIn me,
            NodeId node,
            String key,
            String choice,
            String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Language language() {
            return Languages.of(request);
        }
    }

    private String outcome(Saving saving, SaveOutcome<?> outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved<?> _ -> {
                if (!Fragments.isAsked(saving.request())) {
                    yield back(saving.of(), saving.node(), saving.key());
                }
                yield answered(saving, HttpStatus.OK, List.of());
            }
            case SaveOutcome.Conflict<?> _ -> answered(saving, HttpStatus.CONFLICT, List.of());
            case SaveOutcome.Refused<?>(List<Finding> findings) ->
                    answered(
                            saving,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            findings.stream()
                                    .map(
                                            finding ->
                                                    new Attempt.Refusal(
                                                            finding.message(saving.language()),
                                                            finding.hint(saving.language())))
                                    .toList());
            case SaveOutcome.Closed<?>(String why) -> refused(saving, why);
        };
    }

    private String refused(Saving saving, String key, Object... values) {
        return answered(
                saving,
                HttpStatus.UNPROCESSABLE_CONTENT,
                List.of(
                        new Attempt.Refusal(
                                messages.getMessage(
                                        key, values, Languages.locale(saving.language())),
                                null)));
    }

    /// The page, or the part of it that is asked for, after a save.
    private String answered(Saving saving, HttpStatus status, List<Attempt.Refusal> refusals) {
        saving.response().setStatus(status.value());
        Attempt attempt =
                status == HttpStatus.OK
                        ? null
                        : new Attempt(
                                saving.key(),
                                saving.choice(),
                                saving.text(),
                                refusals,
                                status == HttpStatus.CONFLICT);
        // Read anew: the state may be another by now.
        AssessmentCase of = access.readable(saving.me(), saving.of().id());
        saving.model().addAttribute("key", saving.key());
        return show(
                of, saving.me(), saving.language(), saving.node().value(), attempt, saving.model());
    }

    private String show(
            AssessmentCase of,
            SignedIn me,
            Language language,
            @Nullable String node,
            @Nullable Attempt attempt,
            Model model) {
        AnsweringPage page = pages.page(me, of, language, node, attempt);
        model.addAttribute("page", page);
        model.addAttribute("attempt", attempt);
        boolean own = access.isOwnUnits(me, of);
        Map<String, List<ReviewPage.Said>> remarks =
                own ? review.byCriterion(me, of, language) : Map.of();
        model.addAttribute("remarks", remarks);
        model.addAttribute(
                "remarksWaiting",
                remarks.values().stream()
                        .flatMap(List::stream)
                        .filter(ReviewPage.Said::isWaiting)
                        .count());
        model.addAttribute("mayRemark", own && review.mayReview(me, of));
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.to("/assessments", "assessments.list"),
                        Crumb.hereNamed(of.round().title())));
        return VIEW;
    }

    private static String back(AssessmentCase of, NodeId node, String anchor) {
        return "redirect:/assessments/%s?node=%s#%s".formatted(of.id(), node, anchor);
    }

    private Criterion criterion(AssessmentCase of, String id) {
        MaturityModel model = assessments.model(of).model();
        Node node = NodeId.isValid(id) ? model.find(new NodeId(id)) : null;
        if (!(node instanceof Criterion criterion)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return criterion;
    }

    private Measure measure(AssessmentCase of, String id) {
        Measure measure =
                NodeId.isValid(id)
                        ? assessments.model(of).model().findMeasure(new MeasureId(id))
                        : null;
        if (measure == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return measure;
    }

    /// The first criterion that reads a measure.
    private NodeId reader(AssessmentCase of, Measure measure) {
        return assessments.model(of).model().criteria().stream()
                .filter(
                        each ->
                                each.reading() != null
                                        && each.reading().measure().equals(measure.id()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }

    /// A button that was pressed comes after the choice that is marked, and wins.
    private static String last(MultiValueMap<String, String> form, String field) {
        List<String> values = form.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getLast();
    }

    private static WrittenAnswer written(String choice, String note) {
        if (choice.startsWith(AnsweringPages.RATED)) {
            return new WrittenAnswer(
                    State.RATED, choice.substring(AnsweringPages.RATED.length()), note);
        }
        State state =
                Arrays.stream(State.values())
                        .filter(each -> each != State.RATED && each.word().equals(choice))
                        .findFirst()
                        .orElse(State.UNANSWERED);
        return new WrittenAnswer(state, null, note);
    }

    private static Save save(MultiValueMap<String, String> form) {
        String version = last(form, "version");
        if (!version.matches("\\d{1,9}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Set<String> before =
                Arrays.stream(last(form, "before").split(" "))
                        .filter(name -> !name.isEmpty())
                        .limit(MOST_SAVES)
                        .collect(Collectors.toSet());
        return new Save(Integer.parseInt(version), last(form, "save"), before);
    }
}
