package org.jieti.report.overview;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jieti.core.model.Language;
import org.jieti.core.population.ColumnFacts;
import org.jieti.core.population.Grouping;
import org.jieti.core.population.IndexBand;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.Shape;
import org.jieti.core.population.Treatment;
import org.jieti.core.result.Ranking;
import org.jieti.report.chart.StripChart;
import org.jieti.report.overview.Overview.Cell;
import org.jieti.report.overview.Overview.Column;
import org.jieti.report.overview.Overview.Row;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.PopulationWords;
import org.jspecify.annotations.Nullable;

/// Makes the page of a population that an index model scored as a whole.
public final class PopulationOverview {
    private static final int BINS = 10;

    /// More tiers than this would not be read beside each other.
    private static final int MOST_TIERS = 12;

    private final PopulationResult result;
    private final IndexModel model;
    private final OverviewWords page;
    private final PopulationWords words;

    /// The units that have an index, by rank.
    private final List<Ranked> ranked = new ArrayList<>();

    /// The nodes shown beside the index.
    private final List<IndexNode> shown;

    private record Ranked(MemberResult member, Outcome.Scored scored) {}

    private PopulationOverview(PopulationResult result, Language language) {
        this.result = result;
        this.model = result.model();
        this.page = OverviewWords.of(language);
        this.words = new PopulationWords(language, model);
        for (MemberResult member : result.ranked()) {
            if (member.outcome() instanceof Outcome.Scored scored) {
                ranked.add(new Ranked(member, scored));
            }
        }
        this.shown = shown(model.root());
    }

    public static Overview of(PopulationResult result, Language language) {
        return new PopulationOverview(result, language).overview();
    }

    /// The parts of the index and, where they are few enough, the tiers beneath them.
    private static List<IndexNode> shown(IndexNode.Branch root) {
        List<IndexNode> all = new ArrayList<>();
        for (IndexNode part : root.parts()) {
            switch (part) {
                case IndexNode.Branch branch -> all.addAll(branch.branches());
                case IndexNode.Leaf leaf -> all.add(leaf);
            }
        }
        return all.size() <= MOST_TIERS ? all : root.parts();
    }

    private Overview overview() {
        List<Overview.Table> tables = new ArrayList<>();
        for (Grouping grouping : model.groupings()) {
            tables.add(groups(grouping));
        }
        tables.add(units());
        if (ranked.size() < result.members().size()) {
            tables.add(unscored());
        }
        tables.add(columns());
        List<Overview.Derivation> derivations =
                new PopulationDerivations(result, page, words).all();
        return new Overview(
                page.lang(),
                page.say("title.index", words.text(model.name())),
                facts(),
                page.say("counts.index", result.members().size(), ranked.size()),
                words.text(model.disclaimer()),
                notes(),
                chart(),
                bars(),
                tables,
                page.say("derivations.title"),
                page.say(derivations.isEmpty() ? "derivations.none" : "derivations.note"),
                derivations);
    }

    private List<String> facts() {
        List<String> steps = new ArrayList<>(model.steps().stream().map(words::step).toList());
        steps.add(words.aggregation(model.root().aggregation()));
        return List.of(
                model.id().toString(),
                String.join(" → ", steps),
                words.rankBasis(result.rankedOn()));
    }

    private List<Overview.Note> notes() {
        List<Overview.Note> notes = new ArrayList<>();
        if (result.reproduction() != null) {
            notes.add(
                    new Overview.Note(
                            result.reproduction().holds() ? "good" : "mind",
                            words.reproduction(result.reproduction())));
        }
        result.remarks().forEach(r -> notes.add(new Overview.Note("mind", words.remark(r))));
        return notes;
    }

    private String shade(@Nullable IndexBand band) {
        return band == null
                ? "s4"
                : "s" + Math.min(5, model.bands().size() - model.bands().indexOf(band));
    }

    private Overview.@Nullable Chart chart() {
        if (ranked.isEmpty()) {
            return null;
        }
        List<StripChart.Strip> strips = new ArrayList<>();
        strips.add(new StripChart.Strip(page.say("chart.all"), dots(_ -> true)));
        for (Grouping grouping : model.groupings()) {
            for (Ranking.PeerGroup group : ranking(grouping).groups()) {
                strips.add(
                        new StripChart.Strip(
                                group.name(),
                                dots(each -> group.name().equals(groupOf(each, grouping)))));
            }
        }
        StripChart chart =
                new StripChart(
                        words.text(model.root().name()),
                        least(ranked, each -> each.scored().index()),
                        greatest(ranked, each -> each.scored().index()),
                        model.bands().isEmpty()
                                ? List.of("s4")
                                : model.bands().stream().map(this::shade).toList(),
                        strips);
        return new Overview.Chart(
                page.say("chart.title.index"),
                page.say(model.bands().isEmpty() ? "chart.note" : "chart.note.bands"),
                chart.json());
    }

    private interface Choice {
        boolean takes(Ranked each);
    }

    private List<StripChart.Dot> dots(Choice choice) {
        List<StripChart.Dot> dots = new ArrayList<>();
        for (Ranked each : ranked) {
            if (choice.takes(each)) {
                IndexBand band = each.scored().band();
                String text =
                        page.say(
                                "chart.dot",
                                each.member().member().name(),
                                words.index(each.scored().index()),
                                each.scored().rank());
                dots.add(
                        new StripChart.Dot(
                                each.scored().index(),
                                band == null ? text : text + " · " + banded(band),
                                band == null ? 0 : model.bands().indexOf(band)));
            }
        }
        return dots;
    }

    private String banded(IndexBand band) {
        return band.code() + " " + words.text(band.name());
    }

    private static @Nullable String groupOf(Ranked each, Grouping grouping) {
        return each.member().member().group(grouping.column());
    }

    /// Mean and range of the index in each group.
    private Ranking ranking(Grouping grouping) {
        return Ranking.of(
                ranked.stream()
                        .map(
                                each ->
                                        new Ranking.Entry(
                                                Objects.requireNonNullElse(
                                                        groupOf(each, grouping), ""),
                                                each.scored().index()))
                        .toList());
    }

    private Overview.@Nullable Bars bars() {
        if (ranked.isEmpty()) {
            return null;
        }
        if (!model.bands().isEmpty()) {
            List<Integer> counts =
                    model.bands().stream().map(band -> within(ranked, band)).toList();
            List<Overview.Bar> bars = new ArrayList<>();
            for (int i = 0; i < counts.size(); i++) {
                IndexBand band = model.bands().get(i);
                bars.add(bar(banded(band), counts.get(i), counts, shade(band)));
            }
            return new Overview.Bars(page.say("bars.bands"), bars);
        }
        double least = least(ranked, each -> each.scored().index());
        double width = (greatest(ranked, each -> each.scored().index()) - least) / BINS;
        return width > 0
                ? new Overview.Bars(page.say("bars.index"), histogram(least, width))
                : null;
    }

    private List<Overview.Bar> histogram(double least, double width) {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(BINS, 0));
        for (Ranked each : ranked) {
            int bin = Math.clamp((int) ((each.scored().index() - least) / width), 0, BINS - 1);
            counts.set(bin, counts.get(bin) + 1);
        }
        return IntStream.range(0, BINS)
                .mapToObj(
                        i ->
                                bar(
                                        page.say(
                                                "range",
                                                words.index(least + i * width),
                                                words.index(least + (i + 1) * width)),
                                        counts.get(i),
                                        counts,
                                        "s4"))
                .toList();
    }

    private Overview.Bar bar(String label, int count, List<Integer> counts, String shade) {
        return page.bar(label, count, counts, ranked.size(), shade);
    }

    private static int within(List<Ranked> units, IndexBand band) {
        return (int) units.stream().filter(each -> band.equals(each.scored().band())).count();
    }

    private static double least(List<Ranked> units, Function<Ranked, @Nullable Double> number) {
        return units.stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    private static double greatest(List<Ranked> units, Function<Ranked, @Nullable Double> number) {
        return units.stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private Overview.Table groups(Grouping grouping) {
        List<Column> head = new ArrayList<>();
        head.add(Column.text(words.text(grouping.name())));
        head.add(Column.number(page.say("column.units")));
        head.add(Column.number(page.say("column.mean")));
        head.add(Column.number(page.say("column.lowest")));
        head.add(Column.number(page.say("column.highest")));
        model.bands().forEach(band -> head.add(Column.number(band.code())));
        List<Row> rows = new ArrayList<>();
        for (Ranking.PeerGroup group : ranking(grouping).groups()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.name(group.name(), ""));
            cells.add(Cell.count(group.ranked()));
            Ranking.Scores scores = group.scores();
            cells.add(index(scores == null ? null : scores.mean()));
            cells.add(index(scores == null ? null : scores.lowest()));
            cells.add(index(scores == null ? null : scores.highest()));
            List<Ranked> members = group.members().stream().map(ranked::get).toList();
            model.bands().forEach(band -> cells.add(Cell.count(within(members, band))));
            rows.add(new Row(cells));
        }
        return new Overview.Table(
                "groups-" + model.groupings().indexOf(grouping),
                page.say("groups.title.index", words.text(grouping.name())),
                "",
                "",
                Overview.Fold.OPEN,
                head,
                rows);
    }

    private Overview.Table units() {
        List<Column> head = new ArrayList<>();
        head.add(Column.number(page.say("column.rank")));
        head.add(Column.text(page.say("column.unit")));
        head.add(Column.number(words.text(model.root().name())));
        if (!model.bands().isEmpty()) {
            head.add(Column.text(page.say("column.band")));
        }
        shown.forEach(node -> head.add(Column.number(words.text(node.name()))));
        for (Grouping grouping : model.groupings()) {
            head.add(Column.text(words.text(grouping.name())));
            head.add(Column.number(page.say("column.rankIn", words.text(grouping.name()))));
        }
        if (isPublished()) {
            head.add(Column.number(page.say("column.published")));
        }
        List<Spread> spreads = shown.stream().map(this::spread).toList();
        Spread index =
                new Spread(
                        least(ranked, each -> each.scored().index()),
                        greatest(ranked, each -> each.scored().index()));
        return new Overview.Table(
                "units",
                page.say("units.title"),
                page.say("units.note.index"),
                page.say("units.filter"),
                Overview.Fold.OPEN,
                head,
                ranked.stream().map(each -> unit(each, index, spreads)).toList());
    }

    private boolean isPublished() {
        return ranked.stream().anyMatch(each -> each.scored().published() != null);
    }

    /// Between which numbers a column of the page lies.
    private record Spread(double least, double greatest) {
        Cell bar(Cell cell, @Nullable Double value) {
            return value == null || least == greatest
                    ? cell
                    : cell.barred((value - least) / (greatest - least));
        }
    }

    private Spread spread(IndexNode node) {
        return new Spread(
                least(ranked, each -> value(each, node)),
                greatest(ranked, each -> value(each, node)));
    }

    private static @Nullable Double value(Ranked each, IndexNode node) {
        IndexScore found = find(each.member().derivation(), node);
        return found == null ? null : found.value();
    }

    private static @Nullable IndexScore find(@Nullable IndexScore score, IndexNode node) {
        if (score == null || score.node().id().equals(node.id())) {
            return score;
        }
        if (score instanceof IndexScore.Tier tier) {
            for (IndexScore part : tier.parts()) {
                IndexScore inner = find(part, node);
                if (inner != null) {
                    return inner;
                }
            }
        }
        return null;
    }

    private Row unit(Ranked each, Spread index, List<Spread> spreads) {
        Outcome.Scored scored = each.scored();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.count(scored.rank()));
        cells.add(named(each.member()));
        cells.add(index.bar(index(scored.index()), scored.index()));
        if (!model.bands().isEmpty()) {
            IndexBand band = scored.band();
            cells.add(
                    band == null
                            ? Cell.number(null, "")
                            : new Cell(
                                    banded(band),
                                    "",
                                    band.code(),
                                    "level " + shade(band),
                                    null,
                                    null));
        }
        for (int i = 0; i < shown.size(); i++) {
            Double value = value(each, shown.get(i));
            cells.add(spreads.get(i).bar(index(value), value));
        }
        for (Grouping grouping : model.groupings()) {
            String group = groupOf(each, grouping);
            cells.add(Cell.text(group == null ? "" : group));
            Outcome.PeerRank peer =
                    scored.peers().stream()
                            .filter(rank -> rank.grouping().equals(grouping))
                            .findFirst()
                            .orElse(null);
            cells.add(
                    peer == null
                            ? Cell.number(null, "")
                            : Cell.number(
                                    peer.rank(), page.say("rank.of", peer.rank(), peer.of())));
        }
        if (isPublished()) {
            cells.add(index(scored.published()));
        }
        return new Row(cells);
    }

    static Cell named(MemberResult member) {
        String id = member.member().id();
        String name = member.member().name();
        return Cell.name(name, name.equals(id) ? "" : id);
    }

    private Cell index(@Nullable Double value) {
        return Cell.number(value, value == null ? "" : words.index(value));
    }

    private Overview.Table unscored() {
        List<Row> rows = new ArrayList<>();
        for (MemberResult member : result.members()) {
            switch (member.outcome()) {
                case Outcome.Scored _ -> {}
                case Outcome.NotSurveyed _,
                        Outcome.TooFewData _,
                        Outcome.MissingData _,
                        Outcome.Undefined _ ->
                        rows.add(
                                new Row(
                                        List.of(
                                                named(member),
                                                Cell.text(words.outcome(member.outcome())))));
            }
        }
        return new Overview.Table(
                "unscored",
                page.say("unscored.title"),
                page.say("unscored.note"),
                "",
                Overview.Fold.OPEN,
                List.of(Column.text(page.say("column.unit")), Column.text(page.say("column.why"))),
                rows);
    }

    private Overview.Table columns() {
        boolean treats = result.columns().stream().anyMatch(facts -> facts.before() != null);
        List<Column> head =
                new ArrayList<>(
                        List.of(
                                Column.text(page.say("column.column")),
                                Column.number(page.say("column.filled")),
                                Column.number(page.say("column.imputed"))));
        if (treats) {
            head.add(Column.number(page.say("column.shape")));
            head.add(Column.text(page.say("column.treatment")));
            head.add(Column.number(page.say("column.shape.after")));
        }
        head.add(Column.number(page.say("column.least")));
        head.add(Column.number(page.say("column.greatest")));
        List<Row> rows = new ArrayList<>();
        for (ColumnFacts facts : result.columns()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.name(words.text(facts.leaf().name()), facts.leaf().column()));
            cells.add(Cell.count(facts.filled()));
            cells.add(Cell.count(facts.imputed()));
            if (treats) {
                cells.add(shape(facts.before()));
                cells.add(Cell.text(words.treatment(facts)));
                cells.add(shape(facts.treatment() == Treatment.NONE ? null : facts.after()));
            }
            cells.add(measured(facts.least()));
            cells.add(measured(facts.greatest()));
            rows.add(new Row(cells));
        }
        return new Overview.Table(
                "columns",
                page.say("columns.title"),
                page.say(treats ? "columns.note.shape" : "columns.note"),
                "",
                Overview.Fold.FOLDED,
                head,
                rows);
    }

    private Cell shape(@Nullable Shape shape) {
        return shape == null
                ? Cell.number(null, "")
                : Cell.number(
                        shape.skewness(),
                        page.say(
                                "shape",
                                Numbers.decimals(shape.skewness(), 2),
                                Numbers.decimals(shape.kurtosis(), 2)));
    }

    static Cell measured(@Nullable Double value) {
        return Cell.number(value, value == null ? "" : Numbers.significant(value));
    }
}
