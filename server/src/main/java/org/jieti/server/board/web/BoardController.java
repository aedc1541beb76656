package org.jieti.server.board.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.OrganisationNames;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.Move;
import org.jieti.server.board.Board;
import org.jieti.server.board.BoardFile;
import org.jieti.server.board.Reminders;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The page of a round: what it is, and how far its units are.
@Controller
final class BoardController {
    private static final String FIRST_PAGE = "1";
    private static final String DOWN = "-";

    private final Rounds rounds;
    private final Board board;
    private final BoardFile files;
    private final Reminders reminders;
    private final OrganisationNames organisations;

    BoardController(
            Rounds rounds,
            Board board,
            BoardFile files,
            Reminders reminders,
            OrganisationNames organisations) {
        this.rounds = rounds;
        this.board = board;
        this.files = files;
        this.reminders = reminders;
        this.organisations = organisations;
    }

    @May({Action.READ_ROUNDS, Action.READ_ALL_ROUNDS})
    @GetMapping("/rounds/{round}")
    String page(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = FIRST_PAGE) int page,
            @RequestParam(required = false) @Nullable Integer told,
            HttpServletRequest request,
            Model model) {
        Round round = readable(me, id);
        model.addAttribute("told", told);
        return page(me, round, question(q, state, sort, page), request, model);
    }

    /// The lines that are asked for as a table: whatever page, the same search and order.
    @May({Action.READ_ROUNDS, Action.READ_ALL_ROUNDS})
    @GetMapping("/rounds/{round}/board.csv")
    ResponseEntity<byte[]> export(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request) {
        Round round = readable(me, id);
        // Whole before it is sent: a defect halfway must not leave half a table.
        StringWriter table = new StringWriter();
        files.write(round, question(q, state, sort, 1), Languages.of(request), table);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(round.title() + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @param sort the name of an order, after a minus where the last comes first
    private static Board.Question question(String words, String state, String sort, int page) {
        boolean down = sort.startsWith(DOWN);
        String name = (down ? sort.substring(DOWN.length()) : sort).toUpperCase(Locale.ROOT);
        return new Board.Question(
                words.strip(),
                state,
                Arrays.stream(Board.Sort.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElse(Board.Sort.NAME),
                down ? Board.Direction.DOWN : Board.Direction.UP,
                page);
    }

    /// Reminds those who are waited for in the chosen assessments.
    @May(Action.MANAGE_ROUNDS)
    @PostMapping("/rounds/{round}/reminders")
    String remind(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam(defaultValue = "") Set<UUID> assessment,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Round round = readable(me, id);
        int told = reminders.remind(me, round, assessment);
        if (told == 0) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "refused",
                    assessment.isEmpty() ? "board.remind.none-chosen" : "board.remind.nobody");
            return page(me, round, Board.Question.ALL, request, model);
        }
        return "redirect:/rounds/" + round.id() + "?told=" + told;
    }

    private Round readable(SignedIn me, String id) {
        Round round;
        try {
            UUID key = UUID.fromString(id);
            round = rounds.find(List.of(key)).get(key);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", e);
        }
        if (round == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!rounds.mayRead(me, round)) {
            throw new AccessDeniedException("to read round " + id);
        }
        return round;
    }

    private String page(
            SignedIn me,
            Round round,
            Board.Question question,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("round", round);
        model.addAttribute(
                "organiser", organisations.of(List.of(round.organiser())).get(round.organiser()));
        Round previous =
                round.previous() == null
                        ? null
                        : rounds.find(List.of(round.previous())).get(round.previous());
        model.addAttribute("previous", previous);
        model.addAttribute("manages", rounds.mayManage(me, round));
        model.addAttribute("size", rounds.units(round).size());
        model.addAttribute("board", board.of(round, question, Languages.of(request)));
        model.addAttribute("question", question);
        String order = question.sort().name().toLowerCase(Locale.ROOT);
        boolean down = question.direction() == Board.Direction.DOWN;
        model.addAttribute("order", order);
        model.addAttribute("down", down);
        model.addAttribute("sort", (down ? DOWN : "") + order);
        model.addAttribute("states", Move.reached());
        model.addAttribute(
                "crumbs",
                List.of(Crumb.to("/rounds", "campaigns.title"), Crumb.hereNamed(round.title())));
        return "board/board";
    }
}
