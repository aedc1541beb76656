package org.jieti.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieti.cli.Session;
import org.jieti.core.population.Grouping;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.Remark;
import org.jieti.report.words.PopulationWords;

/// The ranking of a population as a table, with what readers should know of it.
public final class PopulationText {
    private final Session session;
    private final PopulationResult result;
    private final IndexModel model;
    private final PopulationWords words;
    private final StringBuilder text = new StringBuilder();

    private PopulationText(Session session, PopulationResult result) {
        this.session = session;
        this.result = result;
        this.model = result.model();
        this.words = new PopulationWords(session.language(), model);
    }

    public static String render(Session session, PopulationResult result) {
        PopulationText page = new PopulationText(session, result);
        page.heading();
        page.ranking();
        page.unscored();
        page.remarks();
        page.line("@|faint " + page.words.text(page.model.disclaimer()) + "|@");
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.styled(line)).append('\n');
    }

    private void heading() {
        line("@|bold " + words.text(model.name()) + "|@ " + model.id());
        List<String> steps = new ArrayList<>(model.steps().stream().map(words::step).toList());
        steps.add(words.aggregation(model.root().aggregation()));
        line("@|faint " + String.join(" → ", steps) + "|@");
        long scored =
                result.members().stream()
                        .filter(member -> member.outcome() instanceof Outcome.Scored)
                        .count();
        line(
                session.say(
                        "index.counts",
                        result.members().size(),
                        scored,
                        words.rankBasis(result.rankedOn())));
        line("");
    }

    /// Whether names tell more than ids do.
    private boolean named() {
        return result.members().stream()
                .anyMatch(member -> !member.member().name().equals(member.member().id()));
    }

    private void ranking() {
        List<Table.Align> alignments =
                new ArrayList<>(List.of(Table.Align.RIGHT, Table.Align.LEFT));
        List<String> head =
                new ArrayList<>(List.of(session.say("column.rank"), session.say("column.unit")));
        if (named()) {
            alignments.add(Table.Align.LEFT);
            head.add(session.say("column.name"));
        }
        alignments.add(Table.Align.RIGHT);
        head.add(session.say("column.index"));
        if (!model.bands().isEmpty()) {
            alignments.add(Table.Align.LEFT);
            head.add(session.say("column.band"));
        }
        for (IndexNode part : model.root().parts()) {
            alignments.add(Table.Align.RIGHT);
            head.add(words.text(part.name()));
        }
        for (Grouping grouping : model.groupings()) {
            alignments.add(Table.Align.LEFT);
            head.add(words.text(grouping.name()));
        }
        Table table = new Table(session.ansi(), alignments.toArray(Table.Align[]::new));
        table.row(head.stream().map(cell -> "@|faint " + cell + "|@").toArray(String[]::new));
        for (MemberResult member : result.ranked()) {
            switch (member.outcome()) {
                case Outcome.Scored scored -> table.row(row(member, scored));
                case Outcome.NotSurveyed _,
                        Outcome.TooFewData _,
                        Outcome.MissingData _,
                        Outcome.Undefined _ -> {}
            }
        }
        text.append(table.render("  "));
        line("");
    }

    private String[] row(MemberResult member, Outcome.Scored scored) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                Integer.toString(scored.rank()),
                                Session.plain(member.member().id())));
        if (named()) {
            cells.add(Session.plain(member.member().name()));
        }
        cells.add(words.index(scored.index()));
        if (!model.bands().isEmpty()) {
            cells.add(
                    scored.band() == null
                            ? "–"
                            : scored.band().code() + " " + words.text(scored.band().name()));
        }
        if (member.derivation() != null) {
            for (IndexScore part : member.derivation().parts()) {
                cells.add(part.value() == null ? "–" : words.index(part.value()));
            }
        }
        for (Grouping grouping : model.groupings()) {
            cells.add(
                    scored.peers().stream()
                            .filter(peer -> peer.grouping().equals(grouping))
                            .map(
                                    peer ->
                                            session.say(
                                                    "index.peer",
                                                    peer.group(),
                                                    peer.rank(),
                                                    peer.of()))
                            .collect(Collectors.joining()));
        }
        return cells.toArray(String[]::new);
    }

    private void unscored() {
        Table table =
                new Table(session.ansi(), Table.Align.LEFT, Table.Align.LEFT, Table.Align.LEFT);
        for (MemberResult member : result.members()) {
            switch (member.outcome()) {
                case Outcome.Scored _ -> {}
                case Outcome.NotSurveyed _,
                        Outcome.TooFewData _,
                        Outcome.MissingData _,
                        Outcome.Undefined _ ->
                        table.row(
                                Session.plain(member.member().id()),
                                named() ? Session.plain(member.member().name()) : "",
                                words.outcome(member.outcome()));
            }
        }
        if (!table.isEmpty()) {
            line("@|bold " + session.say("index.unscored") + "|@");
            text.append(table.render("  "));
            line("");
        }
    }

    private void remarks() {
        for (Remark remark : result.remarks()) {
            line("@|yellow !|@ " + words.remark(remark));
        }
        if (result.reproduction() != null) {
            String mark = result.reproduction().holds() ? "@|green =|@ " : "@|yellow !|@ ";
            line(mark + words.reproduction(result.reproduction()));
        }
    }
}
