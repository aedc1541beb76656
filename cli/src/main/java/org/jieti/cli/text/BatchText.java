package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jieti.cli.Session;
import org.jieti.core.grading.Attained;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Level;
import org.jieti.core.result.Ranking;
import org.jieti.report.batch.BatchResult;
import org.jieti.report.batch.UnitRow;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// The results of many units as one table, a line for each, and how they spread over the levels.
public final class BatchText {
    private static final String NONE = "–";

    private final Session session;
    private final BatchResult result;
    private final Words words;

    /// Whether the whole is given a level.
    private final boolean graded;

    private BatchText(Session session, BatchResult result) {
        this.session = session;
        this.result = result;
        this.words = new Words(session.language(), result.model());
        this.graded = result.rows().stream().anyMatch(row -> row.possible() != null);
    }

    /// Writes the table. The writer stays open.
    public static void write(Session session, BatchResult result, Writer out) {
        BatchText page = new BatchText(session, result);
        try {
            out.write(page.table());
            out.write("\n" + page.summary() + "\n");
            if (page.words.variant() != null) {
                out.write(page.words.variant() + page.words.say("list.separator"));
                out.write(page.words.variation() + "\n");
            }
            out.write(page.words.text(result.model().disclaimer()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasLevels() {
        return !result.model().levels().isEmpty();
    }

    /// Whether the domains are given levels, but not the whole.
    private boolean isProfile() {
        return hasLevels() && !graded;
    }

    private String table() {
        List<Table.Align> alignments = new ArrayList<>(List.of(RIGHT, LEFT, LEFT, LEFT, RIGHT));
        List<String> head =
                new ArrayList<>(
                        List.of(
                                session.say("column.rank"),
                                session.say("column.unit"),
                                session.say("column.name"),
                                session.say("column.peerGroup"),
                                session.say("column.peerRank")));
        if (graded) {
            alignments.addAll(List.of(LEFT, LEFT, RIGHT));
            head.addAll(
                    List.of(
                            session.say("column.level"),
                            session.say("column.possible"),
                            session.say("column.position")));
        }
        if (isProfile()) {
            for (Domain domain : result.model().domains()) {
                alignments.add(LEFT);
                head.add(words.name(domain));
            }
        }
        alignments.addAll(List.of(RIGHT, RIGHT));
        head.addAll(List.of(session.say("column.score"), session.say("column.coverage")));
        if (hasLevels()) {
            alignments.add(LEFT);
            head.add(session.say("column.limit"));
        }
        Table table = new Table(session.ansi(), alignments.toArray(Table.Align[]::new));
        table.row(head.stream().map(cell -> "@|faint " + cell + "|@").toArray(String[]::new));
        for (int i = 0; i < result.rows().size(); i++) {
            table.row(
                    row(result.rows().get(i), result.ranking().places().get(i))
                            .toArray(String[]::new));
        }
        return table.render("");
    }

    private List<String> row(UnitRow row, Ranking.Place place) {
        List<String> cells = new ArrayList<>();
        Attained attained = row.attained();
        cells.add(rank(place.overall()));
        cells.add(Session.plain(row.unit().id()));
        cells.add(Session.plain(row.unit().name()));
        cells.add(Session.plain(row.unit().peerGroup()));
        cells.add(rank(place.inPeerGroup()));
        if (graded) {
            cells.add(attained == null ? NONE : words.level(attained.level()));
            cells.add(row.possible() == null ? NONE : words.code(row.possible().highest()));
            cells.add(attained == null ? NONE : Numbers.position(attained.position()));
        }
        if (isProfile()) {
            for (UnitRow.DomainFigures domain : row.domains()) {
                Attained reached = domain.attained();
                cells.add(reached == null ? NONE : words.code(reached.level()));
            }
        }
        cells.add(row.total() == null ? NONE : Numbers.score(row.total()));
        cells.add(Numbers.percent(row.coverage()));
        if (hasLevels()) {
            cells.add(limits(row));
        }
        return cells;
    }

    /// What holds the whole, and how many domains are held.
    private String limits(UnitRow row) {
        List<String> limits = new ArrayList<>();
        Attained attained = row.attained();
        if (attained != null && !attained.limits().isEmpty()) {
            limits.add(words.limits(attained));
        }
        int held = 0;
        for (UnitRow.DomainFigures domain : row.domains()) {
            Attained reached = domain.attained();
            held += reached != null && !reached.limits().isEmpty() ? 1 : 0;
        }
        if (held > 0) {
            limits.add(words.heldDomains(held));
        }
        return String.join(words.say("list.separator"), limits);
    }

    private static String rank(@Nullable Integer rank) {
        return rank == null ? NONE : rank.toString();
    }

    private String summary() {
        long ranked =
                result.ranking().places().stream().filter(place -> place.overall() != null).count();
        List<String> parts = new ArrayList<>();
        parts.add(session.say("batch.summary", result.rows().size(), ranked));
        if (graded) {
            for (Level level : result.model().levels()) {
                long count =
                        result.rows().stream()
                                .map(UnitRow::attained)
                                .filter(each -> each != null && each.level() == level.number())
                                .count();
                parts.add(level.code() + ": " + count);
            }
            long none = result.rows().stream().filter(row -> row.attained() == null).count();
            if (none > 0) {
                parts.add(session.say("batch.level.none") + ": " + none);
            }
        }
        return String.join("   ", parts);
    }
}
