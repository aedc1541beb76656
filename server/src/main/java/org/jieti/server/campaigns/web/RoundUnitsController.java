package org.jieti.server.campaigns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.units.AssessedUnit;
import org.jieti.server.units.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which units take part in a round, chosen from the list; and its opening.
@May(Action.MANAGE_ROUNDS)
@Controller
final class RoundUnitsController {
    private final RoundPages pages;
    private final Rounds rounds;
    private final RoundCourse course;
    private final Units units;

    RoundUnitsController(RoundPages pages, Rounds rounds, RoundCourse course, Units units) {
        this.pages = pages;
        this.rounds = rounds;
        this.course = course;
        this.units = units;
    }

    @GetMapping("/rounds/{round}/units")
    String page(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam(defaultValue = "") String q,
            Model page) {
        return page(pages.managed(me, id), q, null, page);
    }

    /// Puts units in, or takes them out.
    @PostMapping("/rounds/{round}/units")
    String change(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam(defaultValue = "") Set<UUID> unit,
            @RequestParam(defaultValue = "") String todo,
            @RequestParam(defaultValue = "") String q,
            Model page,
            HttpServletResponse response) {
        Round round = pages.managed(me, id);
        if (unit.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(round, q, "campaigns.units.none-chosen", page);
        }
        RoundCourse.Refusal refusal =
                todo.equals("remove")
                        ? course.remove(me, round.id(), unit)
                        : course.add(me, round.id(), unit);
        if (refusal != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(round, q, refusal.messageKey(), page);
        }
        return "redirect:/rounds/" + round.id() + "/units";
    }

    @PostMapping("/rounds/{round}/open")
    String open(
            SignedIn me,
            @PathVariable("round") String id,
            Model page,
            HttpServletResponse response) {
        Round round = pages.managed(me, id);
        RoundCourse.Refusal refusal = course.open(me, round.id());
        if (refusal != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(round, "", refusal.messageKey(), page);
        }
        return "redirect:/rounds/" + round.id();
    }

    private String page(Round round, String q, @Nullable String refused, Model page) {
        Set<UUID> within = rounds.units(round).keySet();
        List<AssessedUnit> found = units.search(q.strip(), Units.Sort.NAME);
        page.addAttribute("round", round);
        page.addAttribute(
                "within",
                units.search("", Units.Sort.NAME).stream()
                        .filter(unit -> within.contains(unit.id()))
                        .toList());
        page.addAttribute(
                "others", found.stream().filter(unit -> !within.contains(unit.id())).toList());
        page.addAttribute("q", q);
        page.addAttribute("known", units.count());
        page.addAttribute("refused", refused);
        page.addAttribute("crumbs", RoundPages.crumbs(round, "campaigns.units.title"));
        return "campaigns/round-units";
    }
}
