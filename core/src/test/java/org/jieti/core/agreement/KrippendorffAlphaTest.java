package org.jieti.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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

class KrippendorffAlphaTest {
    /// Four observers, twelve units, values 1 to 5, gaps; the last unit is rated once only.
    /// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example C.
    private static final List<List<@Nullable Double>> FOUR_OBSERVERS =
            List.of(
                    row("1 2 3 3 2 1 4 1 2 - - -"),
                    row("1 2 3 3 2 2 4 1 2 5 - 3"),
                    row("- 3 3 3 2 3 4 2 2 5 1 -"),
                    row("1 2 3 3 2 4 4 1 2 5 1 -"));

    private static List<@Nullable Double> row(String values) {
        List<@Nullable Double> row = new ArrayList<>();
        for (String value : values.split(" ", -1)) {
            row.add(value.equals("-") ? null : Double.valueOf(value));
        }
        return row;
    }

    private static double alpha(List<? extends List<@Nullable Double>> rows, Metric metric) {
        assertThat(KrippendorffAlpha.of(RatingTable.of(rows), metric))
                .isInstanceOf(Alpha.Value.class);
        return ((Alpha.Value) KrippendorffAlpha.of(RatingTable.of(rows), metric)).alpha();
    }

    @Test
    void krippendorffs_example_of_four_observers_comes_out_as_printed() {
        assertThat(alpha(FOUR_OBSERVERS, Metric.NOMINAL)).isCloseTo(0.743, within(5e-4));
        assertThat(alpha(FOUR_OBSERVERS, Metric.ORDINAL)).isCloseTo(0.815, within(5e-4));
        assertThat(alpha(FOUR_OBSERVERS, Metric.INTERVAL)).isCloseTo(0.849, within(5e-4));
    }

    @Test
    void a_unit_that_one_observer_alone_rated_does_not_count() {
        Alpha alpha = KrippendorffAlpha.of(RatingTable.of(FOUR_OBSERVERS), Metric.NOMINAL);
        assertThat(alpha.items()).isEqualTo(11);
        assertThat(alpha.ratings()).isEqualTo(40);
    }

    /// The coincidences of the example: o_12 = 1 1/3 from units 2 (none), 6 and 8 of values 1 and
    /// 2. Observed nominal disagreement, by hand from the units with any difference: unit 2
    /// (2, 2, 3, 2): 6/3 = 2; unit 6 (1, 2, 3, 4): 12/3 = 4; unit 8 (1, 1, 2, 1): 2. Sum 8 of 40.
    /// Expected: n = (9, 13, 10, 5, 3): 1600 − 384 = 1216 of 40·39.
    @Test
    void observed_and_expected_differences_are_what_a_hand_counts() {
        Alpha.Value alpha =
                (Alpha.Value) KrippendorffAlpha.of(RatingTable.of(FOUR_OBSERVERS), Metric.NOMINAL);
        assertThat(alpha.observed()).isCloseTo(8 / 40.0, within(1e-15));
        assertThat(alpha.expected()).isCloseTo(1216 / (40.0 * 39), within(1e-15));
    }

    /// Two observers, binary, no gaps: Krippendorff (2011), example A: ten units, alpha 0.095.
    @Test
    void krippendorffs_example_of_two_observers_and_two_values_comes_out_as_printed() {
        assertThat(
                        alpha(
                                List.of(row("0 1 0 0 0 0 0 0 1 0"), row("1 1 1 0 0 1 0 0 0 0")),
                                Metric.NOMINAL))
                .isCloseTo(0.095, within(5e-4));
    }

    @Test
    void perfect_agreement_gives_one_under_every_metric() {
        List<List<@Nullable Double>> same = List.of(row("1 2 3 3"), row("1 2 3 3"));
        for (Metric metric : Metric.values()) {
            assertThat(alpha(same, metric)).isEqualTo(1);
        }
    }

    /// Two raters, two items, always opposite: observed 1, expected 2·2·2/(4·3) = 2/3: 1 − 1.5.
    @Test
    void contradiction_goes_below_zero() {
        assertThat(alpha(List.of(row("0 1"), row("1 0")), Metric.NOMINAL))
                .isCloseTo(-0.5, within(1e-15));
    }

    @Test
    void ratings_that_are_all_the_same_give_no_coefficient_rather_than_one() {
        for (Metric metric : Metric.values()) {
            assertThat(
                            KrippendorffAlpha.of(
                                    RatingTable.of(List.of(row("3 3 3"), row("3 3 -"))), metric))
                    .isEqualTo(new Alpha.Undefined(Alpha.Why.NO_VARIATION, 2, 4));
        }
    }

    /// The one difference lies in an item that a single rater rated.
    @Test
    void variation_outside_of_pairs_is_no_variation() {
        assertThat(
                        KrippendorffAlpha.of(
                                RatingTable.of(List.of(row("3 3 1"), row("3 3 -"))),
                                Metric.ORDINAL))
                .isEqualTo(new Alpha.Undefined(Alpha.Why.NO_VARIATION, 2, 4));
    }

    @Test
    void one_rater_or_raters_without_a_common_item_give_no_coefficient() {
        Alpha none = new Alpha.Undefined(Alpha.Why.NO_PAIRS, 0, 0);
        assertThat(KrippendorffAlpha.of(RatingTable.of(List.of(row("1 2 3"))), Metric.ORDINAL))
                .isEqualTo(none);
        assertThat(
                        KrippendorffAlpha.of(
                                RatingTable.of(List.of(row("1 2 -"), row("- - 3"))),
                                Metric.ORDINAL))
                .isEqualTo(none);
        assertThat(KrippendorffAlpha.of(RatingTable.of(List.of()), Metric.ORDINAL)).isEqualTo(none);
    }

    @Test
    void a_zero_with_a_sign_is_a_zero() {
        assertThat(
                        KrippendorffAlpha.of(
                                RatingTable.of(List.of(List.of(0.0, 0.0), List.of(-0.0, 0.0))),
                                Metric.NOMINAL))
                .isInstanceOf(Alpha.Undefined.class);
    }

    @Test
    void a_table_refuses_rows_of_different_length_and_what_is_no_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingTable.of(List.of(row("1 2"), row("1"))))
                .withMessageContaining("Rater 1 has 1 places, but the first has 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingTable.of(List.of(List.of(Double.NaN))))
                .withMessageContaining("rater 0 gave NaN to item 0");
    }

    @Seeds(50)
    void the_order_of_raters_and_of_items_changes_nothing(RandomGenerator random) {
        List<List<@Nullable Double>> rows = randomRows(random);
        List<List<@Nullable Double>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, Random.from(random));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, Random.from(random));
        shuffled.replaceAll(
                row -> {
                    List<@Nullable Double> moved = new ArrayList<>();
                    order.forEach(i -> moved.add(row.get(i)));
                    return moved;
                });
        for (Metric metric : Metric.values()) {
            assertSame(rows, shuffled, metric);
        }
    }

    @Seeds(50)
    void new_names_for_the_values_change_nothing_that_the_metric_does_not_see(
            RandomGenerator random) {
        List<List<@Nullable Double>> rows = randomRows(random);
        assertSame(rows, mapped(rows, value -> value == 2 ? 17 : -value), Metric.NOMINAL);
        assertSame(rows, mapped(rows, value -> value * value * value + 1), Metric.ORDINAL);
        assertSame(rows, mapped(rows, value -> 7 - value), Metric.ORDINAL);
        assertSame(rows, mapped(rows, value -> 4 * value - 8), Metric.INTERVAL);
    }

    @Seeds(20)
    void an_interval_follows_from_its_seed_and_widens_with_its_confidence(RandomGenerator random) {
        RatingTable table = RatingTable.of(randomRows(random));
        long seed = random.nextLong();
        AlphaInterval wide = KrippendorffAlpha.interval(table, Metric.ORDINAL, 200, seed, 0.95);
        AlphaInterval narrow = KrippendorffAlpha.interval(table, Metric.ORDINAL, 200, seed, 0.5);
        assertThat(wide)
                .isEqualTo(KrippendorffAlpha.interval(table, Metric.ORDINAL, 200, seed, 0.95));
        assertThat(wide).isNotNull();
        assertThat(narrow).isNotNull();
        if (wide != null && narrow != null) {
            assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
            assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
        }
    }

    @Test
    void an_interval_of_a_perfect_panel_is_a_point_and_counts_resamples_without_variation() {
        AlphaInterval interval =
                KrippendorffAlpha.interval(
                        RatingTable.of(List.of(row("1 2 3"), row("1 2 3"))),
                        Metric.ORDINAL,
                        1000,
                        1,
                        0.95);
        assertThat(interval).isNotNull();
        if (interval != null) {
            assertThat(interval.low()).isEqualTo(1);
            assertThat(interval.high()).isEqualTo(1);
            // Three items are drawn alike in 1 of 9 resamples.
            assertThat(interval.undefined()).isBetween(80, 145);
        }
    }

    @Test
    void without_a_coefficient_there_is_no_interval() {
        assertThat(
                        KrippendorffAlpha.interval(
                                RatingTable.of(List.of(row("3 3"), row("3 3"))),
                                Metric.ORDINAL,
                                100,
                                1,
                                0.95))
                .isNull();
        assertThat(
                        KrippendorffAlpha.interval(
                                RatingTable.of(List.of(row("1 2"))), Metric.ORDINAL, 100, 1, 0.95))
                .isNull();
    }

    private static List<List<@Nullable Double>> randomRows(RandomGenerator random) {
        int raters = random.nextInt(2, 6);
        int items = random.nextInt(5, 20);
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (int rater = 0; rater < raters; rater++) {
            @Nullable Double[] row = new @Nullable Double[items];
            for (int item = 0; item < items; item++) {
                row[item] = random.nextInt(5) == 0 ? null : (double) random.nextInt(1, 5);
            }
            // So that there is always a pair, and variation.
            row[0] = 1.0;
            row[1] = 3.0;
            row[2] = 2.0;
            rows.add(Arrays.asList(row));
        }
        return rows;
    }

    private interface Renaming {
        double of(double value);
    }

    private static List<List<@Nullable Double>> mapped(
            List<List<@Nullable Double>> rows, Renaming renaming) {
        List<List<@Nullable Double>> mapped = new ArrayList<>();
        for (List<@Nullable Double> row : rows) {
            List<@Nullable Double> each = new ArrayList<>();
            for (Double value : row) {
                each.add(value == null ? null : renaming.of(value));
            }
            mapped.add(each);
        }
        return mapped;
    }

    private static void assertSame(
            List<List<@Nullable Double>> rows, List<List<@Nullable Double>> others, Metric metric) {
        assertThat(alpha(others, metric)).isCloseTo(alpha(rows, metric), within(1e-12));
    }
}
