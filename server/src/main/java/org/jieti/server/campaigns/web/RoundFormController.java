package org.jieti.server.campaigns.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.campaigns.domain.RoundPlan;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A new round, and changes to one that is planned.
@May(Action.MANAGE_ROUNDS)
@Controller
final class RoundFormController {
    private final RoundForm form;
    private final RoundPages pages;
    private final RoundCourse course;

    RoundFormController(RoundForm form, RoundPages pages, RoundCourse course) {
        this.form = form;
        this.pages = pages;
        this.course = course;
    }

    @GetMapping("/rounds/new")
    String form(
            SignedIn me,
            @RequestParam Map<String, String> typed,
            Model page,
            HttpServletRequest request) {
        Map<String, String> shown = form.empty();
        shown.putAll(typed);
        return fresh(me, shown, Map.of(), page, request);
    }

    @PostMapping("/rounds/new")
    String plan(
            SignedIn me,
            @RequestParam Map<String, String> typed,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String> wrong = new LinkedHashMap<>();
        RoundPlan plan = form.checked(me, typed, wrong);
        if (plan == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return fresh(me, typed, wrong, page, request);
        }
        return "redirect:/rounds/" + course.plan(me, plan) + "/units";
    }

    @GetMapping("/rounds/{round}/plan")
    String planned(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam Map<String, String> typed,
            Model page,
            HttpServletRequest request) {
        Round round = pages.managed(me, id);
        Map<String, String> shown = RoundForm.of(round);
        shown.putAll(typed);
        return changed(me, round, shown, Map.of(), page, request);
    }

    @PostMapping("/rounds/{round}/plan")
    String change(
            SignedIn me,
            @PathVariable("round") String id,
            @RequestParam Map<String, String> typed,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Round round = pages.managed(me, id);
        Map<String, String> wrong = new LinkedHashMap<>();
        RoundPlan plan = form.checked(me, typed, wrong);
        RoundCourse.Refusal refusal = plan == null ? null : course.change(me, round.id(), plan);
        if (plan != null && refusal == null) {
            return "redirect:/rounds/" + round.id();
        }
        if (refusal != null) {
            page.addAttribute("refused", refusal.messageKey());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return changed(me, round, typed, wrong, page, request);
    }

    private String fresh(
            SignedIn me,
            Map<String, String> typed,
            Map<String, String> wrong,
            Model page,
            HttpServletRequest request) {
        page.addAttribute("here", "/rounds/new");
        page.addAttribute(
                "crumbs",
                List.of(Crumb.to("/rounds", "campaigns.title"), Crumb.here("campaigns.new.title")));
        form.fill(me, typed, wrong, Languages.of(request), page);
        return "campaigns/plan";
    }

    private String changed(
            SignedIn me,
            Round round,
            Map<String, String> typed,
            Map<String, String> wrong,
            Model page,
            HttpServletRequest request) {
        page.addAttribute("here", "/rounds/" + round.id() + "/plan");
        page.addAttribute("round", round);
        page.addAttribute("crumbs", RoundPages.crumbs(round, "campaigns.plan.title"));
        form.fill(me, typed, wrong, Languages.of(request), page);
        return "campaigns/plan";
    }
}
