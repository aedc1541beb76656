package org.jieti.report.overview;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jieti.core.grading.Attained;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Language;
import org.jieti.core.model.Level;
import org.jieti.core.result.Ranking;
import org.jieti.report.batch.BatchResult;
import org.jieti.report.batch.UnitRow;
import org.jieti.report.chart.StripChart;
import org.jieti.report.overview.Overview.Cell;
import org.jieti.report.overview.Overview.Column;
import org.jieti.report.overview.Overview.Row;
import org.jieti.report.weighing.WeightVerdict;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// Makes the page of many units that were each scored by themselves.
public final class BatchOverview {
    private static final int BANDS = 10;

    private final BatchResult result;
    private final OverviewWords page;
    private final Words words;

    /// Whether the whole is given a level.
    private final boolean graded;

    /// Whether the whole is given a score.
    private final boolean scored;

    private BatchOverview(BatchResult result, Language language) {
        this.result = result;
        this.page = OverviewWords.of(language);
        this.words = new Words(language, result.model());
        graded = result.rows().stream().anyMatch(row -> row.possible() != null);
        scored = result.rows().stream().anyMatch(row -> row.total() != null);
    }

    public static Overview of(BatchResult result, Language language) {
        return new BatchOverview(result, language).overview();
    }

    private Overview overview() {
        List<Overview.Table> tables = new ArrayList<>();
        if (!result.ranking().groups().isEmpty()) {
            tables.add(
                    new Overview.Table(
                            "groups",
                            page.say("groups.title"),
                            "",
                            "",
                            Overview.Fold.OPEN,
                            groupHead(),
                            groups()));
        }
        tables.add(
                new Overview.Table(
                        "units",
                        page.say("units.title"),
                        page.say("units.note"),
                        page.say("units.filter"),
                        Overview.Fold.OPEN,
                        columns(),
                        rows()));
        return new Overview(
                page.lang(),
                page.say("title", words.text(result.model().name())),
                facts(),
                counts(),
                words.text(result.model().disclaimer()),
                List.of(),
                chart(),
                bars(),
                tables,
                "",
                "",
                List.of());
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add(result.model().id().toString());
        if (words.variant() != null) {
            facts.add(words.variant());
            facts.add(String.valueOf(words.variation()));
        }
        facts.add(
                page.say(
                        "fact.weights",
                        words.text(result.weights().name()),
                        words.status(result.weights().status())));
        if (result.preset() != null) {
            facts.add(page.say("fact.preset", words.text(result.preset().name())));
        }
        String verdict = WeightVerdict.of(result.weights(), result.model(), words.language());
        if (!verdict.isEmpty()) {
            facts.add(verdict);
        }
        return facts;
    }

    private String counts() {
        long ranked =
                result.ranking().places().stream().filter(place -> place.overall() != null).count();
        return page.say("counts", result.rows().size(), ranked);
    }

    private Overview.@Nullable Chart chart() {
        if (!scored) {
            return null;
        }
        List<StripChart.Strip> strips = new ArrayList<>();
        strips.add(new StripChart.Strip(page.say("chart.all"), dots(everyone())));
        for (Ranking.PeerGroup group : result.ranking().groups()) {
            strips.add(new StripChart.Strip(group.name(), dots(group.members())));
        }
        StripChart chart =
                new StripChart(
                        page.say("column.total"),
                        0,
                        100,
                        graded
                                ? result.model().levels().stream()
                                        .map(BatchOverview::shade)
                                        .toList()
                                : List.of("s4"),
                        strips);
        return new Overview.Chart(
                page.say("chart.title.total"),
                page.say(graded ? "chart.note.levels" : "chart.note"),
                chart.json());
    }

    private List<StripChart.Dot> dots(List<Integer> members) {
        List<StripChart.Dot> dots = new ArrayList<>();
        for (int index : members) {
            UnitRow row = result.rows().get(index);
            Integer rank = result.ranking().places().get(index).overall();
            Attained attained = row.attained();
            if (row.total() != null) {
                String shown =
                        page.say(
                                "chart.dot",
                                row.unit().name(),
                                Numbers.score(row.total()),
                                rank == null ? Overview.NONE : rank);
                dots.add(
                        new StripChart.Dot(
                                row.total(),
                                attained == null
                                        ? shown
                                        : shown + " · " + words.level(attained.level()),
                                attained == null ? 0 : attained.level() - 1));
            }
        }
        return dots;
    }

    private Overview.@Nullable Bars bars() {
        if (graded) {
            List<Overview.Bar> bars = new ArrayList<>();
            List<Integer> counts = levels(everyone());
            for (Level level : result.model().levels()) {
                int count = counts.get(level.number());
                bars.add(bar(words.level(level.number()), count, counts, shade(level)));
            }
            if (counts.getFirst() > 0) {
                bars.add(bar(page.say("level.none"), counts.getFirst(), counts, "s0"));
            }
            return new Overview.Bars(page.say("bars.levels"), bars);
        }
        return scored ? new Overview.Bars(page.say("bars.scores"), bands()) : null;
    }

    private List<Overview.Bar> bands() {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(BANDS, 0));
        for (UnitRow row : result.rows()) {
            if (row.total() != null) {
                int band = Math.clamp((int) (row.total() / BANDS), 0, BANDS - 1);
                counts.set(band, counts.get(band) + 1);
            }
        }
        return IntStream.range(0, BANDS)
                .mapToObj(i -> bar(i * BANDS + "–" + (i + 1) * BANDS, counts.get(i), counts, "s4"))
                .toList();
    }

    private Overview.Bar bar(String label, int count, List<Integer> counts, String shade) {
        return page.bar(label, count, counts, result.rows().size(), shade);
    }

    private List<Integer> everyone() {
        return IntStream.range(0, result.rows().size()).boxed().toList();
    }

    /// How many units stand at each level; at 0 those without one.
    private List<Integer> levels(List<Integer> members) {
        int[] counts = new int[result.model().levels().size() + 1];
        for (int index : members) {
            Attained attained = result.rows().get(index).attained();
            counts[attained == null ? 0 : attained.level()]++;
        }
        return IntStream.of(counts).boxed().toList();
    }

    private static String shade(Level level) {
        return "s" + Math.min(level.number(), 5);
    }

    private List<Column> groupHead() {
        List<Column> head = new ArrayList<>();
        head.add(Column.text(page.say("column.peerGroup")));
        head.add(Column.number(page.say("column.units")));
        if (scored) {
            head.add(Column.number(page.say("column.mean")));
            head.add(Column.number(page.say("column.lowest")));
            head.add(Column.number(page.say("column.highest")));
        }
        if (graded) {
            for (Level level : result.model().levels()) {
                head.add(Column.number(level.code()));
            }
        }
        return head;
    }

    private List<Row> groups() {
        List<Row> rows = new ArrayList<>();
        for (Ranking.PeerGroup group : result.ranking().groups()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.name(group.name(), ""));
            cells.add(Cell.count(group.members().size()));
            if (scored) {
                Ranking.Scores scores = group.scores();
                cells.add(score(scores == null ? null : scores.mean()));
                cells.add(score(scores == null ? null : scores.lowest()));
                cells.add(score(scores == null ? null : scores.highest()));
            }
            if (graded) {
                levels(group.members()).stream().skip(1).map(Cell::count).forEach(cells::add);
            }
            rows.add(new Row(cells));
        }
        return rows;
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.number(page.say("column.rank")));
        columns.add(Column.text(page.say("column.unit")));
        columns.add(Column.text(page.say("column.region")));
        columns.add(Column.text(page.say("column.peerGroup")));
        columns.add(Column.number(page.say("column.peerRank")));
        if (graded) {
            columns.add(Column.text(page.say("column.level")));
            columns.add(Column.number(page.say("column.before")));
            columns.add(Column.number(page.say("column.possible")));
            columns.add(Column.number(page.say("column.position")));
        }
        if (scored) {
            columns.add(Column.number(page.say("column.total")));
        }
        columns.add(Column.number(page.say("column.coverage")));
        for (Domain domain : result.model().domains()) {
            columns.add(Column.number(words.name(domain)));
        }
        if (!result.model().levels().isEmpty()) {
            columns.add(Column.text(page.say("column.limits")));
        }
        return columns;
    }

    /// By rank, and those without one in the order of the input.
    private List<Row> rows() {
        return everyone().stream()
                .sorted(Comparator.comparingInt(this::place))
                .map(i -> row(result.rows().get(i), result.ranking().places().get(i)))
                .toList();
    }

    private int place(int index) {
        Integer rank = result.ranking().places().get(index).overall();
        return rank == null ? Integer.MAX_VALUE : rank;
    }

    private Row row(UnitRow row, Ranking.Place place) {
        List<Cell> cells = new ArrayList<>();
        Attained attained = row.attained();
        cells.add(Cell.count(place.overall()));
        String id = row.unit().id();
        String name = row.unit().name();
        cells.add(Cell.name(name, name.equals(id) ? "" : id));
        cells.add(Cell.text(row.unit().region()));
        cells.add(Cell.text(row.unit().peerGroup()));
        cells.add(Cell.count(place.inPeerGroup()));
        if (graded) {
            cells.add(level(attained == null ? null : attained.level()));
            cells.add(code(attained == null ? null : attained.beforeLimits()));
            cells.add(code(row.possible() == null ? null : row.possible().highest()));
            cells.add(
                    Cell.number(
                            attained == null ? null : attained.position(),
                            attained == null ? "" : Numbers.position(attained.position())));
        }
        if (scored) {
            Double total = row.total();
            cells.add(total == null ? score(null) : score(total).barred(total / 100));
        }
        cells.add(Cell.number(row.coverage(), Numbers.percent(row.coverage())));
        for (UnitRow.DomainFigures domain : row.domains()) {
            cells.add(domain(domain));
        }
        if (!result.model().levels().isEmpty()) {
            cells.add(limits(row));
        }
        return new Row(cells);
    }

    /// The score, on the colour of the level.
    private Cell domain(UnitRow.DomainFigures domain) {
        Attained attained = domain.attained();
        Cell score = score(domain.score());
        if (attained == null) {
            return score;
        }
        Level level = result.model().level(attained.level());
        return new Cell(
                level.code() + " " + score.text(),
                "",
                Double.toString(attained.position()),
                "num " + shade(level),
                null,
                null);
    }

    /// What holds the whole; folded up beneath it, what holds the domains.
    private Cell limits(UnitRow row) {
        List<String> inDomains = new ArrayList<>();
        for (int i = 0; i < row.domains().size(); i++) {
            Attained reached = row.domains().get(i).attained();
            if (reached != null && !reached.limits().isEmpty()) {
                inDomains.add(
                        page.say(
                                "limits.domain",
                                words.name(result.model().domains().get(i)),
                                words.limits(reached)));
            }
        }
        Attained attained = row.attained();
        return Cell.text(attained == null ? "" : words.limits(attained))
                .with(
                        inDomains.isEmpty()
                                ? null
                                : new Overview.More(
                                        words.heldDomains(inDomains.size()), inDomains));
    }

    private Cell level(@Nullable Integer level) {
        return level == null
                ? Cell.number(null, "")
                : new Cell(
                        words.level(level),
                        "",
                        level.toString(),
                        "level " + shade(result.model().level(level)),
                        null,
                        null);
    }

    private Cell code(@Nullable Integer level) {
        return Cell.number(level, level == null ? "" : words.code(level));
    }

    private static Cell score(@Nullable Double score) {
        return Cell.number(score, score == null ? "" : Numbers.score(score));
    }
}
