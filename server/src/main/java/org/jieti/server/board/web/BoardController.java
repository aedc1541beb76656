package org.jieti.server.board.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.jieti.server.board.Reminders;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    private final Rounds rounds;
    private final Board board;
    private final Reminders reminders;
    private final OrganisationNames organisations;

    BoardController(
            Rounds rounds, Board board, Reminders reminders, OrganisationNames organisations) {
        this.rounds = rounds;
        this.board = board;
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
        Board.Sort by =
                Arrays.stream(Board.Sort.values())
                        .filter(each -> each.name().equals(sort.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(Board.Sort.NAME);
        model.addAttribute("told", told);
        return page(me, round, new Board.Question(q.strip(), state, by, page), request, model);
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
            return page(me, round, new Board.Question("", "", Board.Sort.NAME, 1), request, model);
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
        model.addAttribute("sort", question.sort().name().toLowerCase(Locale.ROOT));
        model.addAttribute("states", Move.reached());
        model.addAttribute(
                "crumbs",
                List.of(Crumb.to("/rounds", "campaigns.title"), Crumb.hereNamed(round.title())));
        return "board/board";
    }
}
