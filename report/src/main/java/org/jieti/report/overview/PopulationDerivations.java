package org.jieti.report.overview;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.population.Cell.Imputed;
import org.jieti.core.population.Effect;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.Step;
import org.jieti.report.overview.Overview.Cell;
import org.jieti.report.overview.Overview.Column;
import org.jieti.report.overview.Overview.Row;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.PopulationWords;
import org.jspecify.annotations.Nullable;

/// How each unit's index came about: every node with its share, value and effect and, of a column,
/// its value after each step.
final class PopulationDerivations {
    /// A page with more rows would be too heavy to open.
    private static final int MOST_ROWS = 30_000;

    private final PopulationResult result;
    private final OverviewWords page;
    private final PopulationWords words;
    private final boolean divides;
    private final boolean imputes;
    private final boolean treats;

    PopulationDerivations(PopulationResult result, OverviewWords page, PopulationWords words) {
        this.result = result;
        this.page = page;
        this.words = words;
        List<Step> steps = result.model().steps();
        divides = steps.stream().anyMatch(Step.Denominate.class::isInstance);
        imputes = steps.stream().anyMatch(Step.Impute.class::isInstance);
        treats = steps.stream().anyMatch(Step.Winsorise.class::isInstance);
    }

    /// One for each unit with a derivation, by rank; none where the page would be too heavy.
    List<Overview.Derivation> all() {
        IndexNode.Branch root = result.model().root();
        long rows =
                (long) result.members().size() * (root.branches().size() + root.leaves().size());
        if (rows > MOST_ROWS) {
            return List.of();
        }
        List<Overview.Derivation> all = new ArrayList<>();
        for (MemberResult member : result.ranked()) {
            if (member.derivation() != null) {
                List<Row> nodes = new ArrayList<>();
                add(nodes, member.derivation(), 0);
                all.add(new Overview.Derivation(summary(member), columns(), nodes));
            }
        }
        return all;
    }

    private String summary(MemberResult member) {
        return member.outcome() instanceof Outcome.Scored scored
                ? page.say(
                        "chart.dot",
                        member.member().name(),
                        words.index(scored.index()),
                        scored.rank())
                : member.member().name() + " · " + words.outcome(member.outcome());
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(page.say("column.node")));
        columns.add(Column.number(page.say("column.raw")));
        if (divides) {
            columns.add(Column.number(page.say("column.denominated")));
        }
        if (imputes) {
            columns.add(Column.number(page.say("column.imputedValue")));
        }
        if (treats) {
            columns.add(Column.number(page.say("column.treated")));
        }
        columns.add(Column.number(page.say("column.value")));
        columns.add(Column.number(page.say("column.share")));
        columns.add(Column.number(page.say("column.effect")));
        columns.add(Column.number(page.say("column.rank")));
        return columns;
    }

    private void add(List<Row> rows, IndexScore score, int depth) {
        List<Cell> cells = new ArrayList<>();
        String name = words.text(score.node().name());
        String style = "name d" + Math.min(depth, 5);
        switch (score) {
            case IndexScore.Tier tier -> {
                cells.add(
                        new Cell(
                                name,
                                words.aggregation(tier.node().aggregation()),
                                name,
                                style,
                                null,
                                null));
                blanks(cells);
                cells.add(
                        Cell.number(
                                tier.value(),
                                tier.value() == null ? "" : words.index(tier.value())));
            }
            case IndexScore.Reading reading -> {
                cells.add(new Cell(name, reading.node().column(), name, style, null, null));
                steps(cells, reading.cell());
            }
        }
        Double share = score.share();
        cells.add(share == null ? blank() : Cell.number(share, Numbers.weight(share)));
        cells.add(effect(score.effect()));
        cells.add(
                score instanceof IndexScore.Tier tier && tier.rank() != null
                        ? Cell.count(tier.rank())
                        : blank());
        rows.add(new Row(cells));
        if (score instanceof IndexScore.Tier tier) {
            tier.parts().forEach(part -> add(rows, part, depth + 1));
        }
    }

    private void blanks(List<Cell> cells) {
        cells.add(blank());
        if (divides) {
            cells.add(blank());
        }
        if (imputes) {
            cells.add(blank());
        }
        if (treats) {
            cells.add(blank());
        }
    }

    private void steps(List<Cell> cells, org.jieti.core.population.Cell cell) {
        cells.add(PopulationOverview.measured(cell.raw()));
        if (divides) {
            cells.add(
                    cell.denominator() == null
                            ? blank()
                            : PopulationOverview.measured(cell.denominated()));
        }
        if (imputes) {
            Imputed imputed = cell.imputed();
            cells.add(imputed == null ? blank() : PopulationOverview.measured(imputed.value()));
        }
        if (treats) {
            cells.add(PopulationOverview.measured(cell.treated()));
        }
        Double value = cell.value();
        cells.add(Cell.number(value, value == null ? "" : words.index(value)));
    }

    private static Cell blank() {
        return new Cell("", "", "", "num", null, null);
    }

    private Cell effect(@Nullable Effect effect) {
        return switch (effect) {
            case null -> blank();
            case Effect.Contribution(double points) ->
                    Cell.number(points, Numbers.decimals(points, result.model().decimals() + 1));
            case Effect.MarginalEffect(double perPoint) ->
                    Cell.number(
                            perPoint, page.say("effect.marginal", Numbers.significant(perPoint)));
        };
    }
}
