package org.jieti.server.board.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jieti.report.view.ProgressView;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.board.Board;
import org.jieti.server.board.Reminders;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.RoundAccess;
import org.jieti.server.shared.api.Needs;
import org.jieti.server.shared.api.Paging;
import org.jieti.server.shared.api.Scope;
import org.jieti.server.shared.api.Slice;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How far the units of a round are, and reminders to those who are waited for.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class BoardApi {
    private final RoundAccess access;
    private final Board board;
    private final Reminders reminders;

    BoardApi(RoundAccess access, Board board, Reminders reminders) {
        this.access = access;
        this.board = board;
        this.reminders = reminders;
    }

    /// One unit on the board.
    ///
    /// @param state of the assessment, as `self_assessment`
    /// @param daysLeft working days; negative where the day lies behind
    /// @param waitsFor `answers`, `review` or `nothing`
    /// @param people who is waited for
    record BoardLine(
            UUID assessment,
            UUID unit,
            String code,
            String name,
            String state,
            LocalDate dueOn,
            int daysLeft,
            boolean late,
            boolean extended,
            BoardProgress progress,
            List<BoardProgress> domains,
            String waitsFor,
            List<BoardPerson> people) {}

    /// How many criteria are answered.
    ///
    /// @param name of the domain; empty for the whole
    record BoardProgress(String name, int answered, int applicable) {
        static BoardProgress of(ProgressView.Part part) {
            return new BoardProgress(part.name(), part.answered(), part.applicable());
        }
    }

    /// Somebody who is waited for.
    record BoardPerson(UUID id, String name) {
        static BoardPerson of(PersonFace face) {
            return new BoardPerson(face.id(), face.name());
        }
    }

    /// @param assessments of the round; those that wait for nobody are passed over
    record ReminderBody(@Nullable Set<UUID> assessments) {}

    /// @param people how many were told
    record Reminded(int people) {}

    @May({Action.READ_ROUNDS, Action.READ_ALL_ROUNDS})
    @Needs(Scope.ROUNDS_READ)
    @GetMapping("/rounds/{round}/board")
    Slice<BoardLine> readBoard(
            SignedIn me,
            @PathVariable UUID round,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        Round of = access.readable(me, round);
        return Paging.of(limit, cursor)
                .of(
                        board.lines(of, Board.Question.ALL, Languages.of(request)).toList(),
                        line -> line.assessment().unit().code(),
                        BoardApi::line);
    }

    @May(Action.MANAGE_ROUNDS)
    @Needs(Scope.ROUNDS_WRITE)
    @PostMapping("/rounds/{round}/reminders")
    Reminded remind(SignedIn me, @PathVariable UUID round, @RequestBody ReminderBody body) {
        Round of = access.managed(me, round);
        Set<UUID> chosen = body.assessments() == null ? Set.of() : body.assessments();
        return new Reminded(reminders.remind(me, of, chosen));
    }

    private static BoardLine line(Board.Line line) {
        return new BoardLine(
                line.assessment().id(),
                line.assessment().unit().id(),
                line.assessment().unit().code(),
                line.assessment().unit().name(),
                line.assessment().state().name().toLowerCase(Locale.ROOT),
                line.dueOn(),
                line.daysLeft(),
                line.isLate(),
                line.isExtended(),
                BoardProgress.of(line.progress().total()),
                line.progress().domains().stream().map(BoardProgress::of).toList(),
                line.waitsFor().name().toLowerCase(Locale.ROOT),
                line.people().stream().map(BoardPerson::of).toList());
    }
}
