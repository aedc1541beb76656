package org.jieti.server.assessments.api;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.UUID;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AnswerSheet;
import org.jieti.server.assessments.Answering;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.KeptAnswer;
import org.jieti.server.assessments.KeptReading;
import org.jieti.server.assessments.Save;
import org.jieti.server.assessments.SaveOutcome;
import org.jieti.server.assessments.WrittenAnswer;
import org.jieti.server.assessments.WrittenAnswer.State;
import org.jieti.server.assessments.WrittenReading;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Paging;
import org.jieti.server.shared.api.ProblemCode;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.api.Slice;
import org.jieti.server.shared.api.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a unit answers, and the values that it reports. A change names the version that it
/// replaces, so that nobody overwrites what they have not seen.
@RestController
@RequestMapping(
        path = "/api/v1/assessments/{assessment}",
        produces = MediaType.APPLICATION_JSON_VALUE)
final class AnswersApi {
    private static final int LONGEST_UNIT = 100;

    private final AssessmentAccess access;
    private final Assessments assessments;
    private final Answering answering;

    AnswersApi(AssessmentAccess access, Assessments assessments, Answering answering) {
        this.access = access;
        this.assessments = assessments;
        this.answering = answering;
    }

    /// An answer to save.
    ///
    /// @param state `rated`, `not-applicable`, `insufficient` or `unanswered`
    /// @param rating on the model's scale; only where it is rated
    record AnswerBody(@Nullable String state, @Nullable String rating, @Nullable String note) {}

    /// A value to save.
    ///
    /// @param value exact, as text; null or empty to withdraw it
    /// @param unit null for the measure's own
    record ReadingBody(@Nullable String value, @Nullable String unit, @Nullable String note) {}

    /// @param node beneath which all that is offered from the round before is confirmed
    record ConfirmBody(@Nullable String node) {}

    /// @param answers how many answers and values were confirmed
    record Confirmed(int answers) {}

    /// All criteria of the model, answered or not.
    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @Needs(Scope.ASSESSMENTS_READ)
    @GetMapping("/answers")
    Slice<AnswerItem> listAnswers(
            SignedIn me,
            @PathVariable UUID assessment,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        AssessmentCase of = access.readable(me, assessment);
        AnswerSheet sheet = assessments.sheet(of);
        return Paging.of(limit, cursor)
                .of(
                        model(of).criteria(),
                        criterion -> criterion.id().value(),
                        criterion ->
                                AnswerItem.of(criterion.id(), sheet.answers().get(criterion.id())));
    }

    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @Needs(Scope.ASSESSMENTS_READ)
    @GetMapping("/answers/{criterion}")
    ResponseEntity<AnswerItem> readAnswer(
            SignedIn me, @PathVariable UUID assessment, @PathVariable String criterion) {
        AssessmentCase of = access.readable(me, assessment);
        NodeId id = criterion(of, criterion);
        return answer(AnswerItem.of(id, assessments.sheet(of).answers().get(id)));
    }

    @May(Action.ANSWER)
    @Needs(Scope.ASSESSMENTS_WRITE)
    @PutMapping("/answers/{criterion}")
    ResponseEntity<AnswerItem> saveAnswer(
            SignedIn me,
            @PathVariable UUID assessment,
            @PathVariable String criterion,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AnswerBody body) {
        AssessmentCase of = access.readable(me, assessment);
        NodeId id = criterion(of, criterion);
        Save save = Save.of(Versions.replaced(ifMatch));
        KeptAnswer kept = saved(answering.save(me, assessment, id, written(body), save));
        return answer(AnswerItem.of(id, kept));
    }

    /// All measures of the model, with a value or not.
    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @Needs(Scope.ASSESSMENTS_READ)
    @GetMapping("/readings")
    Slice<ReadingItem> listReadings(
            SignedIn me,
            @PathVariable UUID assessment,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        AssessmentCase of = access.readable(me, assessment);
        AnswerSheet sheet = assessments.sheet(of);
        return Paging.of(limit, cursor)
                .of(
                        model(of).measures(),
                        measure -> measure.id().value(),
                        measure -> ReadingItem.of(measure, sheet.readings().get(measure.id())));
    }

    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @Needs(Scope.ASSESSMENTS_READ)
    @GetMapping("/readings/{measure}")
    ResponseEntity<ReadingItem> readReading(
            SignedIn me, @PathVariable UUID assessment, @PathVariable String measure) {
        AssessmentCase of = access.readable(me, assessment);
        Measure asked = measure(of, measure);
        return reading(ReadingItem.of(asked, assessments.sheet(of).readings().get(asked.id())));
    }

    @May(Action.ANSWER)
    @Needs(Scope.ASSESSMENTS_WRITE)
    @PutMapping("/readings/{measure}")
    ResponseEntity<ReadingItem> saveReading(
            SignedIn me,
            @PathVariable UUID assessment,
            @PathVariable String measure,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReadingBody body) {
        AssessmentCase of = access.readable(me, assessment);
        Measure asked = measure(of, measure);
        Save save = Save.of(Versions.replaced(ifMatch));
        KeptReading kept =
                saved(answering.save(me, assessment, asked.id(), written(asked, body), save));
        return reading(ReadingItem.of(asked, kept));
    }

    /// Confirms what is offered from the round before beneath a node.
    @May(Action.ANSWER)
    @Needs(Scope.ASSESSMENTS_WRITE)
    @PostMapping("/confirm")
    Confirmed confirmOffered(
            SignedIn me, @PathVariable UUID assessment, @RequestBody ConfirmBody body) {
        AssessmentCase of = access.readable(me, assessment);
        String node = body.node();
        if (node == null || !NodeId.isValid(node) || model(of).find(new NodeId(node)) == null) {
            throw ApiRefusal.invalid(ApiRefusal.Wrong.in("/node", "api.wrong.node"));
        }
        return new Confirmed(saved(answering.confirm(me, assessment, new NodeId(node))));
    }

    private static WrittenAnswer written(AnswerBody body) {
        String words = String.join(", ", Arrays.stream(State.values()).map(State::word).toList());
        State state =
                Arrays.stream(State.values())
                        .filter(each -> each.word().equals(body.state()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        ApiRefusal.invalid(
                                                ApiRefusal.Wrong.in(
                                                        "/state", "api.wrong.choice", words)));
        if (state == State.RATED && body.rating() == null) {
            throw ApiRefusal.invalid(ApiRefusal.Wrong.in("/rating", "api.wrong.missing"));
        }
        if (state != State.RATED && body.rating() != null) {
            throw ApiRefusal.invalid(ApiRefusal.Wrong.in("/rating", "api.wrong.superfluous"));
        }
        return new WrittenAnswer(state, body.rating(), note(body.note()));
    }

    private static WrittenReading written(Measure measure, ReadingBody body) {
        BigDecimal value;
        try {
            value = WrittenReading.number(body.value() == null ? "" : body.value());
        } catch (NumberFormatException _) {
            throw ApiRefusal.invalid(ApiRefusal.Wrong.in("/value", "assessments.wrong.number"));
        }
        String unit = body.unit();
        if (unit != null && unit.length() > LONGEST_UNIT) {
            throw ApiRefusal.invalid(ApiRefusal.Wrong.in("/unit", "api.wrong.form"));
        }
        return new WrittenReading(
                value, unit == null || unit.isEmpty() ? measure.unit() : unit, note(body.note()));
    }

    private static String note(@Nullable String note) {
        if (note != null && note.length() > WrittenAnswer.LONGEST_NOTE) {
            throw ApiRefusal.invalid(
                    ApiRefusal.Wrong.in(
                            "/note", "assessments.wrong.long", WrittenAnswer.LONGEST_NOTE));
        }
        return note == null ? "" : note;
    }

    /// What is kept now; a problem where the save was not carried out.
    private static <T> T saved(SaveOutcome<T> outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved<T>(T kept) -> kept;
            case SaveOutcome.Conflict<T> _ -> throw ApiRefusal.of(ProblemCode.CHANGED_SINCE);
            case SaveOutcome.Refused<T>(var findings) -> throw ApiRefusal.invalid(findings);
            case SaveOutcome.Closed<T>(var why) -> throw ApiRefusal.refused(why);
        };
    }

    private static ResponseEntity<AnswerItem> answer(AnswerItem item) {
        return ResponseEntity.ok().eTag(Versions.tag(item.version())).body(item);
    }

    private static ResponseEntity<ReadingItem> reading(ReadingItem item) {
        return ResponseEntity.ok().eTag(Versions.tag(item.version())).body(item);
    }

    private MaturityModel model(AssessmentCase of) {
        return assessments.model(of).model();
    }

    private NodeId criterion(AssessmentCase of, String id) {
        if (NodeId.isValid(id) && model(of).find(new NodeId(id)) instanceof Criterion found) {
            return found.id();
        }
        throw ApiRefusal.of(ProblemCode.NOT_FOUND);
    }

    private Measure measure(AssessmentCase of, String id) {
        Measure found = NodeId.isValid(id) ? model(of).findMeasure(new MeasureId(id)) : null;
        if (found == null) {
            throw ApiRefusal.of(ProblemCode.NOT_FOUND);
        }
        return found;
    }
}
