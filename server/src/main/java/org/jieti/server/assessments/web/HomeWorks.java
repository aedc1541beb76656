package org.jieti.server.assessments.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jieti.core.model.Language;
import org.jieti.report.view.CompletenessView;
import org.jieti.report.view.CoverageNode;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.assessments.NextStep;
import org.jieti.server.assessments.NextSteps;
import org.jieti.server.assessments.Part;
import org.jieti.server.assessments.Parts;
import org.jieti.server.assessments.Remarks;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.shared.Times;
import org.jieti.server.units.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what waits for a person in the assessments of their unit.
@Component
class HomeWorks {
    private final Assessments assessments;
    private final AssessmentAccess access;
    private final Parts parts;
    private final Remarks remarks;
    private final NextSteps steps;
    private final Units units;
    private final Rounds rounds;
    private final Clock clock;

    HomeWorks(
            Assessments assessments,
            AssessmentAccess access,
            Parts parts,
            Remarks remarks,
            NextSteps steps,
            Units units,
            Rounds rounds,
            Clock clock) {
        this.assessments = assessments;
        this.access = access;
        this.parts = parts;
        this.remarks = remarks;
        this.steps = steps;
        this.units = units;
        this.rounds = rounds;
        this.clock = clock;
    }

    /// Null where nothing waits.
    @Nullable HomeWork of(SignedIn me, Language language) {
        List<AssessmentCase> open =
                units.ofOrganisation(me.organisation()).keySet().stream()
                        .flatMap(unit -> assessments.ofUnit(unit).stream())
                        .filter(of -> access.isOwnUnits(me, of))
                        .toList();
        if (open.isEmpty()) {
            return null;
        }
        List<Part> asked = parts.ofPerson(me.id());
        List<HomeWork.Task> tasks = new ArrayList<>();
        List<HomeWork.Mine> mine = new ArrayList<>();
        for (AssessmentCase of : open) {
            NextStep step = steps.of(me, of);
            List<Part> here =
                    asked.stream().filter(part -> part.assessment().equals(of.id())).toList();
            List<HomeWork.Mine> left =
                    of.isAnswered() && !here.isEmpty() ? parts(of, here, language) : List.of();
            mine.addAll(left);
            if (step != null && (left.isEmpty() || remarks.waiting(of.id()) > 0)) {
                tasks.add(task(of, step));
            }
        }
        mine.sort(Comparator.comparing(HomeWork.Mine::dueOn));
        HomeWork work = new HomeWork(tasks, mine);
        return work.isEmpty() ? null : work;
    }

    private HomeWork.Task task(AssessmentCase of, NextStep step) {
        boolean answering = of.state() == AssessmentState.SELF_ASSESSMENT;
        // While it is answered, the way on leads through the answers.
        boolean toAnswers = answering || step.way() == NextStep.Way.FORM;
        return new HomeWork.Task(
                answering ? "assessments.home.answer" : step.key(),
                toAnswers ? "/assessments/" + of.id() : step.path(),
                of.round().title(),
                of.unit().name(),
                rounds.dueOn(of.round(), of.unit().id()).toString(),
                answering ? remarks.waiting(of.id()) : 0);
    }

    private List<HomeWork.Mine> parts(AssessmentCase of, List<Part> here, Language language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.SHOWN);
        LocalDate last = rounds.dueOn(of.round(), of.unit().id());
        CompletenessView view =
                CompletenessView.of(
                        assessments.result(of, assessments.sheet(of)),
                        assessments.model(of).guidance(),
                        language);
        List<HomeWork.Mine> mine = new ArrayList<>();
        for (Part part : here) {
            view.tree().stream()
                    .flatMap(HomeWorks::all)
                    .filter(node -> node.id().equals(part.node().value()))
                    .filter(node -> node.answered() < node.applicable())
                    .forEach(
                            node -> {
                                LocalDate due = part.dueOn() == null ? last : part.dueOn();
                                mine.add(
                                        new HomeWork.Mine(
                                                "/assessments/%s?node=%s"
                                                        .formatted(of.id(), node.id()),
                                                node.name(),
                                                of.round().title(),
                                                due.toString(),
                                                due.isBefore(today),
                                                node.answered(),
                                                node.applicable(),
                                                node.width(),
                                                part.note()));
                            });
        }
        return mine;
    }

    private static Stream<CoverageNode> all(CoverageNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(HomeWorks::all));
    }
}
