package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jieti.cli.Session;
import org.jieti.report.roadmap.RoadmapPage;
import org.jieti.report.roadmap.RoadmapPage.Group;
import org.jieti.report.roadmap.RoadmapPage.Half;
import org.jieti.report.roadmap.RoadmapPage.Item;
import org.jieti.report.roadmap.RoadmapReport;

/// A roadmap on a terminal: the same as on its page.
public final class RoadmapText {
    private final Session session;
    private final RoadmapPage page;
    private final StringBuilder text = new StringBuilder();

    private RoadmapText(Session session, RoadmapPage page) {
        this.session = session;
        this.page = page;
    }

    public static String render(Session session, RoadmapReport report) {
        RoadmapText text = new RoadmapText(session, RoadmapPage.of(report, session.language()));
        text.write();
        return text.text.toString();
    }

    private void write() {
        line("@|bold " + Session.plain(page.title()) + "|@");
        line(Session.plain(page.headline()));
        page.obstacles().forEach(each -> line("- " + Session.plain(each)));
        line("@|faint " + Session.plain(page.facts()) + "|@");
        if (!page.rows().isEmpty()) {
            line("");
            levels();
        }
        page.halves().forEach(this::half);
        if (!page.alternatives().isEmpty()) {
            line("");
            page.alternatives().forEach(each -> line("≈ " + Session.plain(each)));
        }
        if (!page.notes().isEmpty()) {
            line("");
            page.notes().forEach(each -> line(Session.plain(each)));
        }
    }

    private void levels() {
        Table table = new Table(session.ansi(), aligned(page.columns().size()));
        table.row(
                Stream.concat(Stream.of(""), page.columns().stream().map(Session::plain))
                        .toArray(String[]::new));
        for (RoadmapPage.Row row : page.rows()) {
            List<String> cells = new ArrayList<>(List.of(Session.plain(row.name())));
            for (RoadmapPage.Cell cell : row.cells()) {
                String shown = cell.code() + " " + cell.note();
                cells.add(cell.style().endsWith("up") ? "@|bold " + shown + "|@" : shown);
            }
            table.row(cells.toArray(String[]::new));
        }
        text.append(table.render("  "));
    }

    private static Table.Align[] aligned(int columns) {
        Table.Align[] alignments = new Table.Align[columns + 1];
        Arrays.fill(alignments, LEFT);
        return alignments;
    }

    private void half(Half half) {
        line("");
        String opened = String.join(" · ", half.opened());
        line(
                "@|bold "
                        + Session.plain(half.name())
                        + "|@  "
                        + half.cost()
                        + " "
                        + Session.plain(page.unitOfCost())
                        + (half.budget().isEmpty() ? "" : " (" + half.budget() + ")")
                        + "  → "
                        + (half.code().isEmpty() ? "" : half.code() + " ")
                        + Session.plain(half.level())
                        + (half.chance().isEmpty() ? "" : "  " + half.chance())
                        + (opened.isEmpty() ? "" : "  @|faint " + Session.plain(opened) + "|@"));
        Table table = new Table(session.ansi(), LEFT, LEFT, LEFT, LEFT, LEFT, RIGHT, LEFT);
        for (Group group : half.groups()) {
            String domain = Session.plain(group.domain());
            for (Item item : group.items()) {
                table.row(
                        domain,
                        item.rung(),
                        Session.plain(item.name()),
                        Session.plain(item.change()),
                        item.effort(),
                        item.cost(),
                        "@|faint "
                                + item.id()
                                + "|@"
                                + (item.tags().isEmpty()
                                        ? ""
                                        : "  " + String.join(" ", item.tags())));
                domain = "";
            }
        }
        text.append(table.render("  "));
    }

    private void line(String line) {
        text.append(session.styled(line)).append('\n');
    }
}
