package org.jieti.core.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.jieti.core.population.TestIndex.branch;
import static org.jieti.core.population.TestIndex.broken;
import static org.jieti.core.population.TestIndex.column;
import static org.jieti.core.population.TestIndex.in;
import static org.jieti.core.population.TestIndex.indexes;
import static org.jieti.core.population.TestIndex.leaf;
import static org.jieti.core.population.TestIndex.lower;
import static org.jieti.core.population.TestIndex.model;
import static org.jieti.core.population.TestIndex.outcome;
import static org.jieti.core.population.TestIndex.per;
import static org.jieti.core.population.TestIndex.ranks;
import static org.jieti.core.population.TestIndex.score;
import static org.jieti.core.population.TestIndex.scored;
import static org.jieti.core.population.TestIndex.towards;
import static org.jieti.core.population.TestIndex.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jieti.core.model.Direction;
import org.jieti.core.model.NodeId;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// The edges that index packages are known to get wrong, and each method by hand.
class PopulationScoringTest {
    private static final Step MIN_MAX = new Step.Normalise(new Normalisation.MinMax(0, 100));

    private static IndexNode.Branch root(Aggregation aggregation, IndexNode... parts) {
        return branch("index", aggregation, null, parts);
    }

    private static IndexNode.Branch mean(IndexNode... parts) {
        return root(Aggregation.ARITHMETIC_MEAN, parts);
    }

    private static List<Double> normalised(Normalisation by, double... values) {
        return indexes(score(model(mean(leaf("a")), new Step.Normalise(by)), column("a", values)));
    }

    @Test
    void constant_column_is_refused_where_it_would_have_to_be_spread() {
        Member one = unit("one", "a", 3, "b", 1);
        Member two = unit("two", "a", 3, "b", 2);

        for (Normalisation by :
                List.of(
                        new Normalisation.MinMax(0, 100),
                        new Normalisation.ZScore(0, 1),
                        new Normalisation.DistanceToMaximum())) {
            IndexModel model = model(mean(leaf("a"), leaf("b")), new Step.Normalise(by));
            assertThat(broken(model, one, two))
                    .as("%s", by)
                    .containsOnly("population.column.constant");
            assertThatIllegalArgumentException().isThrownBy(() -> score(model, one, two));
        }
    }

    @Test
    void constant_column_ranks_all_alike_and_is_remarked_on() {
        PopulationResult result =
                score(
                        model(mean(leaf("a")), new Step.Normalise(new Normalisation.Rank())),
                        column("a", 3, 3, 3));

        assertThat(indexes(result)).containsExactly(1.0, 1.0, 1.0);
        assertThat(result.remarks()).containsOnly(new Remark.ConstantColumn(new NodeId("a")));
    }

    @Test
    void zero_makes_a_geometric_or_harmonic_mean_zero_and_is_remarked_on() {
        for (Aggregation aggregation :
                List.of(Aggregation.GEOMETRIC_MEAN, Aggregation.HARMONIC_MEAN)) {
            PopulationResult result =
                    score(
                            model(root(aggregation, leaf("a"), leaf("b"))),
                            unit("one", "a", 0, "b", 100),
                            unit("two", "a", -0.0, "b", 100),
                            unit("three", "a", 4, "b", 4));

            assertThat(indexes(result).subList(0, 2)).containsExactly(0.0, 0.0);
            assertThat(indexes(result).get(2)).isCloseTo(4, within(1e-12));
            assertThat(result.remarks())
                    .containsOnly(
                            new Remark.ZeroDecides(new NodeId("index"), List.of("one", "two")));
        }
    }

    @Test
    void zero_of_no_weight_decides_nothing() {
        PopulationResult result =
                score(
                        model(root(Aggregation.GEOMETRIC_MEAN, leaf("a", 0), leaf("b", 2))),
                        unit("one", "a", 0, "b", 9),
                        unit("two", "a", 1, "b", 4));

        assertThat(indexes(result).getFirst()).isCloseTo(9, within(1e-12));
        assertThat(result.remarks()).isEmpty();
    }

    @Test
    void negative_part_leaves_a_geometric_mean_undefined_not_zero() {
        PopulationResult result =
                score(
                        model(root(Aggregation.GEOMETRIC_MEAN, leaf("a"), leaf("b"))),
                        unit("one", "a", -1, "b", 4),
                        unit("two", "a", 1, "b", 4));

        assertThat(outcome(result, "one")).isEqualTo(new Outcome.Undefined(new NodeId("index")));
        assertThat(scored(result, "two").rank()).isEqualTo(1);
    }

    @Test
    void missing_cell_is_never_zero() {
        Member partly = unit("partly", "a", 0.8, "b", null);
        Member whole = unit("whole", "a", 0.4, "b", 0.6);
        IndexNode.Branch root = mean(leaf("a", 3), leaf("b", 1));

        PopulationResult strict = score(model(root), partly, whole);
        PopulationResult shared =
                score(model(root, RankBasis.UNROUNDED, Missing.WEIGHT_TO_SIBLINGS), partly, whole);

        assertThat(outcome(strict, "partly"))
                .isEqualTo(new Outcome.MissingData(List.of(new NodeId("b"))));
        assertThat(ranks(strict)).containsExactly(0, 1);
        assertThat(scored(shared, "partly").index()).isEqualTo(0.8);
        // (3 · 0.4 + 1 · 0.6) / 4
        assertThat(scored(shared, "whole").index()).isCloseTo(0.45, within(1e-12));
    }

    @Test
    void unit_without_any_part_has_no_score_even_where_weights_are_shared() {
        PopulationResult result =
                score(
                        model(mean(leaf("a")), RankBasis.UNROUNDED, Missing.WEIGHT_TO_SIBLINGS),
                        unit("empty"),
                        unit("whole", "a", 1));

        assertThat(outcome(result, "empty"))
                .isEqualTo(new Outcome.MissingData(List.of(new NodeId("a"))));
    }

    @Test
    void unit_that_was_not_surveyed_has_no_score_and_shapes_no_scale() {
        Member absent =
                new Member(
                        "absent",
                        "absent",
                        Member.Survey.NOT_SURVEYED,
                        Map.of(),
                        Map.of("a", 900.0));
        PopulationResult result =
                score(
                        model(mean(leaf("a")), MIN_MAX),
                        unit("low", "a", 1),
                        unit("high", "a", 3),
                        absent);

        assertThat(outcome(result, "absent")).isEqualTo(new Outcome.NotSurveyed());
        assertThat(ranks(result)).containsExactly(2, 1, 0);
        assertThat(scored(result, "high").index()).isEqualTo(100);
        assertThat(result.ranked().getLast().member().id()).isEqualTo("absent");
    }

    @Test
    void ties_share_the_smaller_rank_and_the_next_rank_is_left_out() {
        PopulationResult result = score(model(mean(leaf("a"))), column("a", 5, 7, 5, 9, 5, 1));

        assertThat(ranks(result)).containsExactly(3, 2, 3, 1, 3, 6);
    }

    @Test
    void ties_by_arithmetic_are_not_lost_to_binary_fractions() {
        IndexNode.Branch thirds =
                root(Aggregation.WEIGHTED_SUM, leaf("a", 0.1), leaf("b", 0.2), leaf("c", 0.7));
        PopulationResult result =
                score(
                        model(thirds),
                        unit("one", "a", 1, "b", 1, "c", 0),
                        unit("two", "a", 3, "b", 0, "c", 0));

        assertThat(ranks(result)).containsExactly(1, 1);
    }

    @Test
    void ranks_are_taken_before_rounding_unless_the_model_says_otherwise() {
        List<Member> members = column("a", 0.701, 0.704, 0.5);
        IndexNode.Branch rounded = branch("index", Aggregation.ARITHMETIC_MEAN, 2, leaf("a"));

        PopulationResult before = score(model(rounded), members);
        PopulationResult after =
                score(model(rounded, RankBasis.ROUNDED, Missing.NO_VALUE), members);

        assertThat(indexes(before)).containsExactly(0.7, 0.7, 0.5);
        assertThat(ranks(before)).containsExactly(2, 1, 3);
        assertThat(ranks(after)).containsExactly(1, 1, 3);
    }

    @Test
    void tiers_round_before_they_are_used_further() {
        IndexNode.Branch tiers =
                mean(
                        branch("left", Aggregation.ARITHMETIC_MEAN, 1, leaf("a")),
                        branch("right", Aggregation.ARITHMETIC_MEAN, 1, leaf("b")));

        // 0.25 and 0.35 round half up to 0.3 and 0.4
        assertThat(indexes(score(model(tiers), unit("one", "a", 0.25, "b", 0.35))).getFirst())
                .isCloseTo(0.35, within(1e-12));
    }

    @Test
    void published_index_ranks_only_where_every_unit_scored_has_one() {
        IndexModel model = model(mean(leaf("a")), RankBasis.PUBLISHED, Missing.NO_VALUE);

        PopulationResult all =
                score(
                        model,
                        unit("one", "a", 0.701, "published", 0.7),
                        unit("two", "a", 0.704, "published", 0.7));
        PopulationResult partly =
                score(model, unit("one", "a", 0.701, "published", 0.7), unit("two", "a", 0.704));

        assertThat(ranks(all)).containsExactly(1, 1);
        assertThat(all.rankedOn()).isEqualTo(RankBasis.PUBLISHED);
        assertThat(ranks(partly)).containsExactly(2, 1);
        assertThat(partly.rankedOn()).isEqualTo(RankBasis.UNROUNDED);
        assertThat(partly.remarks()).contains(new Remark.RankedOnComputed());
    }

    @Test
    void published_index_that_does_not_follow_is_named_with_the_largest_difference_first() {
        PopulationResult result =
                score(
                        model(mean(leaf("a"))),
                        unit("near", "a", 0.701, "published", 0.7),
                        unit("off", "a", 0.5, "published", 0.51),
                        unit("far", "a", 0.5, "published", 0.7));

        Reproduction reproduction = Objects.requireNonNull(result.reproduction());
        assertThat(reproduction.holds()).isFalse();
        assertThat(reproduction.beyond()).containsExactly("far", "off");
        assertThat(reproduction.at()).isEqualTo("far");
        assertThat(reproduction.largest()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void single_unit_is_scored_without_a_scale_and_refused_with_one() {
        Member only = unit("only", "a", 0.6);

        PopulationResult result = score(model(mean(leaf("a"))), only);

        assertThat(scored(result, "only").rank()).isEqualTo(1);
        assertThat(result.remarks()).containsOnly(new Remark.OnlyOneUnit());
        for (Normalisation by :
                List.of(
                        new Normalisation.MinMax(0, 1),
                        new Normalisation.ZScore(0, 1),
                        new Normalisation.PercentileRank(),
                        new Normalisation.DistanceToMaximum())) {
            assertThat(broken(model(mean(leaf("a")), new Step.Normalise(by)), only))
                    .as("%s", by)
                    .containsExactly("population.column.one-value");
        }
    }

    @Test
    void population_without_a_unit_or_a_column_without_a_value_is_refused() {
        assertThat(broken(model(mean(leaf("a"))))).containsExactly("population.empty");
        assertThat(broken(model(mean(leaf("a"), leaf("b"))), unit("one", "a", 1)))
                .containsExactly("population.column.empty");
    }

    @Test
    void group_without_a_value_imputes_nothing_and_is_remarked_on() {
        PopulationResult result =
                score(
                        model(mean(leaf("a")), new Step.Impute(new Imputation.GroupMean("region"))),
                        in("north", "n1", "a", 2),
                        in("north", "n2", "a", 4),
                        in("north", "n3", "a", null),
                        in("south", "s1", "a", null),
                        unit("nowhere", "a", null));

        assertThat(scored(result, "n3").index()).isEqualTo(3);
        assertThat(outcome(result, "s1")).isInstanceOf(Outcome.MissingData.class);
        assertThat(outcome(result, "nowhere")).isInstanceOf(Outcome.MissingData.class);
        assertThat(result.remarks()).contains(new Remark.EmptyGroup(new NodeId("a"), "south"));
    }

    @Test
    void imputed_cell_says_what_it_was_taken_from() {
        PopulationResult result =
                score(
                        model(mean(leaf("a")), new Step.Impute(new Imputation.Median())),
                        unit("one", "a", 1),
                        unit("two", "a", 2),
                        unit("three", "a", 9),
                        unit("four", "a", null));

        IndexScore.Tier derivation =
                Objects.requireNonNull(result.members().getLast().derivation());
        IndexScore.Reading reading = (IndexScore.Reading) derivation.parts().getFirst();
        assertThat(reading.cell().raw()).isNull();
        assertThat(reading.cell().imputed())
                .isEqualTo(new Cell.Imputed(2, new Imputation.Median(), null, 3));
    }

    /// 1, 2, 9 in the north, 100 in the south; the last cell of the north is missing.
    @Test
    void each_imputation_by_hand() {
        assertThat(imputed(new Imputation.Mean())).isEqualTo(28);
        assertThat(imputed(new Imputation.Median())).isEqualTo(5.5);
        assertThat(imputed(new Imputation.GroupMean("region"))).isEqualTo(4);
        assertThat(imputed(new Imputation.GroupMedian("region"))).isEqualTo(2);
    }

    private static double imputed(Imputation by) {
        PopulationResult result =
                score(
                        model(mean(leaf("a")), new Step.Impute(by)),
                        in("north", "n1", "a", 1),
                        in("north", "n2", "a", 2),
                        in("north", "n3", "a", 9),
                        in("south", "s1", "a", 100),
                        in("north", "n4", "a", null));
        return scored(result, "n4").index();
    }

    @Test
    void unit_with_too_few_cells_is_left_out_of_everything() {
        PopulationResult result =
                score(
                        model(mean(leaf("a"), leaf("b")), new Step.Screen(0.6), MIN_MAX),
                        unit("sparse", "a", 1000),
                        unit("low", "a", 1, "b", 1),
                        unit("high", "a", 2, "b", 2));

        assertThat(outcome(result, "sparse")).isEqualTo(new Outcome.TooFewData(0.5, 0.6));
        assertThat(scored(result, "high").index()).isEqualTo(100);
    }

    @Test
    void population_in_which_no_unit_has_enough_cells_is_refused() {
        assertThat(
                        broken(
                                model(mean(leaf("a"), leaf("b")), new Step.Screen(0.6)),
                                unit("one", "a", 1),
                                unit("two", "b", 2)))
                .containsExactly("population.screened.all");
    }

    @Test
    void fraction_of_a_maximum_that_is_not_positive_is_refused() {
        IndexModel model =
                model(mean(leaf("a")), new Step.Normalise(new Normalisation.FractionOfMaximum()));

        assertThat(broken(model, unit("one", "a", -3), unit("two", "a", 0)))
                .containsExactly("population.maximum");
    }

    @Test
    void unit_without_any_number_is_left_without_a_score_under_every_aggregation() {
        for (Aggregation aggregation : Aggregation.values()) {
            for (Missing missing : Missing.values()) {
                PopulationResult result =
                        score(
                                model(
                                        root(aggregation, leaf("a", 0.5), leaf("b", 0.5)),
                                        RankBasis.UNROUNDED,
                                        missing),
                                unit("empty"),
                                unit("whole", "a", 1, "b", 1));

                assertThat(outcome(result, "empty"))
                        .as("%s, %s", aggregation, missing)
                        .isEqualTo(
                                new Outcome.MissingData(List.of(new NodeId("a"), new NodeId("b"))));
                assertThat(scored(result, "whole").rank()).isEqualTo(1);
            }
        }
    }

    @Test
    void denominator_divides_and_a_missing_one_leaves_the_value_missing() {
        IndexModel model = model(mean(per("a", "people")), new Step.Denominate());

        PopulationResult result =
                score(model, unit("one", "a", 6, "people", 3), unit("two", "a", 6));

        assertThat(scored(result, "one").index()).isEqualTo(2);
        assertThat(outcome(result, "two")).isInstanceOf(Outcome.MissingData.class);
        assertThat(broken(model, unit("one", "a", 6, "people", 0)))
                .containsExactly("population.denominator.zero");
    }

    @Test
    void each_normalisation_by_hand() {
        // 2, 4, 10: least 2, greatest 10, mean 16/3, sample deviation √(52/3)
        assertThat(normalised(new Normalisation.MinMax(0, 100), 2, 4, 10))
                .containsExactly(0.0, 25.0, 100.0);
        assertThat(normalised(new Normalisation.ZScore(10, 2), 2, 4, 10).getFirst())
                .isCloseTo(10 + 2 * (2 - 16.0 / 3) / Math.sqrt(52.0 / 3), within(1e-12));
        assertThat(normalised(new Normalisation.Rank(), 4, 2, 4, 10))
                .containsExactly(2.0, 1.0, 2.0, 4.0);
        assertThat(normalised(new Normalisation.Borda(), 4, 2, 4, 10))
                .containsExactly(1.0, 0.0, 1.0, 3.0);
        assertThat(normalised(new Normalisation.PercentileRank(), 2, 4, 10))
                .containsExactly(0.0, 0.5, 1.0);
        assertThat(normalised(new Normalisation.DistanceToMaximum(), 2, 4, 10))
                .containsExactly(0.0, 0.25, 1.0);
        assertThat(normalised(new Normalisation.FractionOfMaximum(), 2, 4, 10))
                .containsExactly(0.2, 0.4, 1.0);
    }

    @Test
    void lower_is_better_turns_the_scale_round() {
        PopulationResult result = score(model(mean(lower("a")), MIN_MAX), column("a", 2, 4, 10));

        assertThat(indexes(result)).containsExactly(100.0, 75.0, 0.0);
        assertThat(ranks(result)).containsExactly(1, 2, 3);
    }

    @Test
    void distance_to_a_target_counts_or_caps_what_lies_beyond() {
        // higher is better: (x − 2) / (6 − 2)
        assertThat(towardsTarget(Normalisation.Overshoot.COUNTED, Direction.HIGHER, 6))
                .containsExactly(0.0, 0.5, 2.0);
        assertThat(towardsTarget(Normalisation.Overshoot.CAPPED, Direction.HIGHER, 6))
                .containsExactly(0.0, 0.5, 1.0);
        // lower is better: (10 − x) / (10 − 6)
        assertThat(towardsTarget(Normalisation.Overshoot.COUNTED, Direction.LOWER, 6))
                .containsExactly(2.0, 1.5, 0.0);
        assertThat(
                        broken(
                                model(
                                        mean(towards("a", Direction.HIGHER, 1)),
                                        new Step.Normalise(
                                                new Normalisation.DistanceToTarget(
                                                        Normalisation.Overshoot.COUNTED))),
                                unit("one", "a", 2),
                                unit("two", "a", 3)))
                .containsExactly("population.target.behind");
    }

    private static List<Double> towardsTarget(
            Normalisation.Overshoot overshoot, Direction direction, double target) {
        return indexes(
                score(
                        model(
                                mean(towards("a", direction, target)),
                                new Step.Normalise(new Normalisation.DistanceToTarget(overshoot))),
                        column("a", 2, 4, 10)));
    }

    @Test
    void each_aggregation_by_hand() {
        Member unit = unit("one", "a", 2, "b", 8);

        assertThat(aggregated(Aggregation.WEIGHTED_SUM, 0.25, 0.75, unit)).isEqualTo(6.5);
        assertThat(aggregated(Aggregation.ARITHMETIC_MEAN, 1, 3, unit)).isEqualTo(6.5);
        // 2^(1/4) · 8^(3/4) = 2^2.5
        assertThat(aggregated(Aggregation.GEOMETRIC_MEAN, 1, 3, unit))
                .isCloseTo(Math.pow(2, 2.5), within(1e-12));
        // 4 / (1/2 + 3/8)
        assertThat(aggregated(Aggregation.HARMONIC_MEAN, 1, 3, unit))
                .isCloseTo(4 / 0.875, within(1e-12));
        assertThat(aggregated(Aggregation.MINIMUM, 1, 3, unit)).isEqualTo(2);
    }

    private static double aggregated(Aggregation by, double a, double b, Member unit) {
        return indexes(score(model(root(by, leaf("a", a), leaf("b", b))), unit)).getFirst();
    }

    @Test
    void sums_have_contributions_and_other_means_marginal_effects() {
        Member unit = unit("one", "a", 2, "b", 8);

        assertThat(effects(Aggregation.ARITHMETIC_MEAN, unit))
                .containsExactly(new Effect.Contribution(1), new Effect.Contribution(4));
        // ∂√(ab)/∂a = √(ab) / 2a = 4/4, ∂/∂b = 4/16
        assertThat(effects(Aggregation.GEOMETRIC_MEAN, unit))
                .allSatisfy(effect -> assertThat(effect).isInstanceOf(Effect.MarginalEffect.class));
        Effect first = effects(Aggregation.GEOMETRIC_MEAN, unit).getFirst();
        assertThat(((Effect.MarginalEffect) first).perPoint()).isCloseTo(1, within(1e-12));
        assertThat(effects(Aggregation.MINIMUM, unit))
                .containsExactly(new Effect.MarginalEffect(1), new Effect.MarginalEffect(0));
    }

    private static List<Effect> effects(Aggregation by, Member unit) {
        PopulationResult result = score(model(root(by, leaf("a"), leaf("b"))), unit);
        return Objects.requireNonNull(result.members().getFirst().derivation()).parts().stream()
                .map(part -> Objects.requireNonNull(part.effect()))
                .toList();
    }

    @Test
    void winsorising_moves_extremes_until_the_shape_fits_and_says_when_it_does_not() {
        double[] values = new double[21];
        for (int i = 0; i < 20; i++) {
            values[i] = i;
        }
        values[20] = 1000;
        Step once = new Step.Winsorise(2, 3.5, 1, Step.Then.NOTHING);

        PopulationResult one = score(model(mean(leaf("a")), once), column("a", values));
        values[19] = 900;
        PopulationResult two = score(model(mean(leaf("a")), once), column("a", values));

        assertThat(indexes(one).getLast()).isEqualTo(19);
        assertThat(one.columns().getFirst().moved()).isEqualTo(1);
        assertThat(one.remarks()).isEmpty();
        assertThat(indexes(two).getLast()).isEqualTo(900);
        assertThat(two.columns().getFirst().moved()).isEqualTo(1);
        assertThat(two.remarks()).hasOnlyElementsOfType(Remark.OutliersRemain.class).hasSize(1);
    }

    /// The column of COINr's own test of two-step treatment (`tests/testthat/test-treat.R`): 1 to
    /// 20, 100, 200, one point allowed. The logarithm is that of the column as it came.
    @Test
    void logarithm_takes_the_place_of_a_column_that_winsorising_does_not_suffice_for() {
        double[] values = new double[22];
        for (int i = 0; i < 20; i++) {
            values[i] = i + 1;
        }
        values[20] = 100;
        values[21] = 200;
        Step step = new Step.Winsorise(2, 3.5, 1, Step.Then.LOGARITHM);

        PopulationResult result = score(model(mean(leaf("a")), step), column("a", values));

        // ln(x − 1 + (200 − 1) / 100)
        assertThat(indexes(result).getFirst()).isCloseTo(Math.log(1.99), within(1e-12));
        assertThat(indexes(result).get(20)).isCloseTo(Math.log(100.99), within(1e-12));
        assertThat(indexes(result).getLast()).isCloseTo(Math.log(200.99), within(1e-12));
        assertThat(ranks(result).getFirst()).isEqualTo(22);
        ColumnFacts facts = result.columns().getFirst();
        assertThat(facts.treatment()).isEqualTo(Treatment.LOGARITHM);
        assertThat(facts.moved()).isZero();
        assertThat(result.remarks())
                .containsExactly(
                        new Remark.LogarithmTaken(
                                new NodeId("a"),
                                Objects.requireNonNull(facts.before()),
                                Objects.requireNonNull(facts.after())));
    }

    @Test
    void logarithm_is_not_taken_where_winsorising_suffices_and_says_where_it_does_not() {
        double[] values = new double[22];
        for (int i = 0; i < 21; i++) {
            values[i] = i;
        }
        values[21] = 1000;
        Step step = new Step.Winsorise(2, 3.5, 1, Step.Then.LOGARITHM);

        PopulationResult one = score(model(mean(leaf("a")), step), column("a", values));
        // No column is as straight as that.
        Step never = new Step.Winsorise(1e-9, -10, 1, Step.Then.LOGARITHM);
        PopulationResult two = score(model(mean(leaf("a")), never), column("a", values));

        assertThat(indexes(one).getLast()).isEqualTo(20);
        assertThat(one.columns().getFirst().treatment()).isEqualTo(Treatment.WINSORISED);
        assertThat(one.remarks()).isEmpty();
        assertThat(two.columns().getFirst().treatment()).isEqualTo(Treatment.LOGARITHM);
        assertThat(two.remarks())
                .hasExactlyElementsOfTypes(
                        Remark.LogarithmTaken.class, Remark.OutliersRemain.class);
    }

    @Test
    void logarithm_keeps_missing_cells_missing() {
        List<Member> members =
                new ArrayList<>(
                        column("a", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 100, 200));
        members.add(unit("without", "a", null));
        Step step = new Step.Winsorise(2, 3.5, 1, Step.Then.LOGARITHM);

        PopulationResult result = score(model(mean(leaf("a")), step), members);

        assertThat(result.columns().getFirst().treatment()).isEqualTo(Treatment.LOGARITHM);
        assertThat(outcome(result, "without"))
                .isEqualTo(new Outcome.MissingData(List.of(new NodeId("a"))));
    }

    @Test
    void winsorising_leaves_short_and_constant_columns_alone() {
        Step winsorise = new Step.Winsorise(2, 3.5, 5, Step.Then.NOTHING);

        assertThat(indexes(score(model(mean(leaf("a")), winsorise), column("a", 1, 1, 900))))
                .containsExactly(1.0, 1.0, 900.0);
        assertThat(indexes(score(model(mean(leaf("a")), winsorise), column("a", 4, 4, 4, 4, 4))))
                .containsOnly(4.0);
    }

    @Test
    void band_begins_at_its_bound() {
        PopulationResult result =
                score(model(mean(leaf("a"))), column("a", 0.75, 0.749999, 0.5, 0.1));

        assertThat(result.members())
                .extracting(
                        member -> {
                            Outcome.Scored scored = (Outcome.Scored) member.outcome();
                            return Objects.requireNonNull(scored.band()).code();
                        })
                .containsExactly("A", "B", "B", "C");
    }

    @Test
    void peers_are_ranked_among_themselves() {
        PopulationResult result =
                score(
                        model(mean(leaf("a"))),
                        in("north", "n1", "a", 2),
                        in("south", "s1", "a", 3),
                        in("north", "n2", "a", 1));

        Outcome.PeerRank peer = scored(result, "n1").peers().getFirst();
        assertThat(peer.rank()).isEqualTo(1);
        assertThat(peer.of()).isEqualTo(2);
        assertThat(scored(result, "n1").rank()).isEqualTo(2);
    }

    @Seeds(50)
    void order_of_units_changes_nothing_and_contributions_add_up(RandomGenerator random) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            members.add(
                    unit(
                            "u" + i,
                            "a",
                            random.nextDouble(),
                            "b",
                            random.nextInt(4),
                            "c",
                            random.nextGaussian()));
        }
        IndexModel model =
                model(
                        mean(
                                branch(
                                        "left",
                                        Aggregation.ARITHMETIC_MEAN,
                                        null,
                                        leaf("a"),
                                        leaf("b", 2)),
                                lower("c")),
                        MIN_MAX);
        PopulationResult result = score(model, members);
        List<Member> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        PopulationResult other = score(model, shuffled);

        for (MemberResult member : result.members()) {
            Outcome.Scored scored = (Outcome.Scored) member.outcome();
            Outcome.Scored again = scored(other, member.member().id());
            assertThat(again.index()).isCloseTo(scored.index(), within(1e-9));
            assertThat(again.rank()).isEqualTo(scored.rank());
            assertThat(sum(Objects.requireNonNull(member.derivation())))
                    .isCloseTo(scored.index(), within(1e-9));
        }
    }

    /// The contributions of the leaves.
    private static double sum(IndexScore score) {
        return switch (score) {
            case IndexScore.Tier tier ->
                    tier.parts().stream().mapToDouble(PopulationScoringTest::sum).sum();
            case IndexScore.Reading reading ->
                    ((Effect.Contribution) Objects.requireNonNull(reading.effect())).points();
        };
    }
}
