package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import org.jieti.cli.Session;
import org.jieti.core.model.Domain;
import org.jieti.planning.peers.GroupFigures;
import org.jieti.planning.peers.PeerTrend;
import org.jieti.planning.peers.Quantiles;
import org.jieti.report.peers.PeersReport;
import org.jieti.report.peers.PeersWords;
import org.jspecify.annotations.Nullable;

/// A benchmark among peers on a terminal.
public final class PeersText {
    private static final int MOST_WEAK = 5;

    private final Session session;
    private final PeersReport report;
    private final PeersWords words;
    private final StringBuilder text = new StringBuilder();

    private PeersText(Session session, PeersReport report) {
        this.session = session;
        this.report = report;
        this.words = new PeersWords(report, session.language());
    }

    public static String render(Session session, PeersReport report) {
        PeersText page = new PeersText(session, report);
        page.write();
        return page.text.toString();
    }

    private void write() {
        line("@|bold " + Session.plain(words.title()) + "|@");
        if (!words.standing().isEmpty()) {
            line(Session.plain(words.standing()));
        }
        line("@|faint " + Session.plain(words.facts()) + "|@");
        line(words.rule());
        if (!words.withheld().isEmpty()) {
            line(Session.plain(words.withheld()));
        }
        report.release().groups().forEach(this::group);
        trend();
    }

    private void group(GroupFigures figures) {
        line("");
        line(
                "@|bold "
                        + Session.plain(words.group(figures.group()))
                        + "|@  "
                        + words.units(figures)
                        + "  "
                        + words.levels(figures));
        Table table = new Table(session.ansi(), LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT);
        table.row("", "10%", "25%", "50%", "75%", "90%");
        row(table, words.say("total"), figures.total());
        for (Domain domain : report.yardstick().model().domains()) {
            row(table, words.domain(domain.id()), figures.domains().get(domain.id()));
        }
        text.append(table.render("  "));
        if (!figures.weakSpots().isEmpty()) {
            line("  " + words.say("weak.title") + ": " + words.weak(figures, MOST_WEAK));
        }
    }

    private void row(Table table, String name, @Nullable Quantiles quantiles) {
        if (quantiles != null) {
            table.row(
                    Session.plain(name),
                    words.quantile(quantiles.low()),
                    words.quantile(quantiles.lower()),
                    words.quantile(quantiles.median()),
                    words.quantile(quantiles.upper()),
                    words.quantile(quantiles.high()));
        }
    }

    private void trend() {
        PeerTrend trend = report.trend();
        if (trend == null) {
            return;
        }
        line("");
        line("@|bold " + words.say("trend.title") + "|@  " + words.say("trend.note"));
        for (PeerTrend.Line each : trend.lines()) {
            StringBuilder row = new StringBuilder("  " + Session.plain(words.group(each.group())));
            for (int i = 0; i < trend.editions().size(); i++) {
                row.append("  ")
                        .append(Session.plain(trend.editions().get(i)))
                        .append(": ")
                        .append(words.middle(each.totals().get(i)));
            }
            line(row.toString());
        }
        if (trend.lines().isEmpty()) {
            line("  –");
        }
    }

    private void line(String line) {
        text.append(session.styled(line)).append('\n');
    }
}
