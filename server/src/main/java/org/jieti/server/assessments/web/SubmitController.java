package org.jieti.server.assessments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.core.model.Language;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.CaseHeads;
import org.jieti.server.assessments.Course;
import org.jieti.server.assessments.Move;
import org.jieti.server.assessments.MoveMade;
import org.jieti.server.assessments.MoveOutcome.Moved;
import org.jieti.server.assessments.MoveOutcome.Refused;
import org.jieti.server.assessments.Refusal;
import org.jieti.server.assessments.Said;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.shared.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the head of a unit signs for its answers, or takes them back.
@Controller
class SubmitController {
    private static final String PATH = "/submit";
    private static final String WITHDRAW = "/withdraw";
    private static final int LONGEST_REASON = 500;

    private final AssessmentAccess access;
    private final Course course;
    private final CaseHeads heads;
    private final Refusals refusals;
    private final Rights rights;
    private final MessageSource messages;

    SubmitController(
            AssessmentAccess access,
            Course course,
            CaseHeads heads,
            Refusals refusals,
            Rights rights,
            MessageSource messages) {
        this.access = access;
        this.course = course;
        this.heads = heads;
        this.refusals = refusals;
        this.rights = rights;
        this.messages = messages;
    }

    @May(Action.READ_OWN_ASSESSMENT)
    @GetMapping("/assessments/{assessment}/submit")
    String page(
            @PathVariable UUID assessment, SignedIn me, HttpServletRequest request, Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        return show(of, me, Languages.of(request), List.of(), model);
    }

    @May(Action.SIGN_OFF)
    @PostMapping("/assessments/{assessment}/submit")
    String sign(
            @PathVariable UUID assessment,
            @RequestParam(required = false) @Nullable String confirmed,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        Language language = Languages.of(request);
        String declared = confirmed == null ? "" : statement(of, language);
        return switch (course.move(me, assessment, Move.SIGN, Said.declaring(declared))) {
            case Moved _ -> "redirect:/assessments/%s/submit".formatted(of.id());
            case Refused(var why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(
                        access.ownUnits(me, assessment),
                        me,
                        language,
                        refusals.of(why, language),
                        model);
            }
        };
    }

    @May(Action.SIGN_OFF)
    @GetMapping("/assessments/{assessment}/withdraw")
    String withdrawing(@PathVariable UUID assessment, SignedIn me, Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        rights.require(me, Action.SIGN_OFF, of.whole());
        return withdrawal(of, me, "", List.of(), model);
    }

    @May(Action.SIGN_OFF)
    @PostMapping("/assessments/{assessment}/withdraw")
    String withdraw(
            @PathVariable UUID assessment,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AssessmentCase of = access.ownUnits(me, assessment);
        Language language = Languages.of(request);
        String kept = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        return switch (course.move(me, assessment, Move.WITHDRAW, Said.because(kept))) {
            case Moved _ -> "redirect:/assessments/" + of.id();
            case Refused(var why) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield withdrawal(of, me, reason, refusals.of(why, language), model);
            }
        };
    }

    private String withdrawal(
            AssessmentCase of, SignedIn me, String reason, List<String> refused, Model model) {
        model.addAttribute("head", heads.of(me, of, WITHDRAW));
        model.addAttribute("typed", Map.of("reason", reason));
        model.addAttribute("refused", refused);
        model.addAttribute("crumbs", crumbs(of, "assessments.move.withdraw"));
        return "assessments/withdraw";
    }

    private String show(
            AssessmentCase of, SignedIn me, Language language, List<String> refused, Model model) {
        String statement = statement(of, language);
        List<Refusal> before = course.refusals(of, Move.SIGN, Said.declaring(statement));
        model.addAttribute("head", heads.of(me, of, PATH));
        model.addAttribute("statement", statement);
        model.addAttribute("maySign", course.mayMove(me, of, Move.SIGN));
        model.addAttribute("mayWithdraw", mayWithdraw(me, of));
        model.addAttribute("before", refusals.of(before, language));
        model.addAttribute("refused", refused);
        model.addAttribute("handedIn", of.state().isHandedIn());
        model.addAttribute("signed", last(of, Move.SIGN));
        model.addAttribute("sent", last(of, Move.SEND));
        model.addAttribute("crumbs", crumbs(of, "assessments.submit"));
        return "assessments/submit";
    }

    private boolean mayWithdraw(SignedIn me, AssessmentCase of) {
        return Move.WITHDRAW.from().contains(of.state()) && course.mayMove(me, of, Move.WITHDRAW);
    }

    private @Nullable MoveMade last(AssessmentCase of, Move move) {
        return course.history(of.id()).reversed().stream()
                .filter(made -> made.move() == move)
                .findFirst()
                .orElse(null);
    }

    /// 真实性承诺, as it is confirmed.
    private String statement(AssessmentCase of, Language language) {
        return messages.getMessage(
                "assessments.submit.statement",
                new Object[] {of.unit().name(), of.round().title()},
                Languages.locale(language));
    }

    private static List<Crumb> crumbs(AssessmentCase of, String key) {
        return List.of(
                Crumb.to("/assessments", "assessments.list"),
                Crumb.named("/assessments/" + of.id(), of.round().title()),
                Crumb.here(key));
    }
}
