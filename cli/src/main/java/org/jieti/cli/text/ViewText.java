package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jieti.cli.Session;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.crosswalk.Carried;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.LinkStanding;
import org.jieti.core.crosswalk.Open;
import org.jieti.core.crosswalk.View;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// An assessment seen through another model: how far it covers that model, the result there, what
/// carried over, and what is still to be answered.
public final class ViewText {
    private final Session session;
    private final View view;
    private final Words here;
    private final Words there;
    private final StringBuilder text = new StringBuilder();

    private ViewText(Session session, View view) {
        this.session = session;
        this.view = view;
        this.here = new Words(session.language(), view.result().model());
        this.there = new Words(session.language(), view.source().model());
    }

    public static String render(Session session, Crosswalk crosswalk, View view) {
        ViewText page = new ViewText(session, view);
        page.summary();
        page.text.append(ResultText.render(session, view.result(), view.reach())).append('\n');
        page.carried();
        page.looks();
        page.open();
        page.line("@|faint " + page.here.text(crosswalk.basis()) + "|@");
        return page.text.toString();
    }

    /// The assessment that carried over, with notes that name where each answer comes from.
    public static Assessment annotated(Session session, View view) {
        ViewText page = new ViewText(session, view);
        Map<NodeId, Answer> answers = new HashMap<>();
        view.carried().forEach(each -> answers.put(each.criterion().id(), page.annotated(each)));
        Assessment carried = view.result().assessment();
        return new Assessment(
                carried.model(), carried.unit(), carried.asOf(), answers, carried.measures());
    }

    private Answer annotated(Carried each) {
        String sources =
                each.from().stream()
                        .map(score -> score.id() + " " + source(score))
                        .collect(Collectors.joining(here.say("list.separator")));
        String note =
                session.say(
                        switch (each.bound()) {
                            case EXACT -> "view.note";
                            case AT_LEAST -> "view.note.at-least";
                        },
                        view.source().model().id(),
                        sources);
        return switch (each.answer()) {
            case Answer.Rated rated -> new Answer.Rated(rated.rating(), note);
            case Answer.NotApplicable(String reason) ->
                    new Answer.NotApplicable(reason + here.say("list.separator") + note);
            case Answer.InsufficientEvidence(String reason) ->
                    new Answer.InsufficientEvidence(reason + here.say("list.separator") + note);
            case Answer.Unanswered unanswered -> unanswered;
        };
    }

    private void line(String line) {
        text.append(session.styled(line)).append('\n');
    }

    private void summary() {
        Result result = view.result();
        line(
                session.say(
                        "view.summary",
                        view.source().model().id(),
                        result.model().id(),
                        Numbers.percent(result.tree().coverage().answeredShare()),
                        view.carried().size(),
                        result.tree().criteria().size(),
                        view.open().size()));
        if (view.lowerBounds() > 0) {
            line(session.say("view.bounds", view.lowerBounds()));
        }
        int settled = result.tree().criteria().size() - view.carried().size() - view.open().size();
        if (settled > 0) {
            line(session.say("view.settled", settled));
        }
        line("");
    }

    private void carried() {
        if (view.carried().isEmpty()) {
            line(session.say("view.carried.none"));
            line("");
            return;
        }
        line("@|bold " + session.say("view.carried.title", view.carried().size()) + "|@");
        Table table = table(4);
        for (Carried each : view.carried()) {
            String from = each.from().stream().map(this::source).collect(joining());
            String ids =
                    each.from().stream()
                            .map(score -> score.id().value())
                            .collect(Collectors.joining(", "));
            row(
                    table,
                    each.criterion(),
                    answer(each),
                    "← " + from,
                    "@|faint " + each.criterion().id() + " ← " + ids + "|@");
        }
        text.append(table.render("  "));
        line("");
    }

    private Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(here.say("list.separator"));
    }

    private String source(CriterionScore score) {
        return session.say(
                "view.carried.from", there.name(score.criterion()), there.ownAnswer(score));
    }

    /// What to look at first: the details that judged links leave open.
    private void looks() {
        List<Carried> judged =
                view.carried().stream()
                        .filter(each -> each.link().standing() == LinkStanding.JUDGED)
                        .toList();
        if (judged.isEmpty()) {
            return;
        }
        line("@|bold " + session.say("view.judged.title", judged.size()) + "|@");
        for (Carried each : judged) {
            line(
                    "  "
                            + session.say(
                                    "view.judged",
                                    here.name(each.criterion()),
                                    here.text(each.link().why())));
        }
        line("");
    }

    private String answer(Carried carried) {
        String answer = answer(carried.answer());
        return switch (carried.bound()) {
            case EXACT -> answer;
            case AT_LEAST -> session.say("view.at-least", answer);
        };
    }

    private String answer(Answer answer) {
        return switch (answer) {
            case Answer.Rated rated -> here.text(rated.rating().name());
            case Answer.NotApplicable _ -> here.state(AnswerState.NOT_APPLICABLE);
            case Answer.InsufficientEvidence _ -> here.state(AnswerState.INSUFFICIENT);
            case Answer.Unanswered _ -> here.state(AnswerState.UNANSWERED);
        };
    }

    /// A table whose first column is the level, in a model that has levels.
    private Table table(int columns) {
        int all = view.result().model().levels().isEmpty() ? columns : columns + 1;
        return new Table(
                session.ansi(), Collections.nCopies(all, LEFT).toArray(Table.Align[]::new));
    }

    private void row(Table table, Criterion criterion, String... cells) {
        List<String> row = new ArrayList<>();
        if (criterion.level() > 0) {
            row.add(here.code(criterion.level()));
        }
        row.add(here.name(criterion));
        row.addAll(List.of(cells));
        table.row(row.toArray(String[]::new));
    }

    private void open() {
        if (view.open().isEmpty()) {
            return;
        }
        line("@|bold " + session.say("view.open.title", view.open().size()) + "|@");
        for (Domain domain : view.result().model().domains()) {
            List<Open> open =
                    view.open().stream()
                            .filter(each -> domain.id().contains(each.criterion().id()))
                            .toList();
            long all =
                    view.result().tree().criteria().stream()
                            .filter(score -> domain.id().contains(score.id()))
                            .count();
            if (!open.isEmpty()) {
                line("  " + session.say("view.open.domain", here.name(domain), open.size(), all));
                text.append(table(open).render("    "));
            }
        }
        line("");
    }

    private Table table(List<Open> open) {
        Table table = table(3);
        for (Open each : open) {
            row(table, each.criterion(), "@|faint " + each.criterion().id() + "|@", reason(each));
        }
        return table;
    }

    private String reason(Open each) {
        String reason = here.reason(each);
        return each.from().isEmpty() || reason.isEmpty()
                ? reason
                : session.say(
                        "view.reason",
                        reason,
                        each.from().stream().map(this::source).collect(joining()));
    }
}
