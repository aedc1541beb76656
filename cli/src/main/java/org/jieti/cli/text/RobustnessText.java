package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.util.ArrayList;
import java.util.List;
import org.jieti.cli.Session;
import org.jieti.report.robustness.RobustnessReport;
import org.jieti.report.robustness.RobustnessWords;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.Robustness.Levels;
import org.jieti.robustness.montecarlo.Robustness.Pair;
import org.jieti.robustness.montecarlo.Robustness.Spread;
import org.jspecify.annotations.Nullable;

/// How sure levels, scores and ranks are, on a terminal.
public final class RobustnessText {
    /// A terminal is no place for more.
    private static final int MOST_UNITS = 60;

    private static final int MOST_SWAPS = 10;

    private final Session session;
    private final RobustnessReport report;
    private final Robustness robustness;
    private final RobustnessWords words;
    private final int levels;
    private final StringBuilder text = new StringBuilder();

    private RobustnessText(Session session, RobustnessReport report) {
        this.session = session;
        this.report = report;
        this.robustness = report.robustness();
        this.words = new RobustnessWords(report, session.language());
        this.levels = robustness.of().experiment().levelCount();
    }

    public static String render(Session session, RobustnessReport report) {
        RobustnessText page = new RobustnessText(session, report);
        page.head();
        if (report.units().size() == 1) {
            page.alone();
        } else {
            page.many();
            page.swaps();
        }
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.styled(line)).append('\n');
    }

    private static String faint(String cell) {
        return cell.isEmpty() ? "" : "@|faint " + cell + "|@";
    }

    private void head() {
        line("@|bold " + Session.plain(words.title()) + "|@");
        Levels levels = report.units().size() == 1 ? robustness.levels(0) : null;
        if (levels != null) {
            line(
                    words.say(
                            "headline",
                            "@|bold " + Session.plain(words.level(levels.point())) + "|@",
                            words.exactly(levels.atPoint()),
                            words.verdict(levels.atPoint())));
        }
        line(Session.plain(words.facts()));
        line(Session.plain(words.varied()));
        line(words.run());
        if (!words.stopped().isEmpty()) {
            line("@|yellow " + words.stopped() + "|@");
        }
        line(faint(words.say("note")));
        if (!words.bins().isEmpty()) {
            line(faint(words.bins()));
        }
        line("");
    }

    /// A table whose last columns are levels.
    private Table table(Table.Align... first) {
        Table.Align[] all = new Table.Align[first.length + levels];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < first.length ? first[i] : RIGHT;
        }
        return new Table(session.ansi(), all);
    }

    private void row(Table table, List<String> cells) {
        table.row(cells.toArray(String[]::new));
    }

    private void codes(List<String> cells) {
        for (int level = 1; level <= levels; level++) {
            cells.add(faint(Session.plain(words.code(level))));
        }
    }

    /// The share at each level, that of the point in bold.
    private void shares(List<String> cells, @Nullable Levels of) {
        for (int level = 1; level <= levels; level++) {
            if (of == null || of.shares().get(level - 1).runs() == 0) {
                cells.add(faint("–"));
            } else {
                String share = words.percent(of.shares().get(level - 1));
                cells.add(level == of.point() ? "@|bold " + share + "|@" : share);
            }
        }
    }

    private void alone() {
        Table table = table(LEFT, LEFT, RIGHT, LEFT, LEFT);
        List<String> head = new ArrayList<>();
        head.add("");
        head.add(levels == 0 ? "" : faint(words.say("text.point")));
        head.add(faint(words.say("column.score")));
        head.add("");
        head.add("");
        codes(head);
        row(table, head);
        if (robustness.total(0) != null) {
            row(table, line(words.say("whole"), robustness.total(0), robustness.levels(0)));
        }
        for (int part = 0; part < report.partCount(); part++) {
            row(
                    table,
                    line(words.part(part), robustness.part(0, part), robustness.levels(0, part)));
        }
        text.append(table.render("  "));
    }

    private List<String> line(String name, @Nullable Spread score, @Nullable Levels of) {
        List<String> cells = new ArrayList<>();
        cells.add(Session.plain(name));
        cells.add(of == null ? faint("–") : Session.plain(words.code(of.point())));
        cells.add(score == null ? faint("–") : words.score(score.point()));
        cells.add(faint(words.interval(score)));
        cells.add(faint(words.meanAndDeviation(score)));
        shares(cells, of);
        return cells;
    }

    private void many() {
        Table table = table(RIGHT, LEFT, LEFT, RIGHT, LEFT, LEFT);
        List<String> head = new ArrayList<>();
        head.add(faint(words.say("text.rank")));
        head.add("");
        head.add(faint(words.say("column.name")));
        head.add(faint(words.say("column.score")));
        head.add("");
        head.add(levels == 0 ? "" : faint(words.say("text.point")));
        codes(head);
        row(table, head);
        List<Integer> ranked = report.ranked();
        for (int unit : ranked.subList(0, Math.min(MOST_UNITS, ranked.size()))) {
            Spread total = robustness.total(unit);
            Levels of = robustness.levels(unit);
            List<String> cells = new ArrayList<>();
            cells.add(words.rank(robustness.ranks(unit)));
            cells.add(faint(words.rankInterval(robustness.ranks(unit))));
            cells.add(Session.plain(words.unit(unit)));
            cells.add(total == null ? faint("–") : words.score(total.point()));
            cells.add(faint(words.interval(total)));
            cells.add(of == null ? "" : Session.plain(words.code(of.point())));
            shares(cells, of);
            row(table, cells);
        }
        text.append(table.render("  "));
        if (ranked.size() > MOST_UNITS) {
            line("  " + faint(words.say("text.more", ranked.size() - MOST_UNITS)));
        }
    }

    private void swaps() {
        List<Pair> swaps = report.swaps(MOST_SWAPS);
        if (swaps.isEmpty()) {
            return;
        }
        line("");
        line("@|bold " + words.say("swaps.title") + "|@");
        line(faint(words.say("swaps.note")));
        Table table = new Table(session.ansi(), RIGHT, LEFT);
        for (Pair pair : swaps) {
            table.row(
                    words.percent(pair.secondAhead()),
                    Session.plain(
                            words.say(
                                    "swap.ahead",
                                    words.unit(pair.second()),
                                    words.unit(pair.first()))));
        }
        text.append(table.render("  "));
    }
}
