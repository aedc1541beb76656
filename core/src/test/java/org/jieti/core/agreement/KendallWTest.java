package org.jieti.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jieti.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KendallWTest {
    private static RatingTable table(double[]... rows) {
        List<List<@Nullable Double>> table = new ArrayList<>();
        for (double[] row : rows) {
            List<@Nullable Double> values = new ArrayList<>();
            Arrays.stream(row).forEach(values::add);
            table.add(values);
        }
        return RatingTable.of(table);
    }

    private static Concordance.Value of(RatingTable table) {
        assertThat(KendallW.of(table)).isInstanceOf(Concordance.Value.class);
        return (Concordance.Value) KendallW.of(table);
    }

    /// S. Siegel, *Nonparametric Statistics* (1956), p. 234: three rankings of ten objects with
    /// ties; W = 0.828. Chi-square is 3 · 9 · W.
    @Test
    void siegels_example_with_ties_comes_out_as_printed() {
        Concordance.Value value =
                of(
                        table(
                                new double[] {1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10},
                                new double[] {2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5},
                                new double[] {2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10}));
        assertThat(value.w()).isCloseTo(0.828, within(5e-4));
        assertThat(value.chiSquare()).isCloseTo(27 * value.w(), within(1e-12));
        assertThat(value.degreesOfFreedom()).isEqualTo(9);
    }

    /// M. Hollander and D. A. Wolfe, *Nonparametric Statistical Methods* (1973), p. 140: the
    /// seconds of 22 players on three ways of rounding first base, with ties within players.
    /// Friedman's statistic, which is m (n − 1) W, is 11.143 there: W = 11.143 / 44.
    @Test
    void hollander_and_wolfes_example_with_ties_comes_out_as_printed() {
        Concordance.Value value =
                of(
                        table(
                                new double[] {5.40, 5.50, 5.55},
                                new double[] {5.85, 5.70, 5.75},
                                new double[] {5.20, 5.60, 5.50},
                                new double[] {5.55, 5.50, 5.40},
                                new double[] {5.90, 5.85, 5.70},
                                new double[] {5.45, 5.55, 5.60},
                                new double[] {5.40, 5.40, 5.35},
                                new double[] {5.45, 5.50, 5.35},
                                new double[] {5.25, 5.15, 5.00},
                                new double[] {5.85, 5.80, 5.70},
                                new double[] {5.25, 5.20, 5.10},
                                new double[] {5.65, 5.55, 5.45},
                                new double[] {5.60, 5.35, 5.45},
                                new double[] {5.05, 5.00, 4.95},
                                new double[] {5.50, 5.50, 5.40},
                                new double[] {5.45, 5.55, 5.50},
                                new double[] {5.55, 5.55, 5.35},
                                new double[] {5.45, 5.50, 5.55},
                                new double[] {5.50, 5.45, 5.25},
                                new double[] {5.65, 5.60, 5.40},
                                new double[] {5.70, 5.65, 5.55},
                                new double[] {6.30, 6.30, 6.25}));
        assertThat(value.chiSquare()).isCloseTo(11.143, within(5e-4));
        assertThat(value.w()).isCloseTo(11.142857142857142 / 44, within(1e-12));
    }

    @Test
    void the_same_ranking_twice_gives_one_and_its_reverse_zero() {
        assertThat(of(table(new double[] {1, 2, 3}, new double[] {10, 20, 70})).w()).isEqualTo(1);
        assertThat(of(table(new double[] {1, 2, 3}, new double[] {3, 2, 1})).w()).isEqualTo(0);
    }

    /// Ranks (1.5, 1.5, 3) of both: rank sums 3, 3, 6, S = 6; the largest possible S with these
    /// ties is (4·24 − 2·12) / 12 = 6. Without the correction W would be 0.75.
    @Test
    void ties_alike_are_full_agreement() {
        assertThat(of(table(new double[] {1, 1, 2}, new double[] {5, 5, 9})).w()).isEqualTo(1);
    }

    /// A rater who gives the same to all has no ranking; the others' agreement stays below 1.
    /// Ranks (1, 2), (1, 2), (1.5, 1.5): rank sums 3.5 and 5.5, S = 2; 12·2 / (9·6 − 3·6) = 2/3.
    @Test
    void a_rater_who_gives_the_same_to_all_counts_as_one_who_ranks_nothing() {
        assertThat(of(table(new double[] {1, 2}, new double[] {1, 2}, new double[] {7, 7})).w())
                .isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void items_with_a_gap_are_left_out_and_raters_who_gave_nothing_are_no_raters() {
        List<List<@Nullable Double>> rows = new ArrayList<>();
        rows.add(Arrays.asList(1.0, 2.0, null, 3.0));
        rows.add(Arrays.asList(2.0, 3.0, 1.0, 4.0));
        rows.add(Arrays.asList(null, null, null, null));
        Concordance.Value value = of(RatingTable.of(rows));
        assertThat(value.items()).isEqualTo(3);
        assertThat(value.raters()).isEqualTo(2);
        assertThat(value.w()).isEqualTo(1);
    }

    @Test
    void without_raters_items_or_variation_there_is_no_coefficient() {
        assertThat(KendallW.of(table(new double[] {1, 2, 3})))
                .isEqualTo(new Concordance.Undefined(Concordance.Why.FEWER_THAN_TWO_RATERS, 1, 3));
        assertThat(KendallW.of(table(new double[] {1}, new double[] {2})))
                .isEqualTo(new Concordance.Undefined(Concordance.Why.FEWER_THAN_TWO_ITEMS, 2, 1));
        assertThat(KendallW.of(table(new double[] {4, 4}, new double[] {2, 2})))
                .isEqualTo(new Concordance.Undefined(Concordance.Why.NO_VARIATION, 2, 2));
        assertThat(KendallW.of(RatingTable.of(List.of())))
                .isEqualTo(new Concordance.Undefined(Concordance.Why.FEWER_THAN_TWO_RATERS, 0, 0));
    }

    @Seeds(50)
    void w_lies_between_zero_and_one_and_does_not_see_order_or_scale(RandomGenerator random) {
        int raters = random.nextInt(2, 7);
        int items = random.nextInt(3, 30);
        List<double[]> rows = new ArrayList<>();
        for (int rater = 0; rater < raters; rater++) {
            double[] row = random.doubles(items).map(value -> Math.floor(5 * value)).toArray();
            row[0] = 0;
            row[1] = 5;
            rows.add(row);
        }
        Concordance.Value value = of(table(rows.toArray(double[][]::new)));
        assertThat(value.w()).isBetween(0.0, 1.0);
        assertThat(value.chiSquare()).isCloseTo(raters * (items - 1) * value.w(), within(1e-9));
        List<double[]> others = new ArrayList<>(rows);
        Collections.shuffle(others, Random.from(random));
        others.replaceAll(row -> Arrays.stream(row).map(x -> Math.exp(x) - 4).toArray());
        assertThat(of(table(others.toArray(double[][]::new))).w())
                .isCloseTo(value.w(), within(1e-12));
    }
}
