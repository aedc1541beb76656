package org.jieti.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieti.cli.Session;
import org.jieti.report.weighing.GroupView;
import org.jieti.report.weighing.WeighingView;

/// A weighing on a terminal: per group its weights, what contradicts, and how the rounds went.
public final class WeighText {
    private final Session session;
    private final StringBuilder text = new StringBuilder();

    private WeighText(Session session) {
        this.session = session;
    }

    public static String render(Session session, WeighingView view) {
        WeighText page = new WeighText(session);
        page.line("@|bold " + Session.plain(view.title()) + "|@");
        page.line("@|faint " + Session.plain(view.facts()) + "|@");
        page.line(Session.plain(view.provenance()));
        if (!view.verdict().isEmpty()) {
            page.line("");
            page.line(
                    (view.accepted() ? "@|green =|@ " : "@|yellow !|@ ")
                            + Session.plain(view.verdict()));
        }
        if (!view.base().isEmpty()) {
            page.line("@|faint " + Session.plain(view.base()) + "|@");
        }
        view.groups().forEach(page::group);
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.ansi().string(line)).append('\n');
    }

    private Table table(String... alignments) {
        return new Table(
                session.ansi(),
                Arrays.stream(alignments)
                        .map(each -> each.equals("<") ? Table.Align.LEFT : Table.Align.RIGHT)
                        .toArray(Table.Align[]::new));
    }

    private String[] head(String... keys) {
        return Arrays.stream(keys)
                .map(key -> "@|faint " + session.say("weigh." + key) + "|@")
                .toArray(String[]::new);
    }

    private void add(Table table) {
        line("");
        text.append(table.render("  "));
    }

    private void group(GroupView group) {
        line("");
        line(
                "@|bold "
                        + Session.plain(group.title())
                        + "|@"
                        + (group.id().isEmpty() ? "" : " " + group.id()));
        if (!group.note().isEmpty()) {
            line("@|faint " + Session.plain(group.note()) + "|@");
        }
        Table weights =
                group.spreadShown()
                        ? table("<", "<", ">", ">")
                                .row(head("indicator", "node-id", "weight", "range"))
                        : table("<", "<", ">").row(head("indicator", "node-id", "weight"));
        for (GroupView.MemberRow member : group.members()) {
            String name = Session.plain(member.name());
            if (group.spreadShown()) {
                weights.row(name, member.id(), member.weight(), member.range());
            } else {
                weights.row(name, member.id(), member.weight());
            }
        }
        add(weights);
        consistency(group);
        observations(group);
        group.rounds().forEach(this::round);
    }

    private void consistency(GroupView group) {
        if (!group.consistencies().isEmpty()) {
            Table table =
                    table("<", "<", ">", ">", "<")
                            .row(head("whose", "measure", "value", "limit", "verdict"));
            group.consistencies()
                    .forEach(
                            row ->
                                    table.row(
                                            Session.plain(row.whose()),
                                            row.measure(),
                                            row.value(),
                                            row.limit(),
                                            row.accepted()
                                                    ? row.verdict()
                                                    : "@|yellow " + row.verdict() + "|@"));
            add(table);
        }
        if (!group.revisions().isEmpty()) {
            Table table =
                    table("<", "<", ">", ">", ">")
                            .row(head("revisit", "pair", "stated", "advised", "ratio"));
            group.revisions()
                    .forEach(
                            row ->
                                    table.row(
                                            Session.plain(row.expert()),
                                            Session.plain(row.pair()),
                                            row.stated(),
                                            row.advised(),
                                            row.ratio()));
            add(table);
        }
    }

    private void observations(GroupView group) {
        if (!group.observations().isEmpty()) {
            Table table =
                    table("<", "<", "<", ">")
                            .row(head("indicator", "column", "direction", "information"));
            group.observations()
                    .forEach(
                            row ->
                                    table.row(
                                            Session.plain(row.name()),
                                            Session.plain(row.column()),
                                            row.direction(),
                                            row.information()));
            add(table);
        }
    }

    private void round(GroupView.RoundView round) {
        List<String> facts = new ArrayList<>(List.of(round.title(), round.agreement()));
        facts.add(round.decision());
        line("");
        line("  @|bold " + String.join(" · ", facts) + "|@");
        Table table = table("<", ">", ">", ">").row(head("indicator", "lower", "median", "upper"));
        round.quartiles()
                .forEach(
                        row ->
                                table.row(
                                        Session.plain(row.name()),
                                        row.lower(),
                                        row.median(),
                                        row.upper()));
        add(table);
        if (!round.moves().isEmpty()) {
            line("");
        }
        round.moves().forEach(move -> line("    " + Session.plain(move)));
    }
}
