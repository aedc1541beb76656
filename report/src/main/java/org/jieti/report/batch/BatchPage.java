package org.jieti.report.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jieti.core.grading.Attained;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Language;
import org.jieti.core.model.Level;
import org.jieti.core.result.Ranking;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// The page of many units, as its template shows it.
///
/// @param facts model, weights and grading, in one line
/// @param bars how the units spread over the levels, or over bands of the score in a model
///     without levels; empty where neither exists
/// @param groupHead the headings of the peer groups
/// @param groups one row for each peer group; empty where units name none
/// @param columns the headings of the units
/// @param rows one for each unit, in the order of the input
public record BatchPage(
        String lang,
        String title,
        String facts,
        String disclaimer,
        String counts,
        String barsTitle,
        List<Bar> bars,
        List<Column> groupHead,
        List<Row> groups,
        List<Column> columns,
        List<Row> rows) {
    private static final String NONE = "–";
    private static final int BANDS = 10;

    public BatchPage {
        bars = List.copyOf(bars);
        groupHead = List.copyOf(groupHead);
        groups = List.copyOf(groups);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// One bar of the distribution.
    ///
    /// @param width in per cent of the longest
    public record Bar(String label, int count, String part, String width, String style) {}

    /// A heading; `style` is `num` for figures.
    public record Column(String label, String style) {}

    /// A cell; `key` is what it sorts by, empty for one that sorts last.
    public record Cell(String text, String key, String style) {}

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    static BatchPage of(BatchResult result, Language language) {
        return new Maker(result, language).page();
    }

    private static final class Maker {
        private final BatchResult result;
        private final Language language;
        private final Words words;

        /// Whether the whole is given a level.
        private final boolean graded;

        /// Whether the whole is given a score.
        private final boolean scored;

        Maker(BatchResult result, Language language) {
            this.result = result;
            this.language = language;
            this.words = new Words(language, result.model());
            graded = result.rows().stream().anyMatch(row -> row.possible() != null);
            scored = result.rows().stream().anyMatch(row -> row.total() != null);
        }

        private String say(String key, Object... values) {
            return BatchMessages.say(Words.locale(language), key, values);
        }

        BatchPage page() {
            return new BatchPage(
                    switch (language) {
                        case ZH -> "zh-CN";
                        case EN -> "en";
                    },
                    say("title", words.text(result.model().name())),
                    facts(),
                    words.text(result.model().disclaimer()),
                    counts(),
                    say(graded ? "bars.levels" : "bars.scores"),
                    bars(),
                    groupHead(),
                    groups(),
                    columns(),
                    rows());
        }

        private String facts() {
            List<String> facts = new ArrayList<>();
            facts.add(words.text(result.model().name()) + " " + result.model().id());
            facts.add(
                    say(
                            "fact.weights",
                            words.text(result.weights().name()),
                            words.status(result.weights().status())));
            if (result.preset() != null) {
                facts.add(say("fact.preset", words.text(result.preset().name())));
            }
            return String.join(" · ", facts);
        }

        private String counts() {
            long ranked =
                    result.ranking().places().stream()
                            .filter(place -> place.overall() != null)
                            .count();
            return say("counts", result.rows().size(), ranked);
        }

        private List<Bar> bars() {
            if (graded) {
                List<Bar> bars = new ArrayList<>();
                List<Integer> counts = levels(everyone());
                for (Level level : result.model().levels()) {
                    int count = counts.get(level.number());
                    bars.add(bar(words.level(level.number()), count, counts, level(level)));
                }
                bars.add(bar(say("level.none"), counts.getFirst(), counts, "s0"));
                return bars;
            }
            return scored ? bands() : List.of();
        }

        private List<Bar> bands() {
            List<Integer> counts = new ArrayList<>(Collections.nCopies(BANDS, 0));
            for (UnitRow row : result.rows()) {
                if (row.total() != null) {
                    int band = Math.clamp((int) (row.total() / BANDS), 0, BANDS - 1);
                    counts.set(band, counts.get(band) + 1);
                }
            }
            return IntStream.range(0, BANDS)
                    .mapToObj(
                            i ->
                                    bar(
                                            i * BANDS + "–" + (i + 1) * BANDS,
                                            counts.get(i),
                                            counts,
                                            "s4"))
                    .toList();
        }

        private Bar bar(String label, int count, List<Integer> counts, String style) {
            int longest = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
            return new Bar(
                    label,
                    count,
                    Numbers.percent((double) count / Math.max(1, result.rows().size())),
                    Integer.toString(100 * count / Math.max(1, longest)),
                    style);
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

        private static String level(Level level) {
            return "s" + Math.min(level.number(), 5);
        }

        private List<Column> groupHead() {
            List<Column> head = new ArrayList<>();
            head.add(new Column(say("column.peerGroup"), ""));
            head.add(new Column(say("column.units"), "num"));
            if (scored) {
                head.add(new Column(say("column.mean"), "num"));
                head.add(new Column(say("column.lowest"), "num"));
                head.add(new Column(say("column.highest"), "num"));
            }
            if (graded) {
                for (Level level : result.model().levels()) {
                    head.add(new Column(level.code(), "num"));
                }
            }
            return head;
        }

        private List<Row> groups() {
            List<Row> rows = new ArrayList<>();
            for (Ranking.PeerGroup group : result.ranking().groups()) {
                List<Cell> cells = new ArrayList<>();
                cells.add(text(group.name()));
                cells.add(count(group.members().size()));
                if (scored) {
                    Ranking.Scores scores = group.scores();
                    cells.add(score(scores == null ? null : scores.mean()));
                    cells.add(score(scores == null ? null : scores.lowest()));
                    cells.add(score(scores == null ? null : scores.highest()));
                }
                if (graded) {
                    levels(group.members()).stream().skip(1).map(this::count).forEach(cells::add);
                }
                rows.add(new Row(cells));
            }
            return rows;
        }

        private List<Column> columns() {
            List<Column> columns = new ArrayList<>();
            columns.add(new Column(say("column.rank"), "num"));
            columns.add(new Column(say("column.unit"), ""));
            columns.add(new Column(say("column.name"), ""));
            columns.add(new Column(say("column.region"), ""));
            columns.add(new Column(say("column.peerGroup"), ""));
            columns.add(new Column(say("column.peerRank"), "num"));
            if (graded) {
                columns.add(new Column(say("column.level"), "num"));
                columns.add(new Column(say("column.before"), "num"));
                columns.add(new Column(say("column.possible"), "num"));
                columns.add(new Column(say("column.position"), "num"));
            }
            if (scored) {
                columns.add(new Column(say("column.total"), "num"));
            }
            columns.add(new Column(say("column.coverage"), "num"));
            for (Domain domain : result.model().domains()) {
                columns.add(new Column(words.name(domain), "num"));
            }
            if (graded) {
                columns.add(new Column(say("column.limits"), ""));
            }
            return columns;
        }

        private List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < result.rows().size(); i++) {
                rows.add(row(result.rows().get(i), result.ranking().places().get(i)));
            }
            return rows;
        }

        private Row row(UnitRow row, Ranking.Place place) {
            List<Cell> cells = new ArrayList<>();
            Attained attained = row.attained();
            cells.add(count(place.overall()));
            cells.add(text(row.unit().id()));
            cells.add(text(row.unit().name()));
            cells.add(text(row.unit().region()));
            cells.add(text(row.unit().peerGroup()));
            cells.add(count(place.inPeerGroup()));
            if (graded) {
                cells.add(level(attained == null ? null : attained.level()));
                cells.add(code(attained == null ? null : attained.beforeLimits()));
                cells.add(code(row.possible() == null ? null : row.possible().highest()));
                cells.add(
                        number(
                                attained == null ? null : attained.position(),
                                attained == null ? NONE : Numbers.position(attained.position())));
            }
            if (scored) {
                cells.add(score(row.total()));
            }
            cells.add(number(row.coverage(), Numbers.percent(row.coverage())));
            for (UnitRow.DomainFigures domain : row.domains()) {
                cells.add(domain(domain));
            }
            if (graded) {
                cells.add(text(attained == null ? "" : limits(attained)));
            }
            return new Row(cells);
        }

        /// The score, on the colour of the level.
        private Cell domain(UnitRow.DomainFigures domain) {
            Double score = domain.score();
            Attained attained = domain.attained();
            String shown = score == null ? NONE : Numbers.score(score);
            if (attained == null) {
                return number(score, shown);
            }
            Level level = result.model().level(attained.level());
            return new Cell(
                    level.code() + " " + shown,
                    Double.toString(attained.position()),
                    "num " + level(level));
        }

        private String limits(Attained attained) {
            return attained.limits().stream()
                    .map(words::limit)
                    .distinct()
                    .collect(Collectors.joining(words.say("list.separator")));
        }

        private Cell level(@Nullable Integer level) {
            return level == null
                    ? new Cell(NONE, "", "num")
                    : new Cell(
                            words.level(level),
                            level.toString(),
                            "num " + level(result.model().level(level)));
        }

        private Cell code(@Nullable Integer level) {
            return level == null
                    ? new Cell(NONE, "", "num")
                    : new Cell(words.code(level), level.toString(), "num");
        }

        private static Cell text(String text) {
            return new Cell(text, text, "");
        }

        private Cell count(@Nullable Integer count) {
            return count == null
                    ? new Cell(NONE, "", "num")
                    : new Cell(count.toString(), count.toString(), "num");
        }

        private static Cell score(@Nullable Double score) {
            return number(score, score == null ? NONE : Numbers.score(score));
        }

        private static Cell number(@Nullable Double number, String shown) {
            return new Cell(shown, number == null ? "" : number.toString(), "num");
        }
    }
}
