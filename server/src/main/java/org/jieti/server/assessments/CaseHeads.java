package org.jieti.server.assessments;

import java.util.Comparator;
import java.util.List;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.Rounds;
import org.springframework.stereotype.Component;

/// Makes what stands above every page of an assessment.
@Component
public class CaseHeads {
    private final List<AssessmentTab> tabs;
    private final Rounds rounds;
    private final NextSteps steps;

    CaseHeads(List<AssessmentTab> tabs, Rounds rounds, NextSteps steps) {
        this.tabs = tabs.stream().sorted(Comparator.comparing(AssessmentTab::rank)).toList();
        this.rounds = rounds;
        this.steps = steps;
    }

    /// The head of a page.
    ///
    /// @param current the path of the page's tab
    public CaseHead of(SignedIn me, AssessmentCase of, String current) {
        NextStep next = steps.of(me, of);
        boolean here = next != null && next.path().equals("/assessments/" + of.id() + current);
        return new CaseHead(
                of.id(),
                of.unit().name(),
                of.round().title(),
                of.state().messageKey(),
                rounds.dueOn(of.round(), of.unit().id()).toString(),
                tabs.stream()
                        .filter(tab -> tab.visible().test(me, of))
                        .map(
                                tab ->
                                        new CaseHead.Tab(
                                                tab.key(),
                                                "/assessments/" + of.id() + tab.path(),
                                                tab.path().equals(current)))
                        .toList(),
                here ? null : next);
    }
}
