package org.jieti.server.assessments.web;

import java.util.List;
import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.May;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.shared.web.Crumb;
import org.jieti.server.units.Units;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The assessments of one's own unit.
@Controller
class AssessmentListController {
    private final Assessments assessments;
    private final AssessmentAccess access;
    private final Units units;
    private final Rounds rounds;

    AssessmentListController(
            Assessments assessments, AssessmentAccess access, Units units, Rounds rounds) {
        this.assessments = assessments;
        this.access = access;
        this.units = units;
        this.rounds = rounds;
    }

    /// A line of the list.
    ///
    /// @param state a message
    record Line(UUID id, String round, String unit, String state, String dueOn) {}

    @May(Action.READ_OWN_ASSESSMENT)
    @GetMapping("/assessments")
    String list(SignedIn me, Model model) {
        List<Line> lines =
                units.ofOrganisation(me.organisation()).keySet().stream()
                        .flatMap(unit -> assessments.ofUnit(unit).stream())
                        .filter(of -> access.mayRead(me, of))
                        .map(
                                of ->
                                        new Line(
                                                of.id(),
                                                of.round().title(),
                                                of.unit().name(),
                                                of.state().messageKey(),
                                                rounds.dueOn(of.round(), of.unit().id())
                                                        .toString()))
                        .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("crumbs", List.of(Crumb.here("assessments.list")));
        return "assessments/list";
    }
}
