package org.jieti.server.assessments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.CaseHeads;
import org.jieti.server.assessments.Course;
import org.jieti.server.assessments.Move;
import org.jieti.server.assessments.MoveOutcome.Moved;
import org.jieti.server.assessments.MoveOutcome.Refused;
import org.jieti.server.assessments.Said;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Begins a self-assessment.
@Controller
class StartController {
    private final AssessmentAccess access;
    private final Course course;
    private final CaseHeads heads;
    private final Refusals refusals;

    StartController(AssessmentAccess access, Course course, CaseHeads heads, Refusals refusals) {
        this.access = access;
        this.course = course;
        this.heads = heads;
        this.refusals = refusals;
    }

    @May(Action.ANSWER)
    @PostMapping("/assessments/{assessment}/start")
    String start(
            @PathVariable UUID assessment,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        AssessmentCase of = access.ownUnits(me, assessment);
        return switch (course.move(me, of.id(), Move.START, Said.nothing())) {
            case Moved _ -> "redirect:/assessments/" + of.id();
            case Refused(var why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                page.addAttribute("head", heads.of(me, of, "/start"));
                page.addAttribute("refused", refusals.of(why, Languages.of(request)));
                page.addAttribute(
                        "crumbs",
                        List.of(
                                Crumb.to("/assessments", "assessments.list"),
                                Crumb.hereNamed(of.round().title())));
                yield "assessments/refused";
            }
        };
    }
}
