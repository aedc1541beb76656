package org.jieti.catalog.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import org.jieti.core.model.Violation;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.Cell;
import org.jieti.core.population.ColumnFacts;
import org.jieti.core.population.Effect;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.IndexNode;
import org.jieti.core.population.IndexRules;
import org.jieti.core.population.IndexScore;
import org.jieti.core.population.MemberResult;
import org.jieti.core.population.Normalisation;
import org.jieti.core.population.Outcome;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.Remark;
import org.jieti.core.population.Shape;
import org.jieti.core.population.Step;
import org.jieti.core.population.Treatment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The ASEM example of COINr (Becker et al., JOSS 7(78), 2022) from raw data: 51 countries, 49
/// indicators, 8 pillars, 2 sub-indices.
class AsemTest {
    private static final double TOLERANCE = 1e-9;

    private final IndexModel asem = Figures.model("samples/asem/index.yaml");
    private final PopulationResult built = Figures.score("asem/raw.csv", asem);

    @Test
    void columns_are_divided_by_their_denominators() {
        compare(built, "asem-denominated.csv", (_, node) -> cell(node).denominated());
    }

    @Test
    void missing_cells_are_filled_with_the_mean_of_the_group_and_no_others() {
        List<Map<String, String>> filled = Figures.rows("asem-imputed.csv");
        Set<String> expected = new HashSet<>();
        for (Map<String, String> row : filled) {
            String unit = text(row, "unit");
            String column = text(row, "column");
            expected.add(unit + " " + column);
            Cell.Imputed imputed =
                    Objects.requireNonNull(cell(Figures.node(built, unit, column)).imputed());
            assertThat(imputed.value())
                    .as("%s", row)
                    .isCloseTo(number(row, "value"), within(TOLERANCE));
        }

        assertThat(cells(cell -> cell.imputed() != null))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /// `docs/methods/populations.md`.
    @Test
    void worked_example_of_the_methods_page_comes_out() {
        IndexScore flights = Figures.node(built, "CHE", "Flights");
        assertThat(cell(flights).denominated()).isCloseTo(0.0061100, within(5e-8));
        assertThat(flights.value()).isCloseTo(51.35, within(5e-3));
        assertThat(((Effect.Contribution) Objects.requireNonNull(flights.effect())).points())
                .isCloseTo(0.642, within(5e-4));
        assertThat(facts(built, "Flights").greatest()).isCloseTo(0.011887, within(5e-7));
        assertThat(Figures.node(built, "CHE", "physical").value()).isCloseTo(63.41, within(5e-3));
        IndexScore elec = Figures.node(built, "LAO", "Elec");
        assertThat(cell(elec).imputed())
                .isNotNull()
                .returns("Asia", Cell.Imputed::group)
                .returns(20, Cell.Imputed::from);
        assertThat(elec.value()).isCloseTo(1.25, within(5e-3));
    }

    @Test
    void no_unit_is_screened_out_at_nine_tenths_once_imputed() {
        assertThat(built.members())
                .hasSize(51)
                .allSatisfy(
                        member -> assertThat(member.outcome()).isInstanceOf(Outcome.Scored.class));
    }

    @Test
    void outliers_are_winsorised_and_no_other_cells_moved() {
        Set<String> expected = new HashSet<>();
        for (Map<String, String> row : Figures.rows("asem-winsorised.csv")) {
            String unit = text(row, "unit");
            String column = text(row, "column");
            expected.add(unit + " " + column);
            double value = number(row, "value");
            assertThat(cell(Figures.node(built, unit, column)).treated())
                    .as("%s", row)
                    .isNotNull()
                    .isCloseTo(value, within(TOLERANCE));
        }

        assertThat(cells(AsemTest::isMoved)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static boolean isMoved(Cell cell) {
        Cell.Imputed imputed = cell.imputed();
        Double before = imputed == null ? cell.denominated() : Double.valueOf(imputed.value());
        return !String.valueOf(before).equals(String.valueOf(cell.treated()));
    }

    @Test
    void skewness_and_kurtosis_are_those_of_coinr_before_and_after() {
        for (Map<String, String> row : Figures.rows("asem-shapes.csv")) {
            ColumnFacts facts = facts(built, text(row, "column"));
            shape(facts.before(), number(row, "skewness"), number(row, "kurtosis"));
            if (text(row, "points").isEmpty()) {
                assertThat(facts.moved()).as("%s", row).isZero();
            } else {
                assertThat(facts.moved())
                        .as("%s", row)
                        .isEqualTo(Integer.parseInt(text(row, "points")));
                shape(facts.after(), number(row, "skewness_after"), number(row, "kurtosis_after"));
            }
        }
    }

    private static void shape(@Nullable Shape shape, double skewness, double kurtosis) {
        Objects.requireNonNull(shape);
        assertThat(shape.skewness()).isCloseTo(skewness, within(TOLERANCE));
        assertThat(shape.kurtosis()).isCloseTo(kurtosis, within(TOLERANCE));
    }

    /// With one point allowed, 11 columns are not brought within the limits and take their
    /// logarithm, two of them in vain. The figures were computed apart, by COINr's definitions.
    @Test
    void logarithms_follow_where_winsorising_does_not_suffice() {
        PopulationResult logged = Figures.score("asem/raw.csv", asem.with(onePointThenLogarithm()));

        compare(logged, "asem-logarithm.csv", (_, node) -> cell(node).treated());
        List<String> treated = new ArrayList<>();
        for (Map<String, String> row : Figures.rows("asem-logarithm-shapes.csv")) {
            ColumnFacts facts = facts(logged, text(row, "column"));
            treated.add(text(row, "column"));
            assertThat(facts.treatment())
                    .as("%s", row)
                    .isEqualTo(Treatment.valueOf(text(row, "treatment").toUpperCase(Locale.ROOT)));
            assertThat(facts.moved())
                    .as("%s", row)
                    .isEqualTo(facts.treatment() == Treatment.WINSORISED ? 1 : 0);
            shape(facts.after(), number(row, "skewness_after"), number(row, "kurtosis_after"));
        }
        assertThat(
                        logged.columns().stream()
                                .filter(facts -> facts.treatment() != Treatment.NONE)
                                .map(facts -> facts.leaf().column()))
                .containsExactlyInAnyOrderElementsOf(treated);
        assertThat(
                        logged.remarks().stream()
                                .filter(Remark.OutliersRemain.class::isInstance)
                                .map(remark -> ((Remark.OutliersRemain) remark).leaf().value()))
                .containsExactlyInAnyOrder("forport", "cultserv");
    }

    private List<Step> onePointThenLogarithm() {
        return asem.steps().stream()
                .map(
                        step ->
                                step
                                                instanceof
                                                Step.Winsorise(
                                                        double skewness,
                                                        double kurtosis,
                                                        _,
                                                        _)
                                        ? new Step.Winsorise(
                                                skewness, kurtosis, 1, Step.Then.LOGARITHM)
                                        : step)
                .toList();
    }

    private static ColumnFacts facts(PopulationResult result, String column) {
        return result.columns().stream()
                .filter(each -> each.leaf().column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void indicators_are_normalised_and_aggregated_up_to_the_index() {
        compare(built, "asem-min-max.csv", (_, node) -> node.value());
    }

    @Test
    void ranks_are_those_of_coinr_at_every_node() {
        for (Map<String, String> row : Figures.rows("asem-ranks.csv")) {
            String unit = text(row, "unit");
            for (String node : row.keySet()) {
                if (!node.equals("unit")) {
                    IndexScore.Tier tier = (IndexScore.Tier) Figures.node(built, unit, node);
                    assertThat(tier.rank())
                            .as("%s of %s", node, unit)
                            .isEqualTo(Integer.parseInt(text(row, node)));
                }
            }
            assertThat(Figures.scored(built, unit).rank())
                    .isEqualTo(Integer.parseInt(text(row, "Index")));
        }
    }

    @Test
    void geometric_and_harmonic_means_agree() {
        IndexModel positive = asem.with(new Normalisation.MinMax(1, 100));

        compare(positive.with(Aggregation.GEOMETRIC_MEAN), "asem-geometric-mean.csv");
        compare(positive.with(Aggregation.HARMONIC_MEAN), "asem-harmonic-mean.csv");
    }

    @Test
    void z_scores_agree() {
        compare(asem.with(new Normalisation.ZScore(10, 2)), "asem-z-score.csv");
    }

    /// COINr's own numbers hold digits beyond the fifteen that its tables print. Three units that
    /// tie in print (5.1 and 3.4 of `TolMin`) are ranked one higher by these; ours tie.
    @Test
    void ranks_percentile_ranks_and_borda_counts_agree_but_for_three_ties() {
        compareRanks(new Normalisation.Rank(), "asem-rank.csv", 1);
        compareRanks(new Normalisation.PercentileRank(), "asem-percentile-rank.csv", 1.0 / 50);
        compareRanks(new Normalisation.Borda(), "asem-borda.csv", 1);
    }

    @Test
    void three_units_that_differ_tie_in_the_printed_column() {
        assertThat(raw("NOR", "TolMin")).isEqualTo(raw("JPN", "TolMin")).isEqualTo(3.4);
        assertThat(raw("BGR", "TolMin"))
                .isEqualTo(raw("CZE", "TolMin"))
                .isEqualTo(raw("GRC", "TolMin"))
                .isEqualTo(5.1);
    }

    private @Nullable Double raw(String unit, String column) {
        return cell(Figures.node(built, unit, column)).raw();
    }

    private void compareRanks(Normalisation by, String expected, double step) {
        Set<String> tied = Set.of("BGR", "CZE", "NOR");
        Map<String, Double> shares =
                Map.of("TolMin", 1.0, "Social", 1.0 / 9, "Sust", 1.0 / 27, "Index", 1.0 / 54);
        compare(
                Figures.score("asem/raw.csv", asem.with(by)),
                expected,
                (_, node) -> node.value(),
                (unit, column) ->
                        tied.contains(unit) ? -step * shares.getOrDefault(column, 0.0) : 0);
    }

    @Test
    void distances_to_the_maximum_agree() {
        compare(asem.with(new Normalisation.DistanceToMaximum()), "asem-distance-to-maximum.csv");
    }

    @Test
    void fractions_of_the_maximum_agree_where_higher_is_better() {
        Set<String> pillars = Set.of("physical", "conecfin", "political", "p2p");
        IndexNode.Branch connectivity =
                asem.root().branches().stream()
                        .filter(branch -> branch.id().value().equals("conn"))
                        .findFirst()
                        .orElseThrow();
        IndexModel upward =
                rooted(
                        new IndexNode.Branch(
                                connectivity.id(),
                                connectivity.name(),
                                1,
                                connectivity.aggregation(),
                                null,
                                connectivity.parts().stream()
                                        .filter(part -> pillars.contains(part.id().value()))
                                        .toList()));

        PopulationResult result =
                Figures.score("asem/raw.csv", upward.with(new Normalisation.FractionOfMaximum()));
        Set<String> read = new HashSet<>(pillars);
        upward.root().leaves().forEach(leaf -> read.add(leaf.column()));
        for (Map<String, String> row : Figures.rows("asem-fraction-of-maximum.csv")) {
            for (String column : row.keySet()) {
                if (read.contains(column) || read.contains(column.toLowerCase(Locale.ROOT))) {
                    assertThat(Figures.node(result, text(row, "unit"), column).value())
                            .as("%s of %s", column, row.get("unit"))
                            .isNotNull()
                            .isCloseTo(number(row, column), within(TOLERANCE));
                }
            }
        }
    }

    /// Where lower is better, COINr turns the sign round and divides by what is then the greatest:
    /// the quotient is `x / least`, which is greatest for the worst unit, and infinite or undefined
    /// where the least is 0. A model that asks for it is refused instead.
    @Test
    void fractions_of_the_maximum_of_coinr_rise_as_things_get_worse_where_lower_is_better() {
        List<Map<String, String>> rows = Figures.rows("asem-fraction-of-maximum-downward.csv");
        int compared = 0;
        for (Map<String, String> row : rows) {
            for (String column : row.keySet()) {
                if (column.equals("unit")) {
                    continue;
                }
                Double x = cell(Figures.node(built, text(row, "unit"), column)).treated();
                double quotient = Objects.requireNonNull(x) / facts(built, column).least();
                if (text(row, column).isEmpty()) {
                    assertThat(quotient).as("%s of %s", column, row).isNaN();
                } else if (Double.isInfinite(quotient)) {
                    assertThat(number(row, column)).isInfinite();
                } else {
                    assertThat(number(row, column))
                            .as("%s of %s", column, row)
                            .isCloseTo(quotient, within(TOLERANCE * Math.max(1, quotient)));
                    compared++;
                }
            }
        }

        assertThat(compared).isGreaterThan(500);
        assertThat(IndexRules.check(asem.with(new Normalisation.FractionOfMaximum())))
                .hasSize(rows.getFirst().size() - 1)
                .extracting(Violation::rule)
                .containsOnly("index.fraction.direction");
    }

    private IndexModel rooted(IndexNode.Branch root) {
        return new IndexModel(
                asem.id(),
                asem.name(),
                asem.summary(),
                asem.disclaimer(),
                root,
                asem.steps(),
                asem.missing(),
                asem.decimals(),
                asem.bands(),
                asem.rankBasis(),
                asem.published(),
                asem.groupings());
    }

    private static void compare(IndexModel model, String expected) {
        compare(Figures.score("asem/raw.csv", model), expected, (_, node) -> node.value());
    }

    /// Compares every cell of a table with the engine's.
    private static void compare(
            PopulationResult result,
            String expected,
            BiFunction<String, IndexScore, @Nullable Double> actual) {
        compare(result, expected, actual, (_, _) -> 0);
    }

    private static void compare(
            PopulationResult result,
            String expected,
            BiFunction<String, IndexScore, @Nullable Double> actual,
            ToDoubleBiFunction<String, String> correction) {
        List<Map<String, String>> rows = Figures.rows(expected);
        assertThat(rows).hasSize(51);
        for (Map<String, String> row : rows) {
            for (String column : row.keySet()) {
                if (column.equals("unit")) {
                    continue;
                }
                String unit = text(row, "unit");
                Double value = actual.apply(column, Figures.node(result, unit, column));
                if (text(row, column).isEmpty()) {
                    assertThat(value).as("%s of %s", column, unit).isNull();
                } else {
                    double printed = number(row, column);
                    assertThat(value)
                            .as("%s of %s", column, unit)
                            .isNotNull()
                            .isCloseTo(
                                    printed + correction.applyAsDouble(unit, column),
                                    within(TOLERANCE));
                }
            }
        }
    }

    private interface Choice {
        boolean takes(Cell cell);
    }

    private List<String> cells(Choice choice) {
        List<String> chosen = new ArrayList<>();
        for (MemberResult member : built.members()) {
            for (IndexNode.Leaf leaf : asem.root().leaves()) {
                String unit = member.member().id();
                if (choice.takes(cell(Figures.node(built, unit, leaf.column())))) {
                    chosen.add(unit + " " + leaf.column());
                }
            }
        }
        return chosen;
    }

    private static Cell cell(IndexScore node) {
        return ((IndexScore.Reading) node).cell();
    }

    private static String text(Map<String, String> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }
}
