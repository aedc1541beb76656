package org.jieti.server.campaigns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.RoundUnit;
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
import org.springframework.web.server.ResponseStatusException;

/// A later due day, for one unit or for all; and the end of a round.
@May(Action.MANAGE_ROUNDS)
@Controller
final class ExtensionController {
    private static final String DUE_ON = "dueOn";
    private static final String REASON = "reason";
    private static final String TITLE = "title";

    private final RoundPages pages;
    private final Rounds rounds;
    private final RoundCourse course;
    private final Units units;

    ExtensionController(RoundPages pages, Rounds rounds, RoundCourse course, Units units) {
        this.pages = pages;
        this.rounds = rounds;
        this.course = course;
        this.units = units;
    }

    @GetMapping("/rounds/{round}/extension")
    String form(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam(required = false) @Nullable UUID unit,
            Model page) {
        return extension(pages.managed(me, id), unit, Map.of(), Map.of(), page);
    }

    @PostMapping("/rounds/{round}/extension")
    String extend(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam Map<String, String> typed,
            Model page,
            HttpServletResponse response) {
        Round round = pages.managed(me, id);
        Map<String, String> wrong = new LinkedHashMap<>();
        LocalDate dueOn = null;
        try {
            dueOn = LocalDate.parse(typed.getOrDefault(DUE_ON, "").strip());
        } catch (DateTimeParseException e) {
            wrong.put(DUE_ON, "campaigns.wrong.day");
        }
        if (typed.getOrDefault(REASON, "").isBlank()) {
            wrong.put(REASON, RoundCourse.Refusal.REASON_MISSING.messageKey());
        }
        if (dueOn != null && wrong.isEmpty()) {
            RoundCourse.Refusal refusal =
                    course.extend(me, round.id(), unit, dueOn, typed.getOrDefault(REASON, ""));
            if (refusal == null) {
                return "redirect:/rounds/" + round.id();
            }
            boolean ofReason = refusal == RoundCourse.Refusal.REASON_LONG;
            wrong.put(ofReason ? REASON : DUE_ON, refusal.messageKey());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return extension(round, unit, typed, wrong, page);
    }

    private String extension(
            Round round,
            @Nullable UUID unit,
            Map<String, String> typed,
            Map<String, String> wrong,
            Model page) {
        if (unit != null) {
            RoundUnit within = rounds.units(round).get(unit);
            AssessedUnit face = units.find(List.of(unit)).get(unit);
            if (within == null || face == null) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            page.addAttribute("unit", face);
            page.addAttribute("within", within);
        }
        page.addAttribute("typed", typed);
        page.addAttribute("wrong", wrong);
        page.addAttribute("round", round);
        page.addAttribute("crumbs", RoundPages.crumbs(round, "campaigns.extend.title"));
        return "campaigns/extension";
    }

    @GetMapping("/rounds/{round}/close")
    String closing(SignedIn me, @PathVariable("round") String id, Model page) {
        return closing(pages.managed(me, id), Map.of(), Map.of(), page);
    }

    @PostMapping("/rounds/{round}/close")
    String close(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam Map<String, String> typed,
            Model page,
            HttpServletResponse response) {
        Round round = pages.managed(me, id);
        RoundCourse.Refusal refusal = course.close(me, round.id(), typed.getOrDefault(TITLE, ""));
        if (refusal == null) {
            return "redirect:/rounds/" + round.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return closing(round, typed, Map.of(TITLE, refusal.messageKey()), page);
    }

    private static String closing(
            Round round, Map<String, String> typed, Map<String, String> wrong, Model page) {
        page.addAttribute("typed", typed);
        page.addAttribute("wrong", wrong);
        page.addAttribute("round", round);
        page.addAttribute("crumbs", RoundPages.crumbs(round, "campaigns.close.title"));
        return "campaigns/close";
    }
}
