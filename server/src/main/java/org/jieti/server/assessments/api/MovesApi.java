package org.jieti.server.assessments.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Course;
import org.jieti.server.assessments.Move;
import org.jieti.server.assessments.MoveMade;
import org.jieti.server.assessments.MoveOutcome;
import org.jieti.server.assessments.Refusal;
import org.jieti.server.assessments.Said;
import org.jieti.server.assessments.web.Refusals;
import org.jieti.server.shared.api.ApiRefusal;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Moves of an assessment along its course.
@RestController
@RequestMapping(
        path = "/api/v1/assessments/{assessment}",
        produces = MediaType.APPLICATION_JSON_VALUE)
final class MovesApi {
    private static final int LONGEST_TEXT = 4000;

    private final AssessmentAccess access;
    private final Course course;
    private final Refusals refusals;

    MovesApi(AssessmentAccess access, Course course, Refusals refusals) {
        this.access = access;
        this.course = course;
        this.refusals = refusals;
    }

    /// Where an assessment stands on its course.
    ///
    /// @param possible moves that lead on from here and are for the person to make
    /// @param made the first first
    record CourseItem(
            String state, int version, List<PossibleMove> possible, List<MadeMove> made) {}

    /// A move that leads on from here.
    ///
    /// @param refusals what stands against it; empty where it can be made
    record PossibleMove(String move, List<String> refusals) {}

    /// A move that was made.
    ///
    /// @param statement 真实性承诺 as it was confirmed; null for most
    /// @param answersSha256 of all answers as they were; null for most
    record MadeMove(
            String move,
            String from,
            String to,
            String person,
            String reason,
            @Nullable String statement,
            List<String> leftOpen,
            @Nullable String answersSha256,
            Instant at) {
        static MadeMove of(MoveMade made) {
            return new MadeMove(
                    made.move().word(),
                    word(made.from()),
                    word(made.to()),
                    made.name(),
                    made.reason(),
                    made.statement(),
                    made.leftOpen().stream().map(NodeId::value).toList(),
                    made.answersSha256(),
                    made.at());
        }
    }

    /// A move to make.
    ///
    /// @param move as `start`
    /// @param statement 真实性承诺, word by word, where the move needs it
    /// @param leftOpen criteria that are handed on unanswered on purpose
    record MoveBody(
            @Nullable String move,
            @Nullable String reason,
            @Nullable String statement,
            @Nullable List<@Nullable String> leftOpen) {}

    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @Needs(Scope.ASSESSMENTS_READ)
    @GetMapping("/course")
    CourseItem readCourse(SignedIn me, @PathVariable UUID assessment, HttpServletRequest request) {
        return item(me, access.readable(me, assessment), request);
    }

    @May({Action.READ_OWN_ASSESSMENT, Action.READ_ASSESSMENTS})
    @Needs(Scope.ASSESSMENTS_WRITE)
    @PostMapping("/moves")
    CourseItem moveAssessment(
            SignedIn me,
            @PathVariable UUID assessment,
            @RequestBody MoveBody body,
            HttpServletRequest request) {
        AssessmentCase of = access.readable(me, assessment);
        String words = String.join(", ", Arrays.stream(Move.values()).map(Move::word).toList());
        Move move =
                Arrays.stream(Move.values())
                        .filter(each -> each.word().equals(body.move()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        ApiRefusal.invalid(
                                                ApiRefusal.Wrong.in(
                                                        "/move", "api.wrong.choice", words)));
        Said said =
                new Said(
                        text(body.reason(), "/reason"),
                        text(body.statement(), "/statement"),
                        nodes(body.leftOpen()));
        return switch (course.move(me, of.id(), move, said)) {
            case MoveOutcome.Moved(var now) -> item(me, now, request);
            case MoveOutcome.Refused(var why) -> throw refused(why, request);
        };
    }

    private ApiRefusal refused(List<Refusal> why, HttpServletRequest request) {
        List<String> words = refusals.of(why, Languages.of(request));
        List<ApiRefusal.Worded> worded = new ArrayList<>();
        for (int i = 0; i < why.size(); i++) {
            worded.add(new ApiRefusal.Worded(rule(why.get(i)), words.get(i)));
        }
        return ApiRefusal.refused(worded);
    }

    private static String rule(Refusal refusal) {
        return "assessments.refused."
                + switch (refusal) {
                    case Refusal.NotOpenYet _ -> "not-open";
                    case Refusal.OtherTrack _ -> "track";
                    case Refusal.OtherState _ -> "state";
                    case Refusal.Unmet(var requirement, _, _) -> requirement.word();
                };
    }

    private static String text(@Nullable String text, String pointer) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw ApiRefusal.invalid(
                    ApiRefusal.Wrong.in(pointer, "assessments.wrong.long", LONGEST_TEXT));
        }
        return text == null ? "" : text;
    }

    private static Set<NodeId> nodes(@Nullable List<@Nullable String> ids) {
        Set<NodeId> nodes = new LinkedHashSet<>();
        if (ids != null) {
            for (String id : ids) {
                if (id == null || !NodeId.isValid(id)) {
                    throw ApiRefusal.invalid(ApiRefusal.Wrong.in("/leftOpen", "api.wrong.node"));
                }
                nodes.add(new NodeId(id));
            }
        }
        return nodes;
    }

    private CourseItem item(SignedIn me, AssessmentCase of, HttpServletRequest request) {
        List<PossibleMove> possible = new ArrayList<>();
        for (Move move : Move.values()) {
            if (move.from().contains(of.state()) && course.mayMove(me, of, move)) {
                possible.add(
                        new PossibleMove(
                                move.word(),
                                refusals.of(
                                        course.refusals(of, move, Said.nothing()),
                                        Languages.of(request))));
            }
        }
        return new CourseItem(
                word(of.state()),
                of.version(),
                possible,
                course.history(of.id()).stream().map(MadeMove::of).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
