package org.jieti.weighting.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jieti.core.elicitation.Elicitation.Column;
import org.jieti.core.elicitation.Method;
import org.jieti.core.model.Direction;
import org.jieti.core.model.NodeId;
import org.jieti.testkit.Seeds;
import org.jieti.weighting.data.Informative.Information;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Published examples of weights from data come out to their printed digits; edges where packages
/// are known to fail are defined.
class PublishedExamplesTest {
    private static List<Column> columns(String directions, double[]... units) {
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < units[0].length; j++) {
            int each = j;
            columns.add(
                    new Column(
                            new NodeId("c" + j),
                            "c" + j,
                            directions.charAt(j) == '+' ? Direction.HIGHER : Direction.LOWER,
                            Arrays.stream(units).map(unit -> unit[each]).toList()));
        }
        return columns;
    }

    private static double[] weights(Method method, String directions, double[]... units) {
        Information information = Informative.of(method, columns(directions, units));
        assertThat(information).isInstanceOf(Information.Known.class);
        List<Double> known = ((Information.Known) information).information();
        double sum = known.stream().mapToDouble(Double::doubleValue).sum();
        return known.stream().mapToDouble(each -> each / sum).toArray();
    }

    private static Information information(Method method, double[]... units) {
        return Informative.of(method, columns("+".repeat(units[0].length), units));
    }

    /// Elsayed, E. A., Dawood, A. K. S. & Karthikeyan, R. (2017). Evaluating alternatives through
    /// the application of TOPSIS method with entropy weight. International Journal of Engineering
    /// Trends and Technology 46(2), 60–66.
    @Test
    void entropy_to_six_printed_digits() {
        assertThat(
                        weights(
                                Method.ENTROPY,
                                "+++++",
                                new double[] {7, 312, 1891, 6613, 163},
                                new double[] {72, 88, 728, 941804, 1078},
                                new double[] {10, 252, 2594, 3466, 117471},
                                new double[] {10, 145, 980, 2371, 86329},
                                new double[] {65, 54, 350, 501, 29897},
                                new double[] {29, 48, 380, 912, 34051},
                                new double[] {7, 476, 3300, 78470, 2212},
                                new double[] {70, 87, 650, 733, 819000},
                                new double[] {4, 86, 591, 3015, 103},
                                new double[] {12, 79, 579, 3240, 96098},
                                new double[] {21, 45, 261, 1253, 453},
                                new double[] {1, 72, 530, 4333, 0.1048}))
                .containsExactly(
                        new double[] {0.104991, 0.069124, 0.071373, 0.449937, 0.304575},
                        within(0.0000005));
    }

    /// Tuş, A. & Adalı, E. A. (2019). The new combination with CRITIC and WASPAS methods for the
    /// time and attendance software selection problem. Opsearch 56(2), 528–538.
    @Test
    void critic_to_three_printed_digits() {
        assertThat(
                        weights(
                                Method.CRITIC,
                                "++++++",
                                new double[] {5000, 3, 3, 4, 3, 2},
                                new double[] {680, 5, 3, 2, 2, 1},
                                new double[] {2000, 3, 2, 3, 4, 3},
                                new double[] {600, 4, 3, 1, 2, 2},
                                new double[] {800, 2, 4, 3, 3, 4}))
                .containsExactly(
                        new double[] {0.157, 0.249, 0.168, 0.121, 0.154, 0.151}, within(0.0005));
    }

    /// Jahan, A. & Edwards, K. L. (2013). Weighting of dependent and target-based criteria for
    /// optimal decision-making in materials selection process. Materials & Design 49, 1000–1008.
    @Test
    void standard_deviation_to_two_printed_digits() {
        assertThat(
                        weights(
                                Method.DEVIATION,
                                "+++",
                                new double[] {0, 0, 0},
                                new double[] {0.39, 0.3, 0.77},
                                new double[] {0.17, 0.36, 0.8},
                                new double[] {0.35, 0.29, 0.93},
                                new double[] {0.3, 0.4, 0.94},
                                new double[] {0.84, 0.71, 1},
                                new double[] {1, 1, 0.99}))
                .containsExactly(new double[] {0.35, 0.31, 0.34}, within(0.005));
    }

    /// Keshavarz-Ghorabaee, M., Amiri, M., Zavadskas, E. K., Turskis, Z. & Antucheviciene, J.
    /// (2021). Determination of objective weights using a new method based on the removal effects
    /// of criteria (MEREC). Symmetry 13(4), 525. The last two columns are costs in the example.
    @Test
    void merec_to_four_printed_digits() {
        assertThat(
                        weights(
                                Method.MEREC,
                                "++--",
                                new double[] {450, 8000, 54, 145},
                                new double[] {10, 9100, 2, 160},
                                new double[] {100, 8200, 31, 153},
                                new double[] {220, 9300, 1, 162},
                                new double[] {5, 8400, 23, 158}))
                .containsExactly(new double[] {0.5752, 0.0141, 0.4016, 0.0091}, within(0.00005));
    }

    /// As the Python package pymcdm computes it.
    @Test
    void gini_to_four_digits() {
        assertThat(
                        weights(
                                Method.GINI,
                                "+++",
                                new double[] {5, 6, 7},
                                new double[] {5.5, 6.1, 8},
                                new double[] {4, 5, 9}))
                .containsExactly(new double[] {0.412, 0.2562, 0.3319}, within(0.0001));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENTROPY", "CRITIC", "DEVIATION", "GINI", "MEREC"})
    void a_constant_column_weighs_0_and_all_constant_weighs_nothing(Method method) {
        double[] weights =
                weights(
                        method,
                        "+++",
                        new double[] {1, 7, 5},
                        new double[] {3, 7, 2},
                        new double[] {8, 7, 4});

        assertThat(weights[1]).isZero();
        assertThat(weights[0]).isPositive();
        assertThat(weights[2]).isPositive();
        assertThat(information(method, new double[] {4, 7}, new double[] {4, 7}))
                .isEqualTo(new Information.NothingVaries());
    }

    @ParameterizedTest
    @EnumSource(names = {"ENTROPY", "CRITIC", "DEVIATION", "GINI", "MEREC"})
    void the_one_column_that_varies_weighs_all(Method method) {
        assertThat(weights(method, "++", new double[] {1, 7}, new double[] {3, 7}))
                .containsExactly(1, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENTROPY", "CRITIC", "DEVIATION", "GINI", "MEREC"})
    void one_unit_says_nothing(Method method) {
        assertThat(information(method, new double[] {4, 7}))
                .isEqualTo(new Information.NothingVaries());
    }

    /// Shares of 0, 1/4, 3/4 have the entropy 0.5623 of at most ln 3 = 1.0986; 1/3 each have all
    /// of it.
    @Test
    void a_zero_adds_nothing_to_the_entropy() {
        Information information =
                information(
                        Method.ENTROPY,
                        new double[] {0, 2},
                        new double[] {1, 2},
                        new double[] {3, 2});

        assertThat(((Information.Known) information).information().getFirst())
                .isEqualTo(1 - 0.5623351446188083 / Math.log(3), within(1e-12));
    }

    @Test
    void values_that_a_method_cannot_take_are_named() {
        double[][] negative = {{1, -2}, {3, 5}, {4, 1}};
        for (Method method : List.of(Method.ENTROPY, Method.GINI, Method.MEREC)) {
            assertThat(information(method, negative)).isEqualTo(new Information.Unfit("c1", -2));
        }
        assertThat(information(Method.MEREC, new double[] {1, 0}, new double[] {3, 5}))
                .isEqualTo(new Information.Unfit("c1", 0));
        assertThat(information(Method.CRITIC, negative)).isInstanceOf(Information.Known.class);
    }

    @Test
    void columns_that_rise_and_fall_together_have_no_conflict() {
        assertThat(
                        information(
                                Method.CRITIC,
                                new double[] {1, 10},
                                new double[] {2, 20},
                                new double[] {3, 30}))
                .isEqualTo(new Information.AllAlike());
    }

    /// (1, 2, 3) falls as (30, 20, 10) does not: read as a cost, the second rises with the first.
    @Test
    void a_cost_column_is_turned_round_before_columns_are_compared() {
        double[][] opposed = {{1, 30}, {2, 20}, {3, 10}};

        assertThat(weights(Method.CRITIC, "++", opposed)).containsExactly(0.5, 0.5);
        assertThat(Informative.of(Method.CRITIC, columns("+-", opposed)))
                .isEqualTo(new Information.AllAlike());
    }

    @Seeds(10)
    void the_unit_of_a_column_changes_nothing(RandomGenerator random) {
        double[][] units = new double[8][4];
        double[][] scaled = new double[8][4];
        double[] factors = {0.001, 1000, 7, 1};
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 4; j++) {
                units[i][j] = 1 + 9 * random.nextDouble();
                scaled[i][j] = factors[j] * units[i][j];
            }
        }
        for (Method method :
                List.of(
                        Method.ENTROPY,
                        Method.CRITIC,
                        Method.DEVIATION,
                        Method.GINI,
                        Method.MEREC)) {
            assertThat(weights(method, "+-+-", scaled))
                    .as(method.id())
                    .containsExactly(weights(method, "+-+-", units), within(1e-9));
        }
        for (int i = 0; i < 8; i++) {
            scaled[i][1] = units[i][1] + 100;
        }
        // Where a column begins does not matter to contrast and conflict.
        for (int i = 0; i < 8; i++) {
            scaled[i][0] = units[i][0];
            scaled[i][2] = units[i][2];
            scaled[i][3] = units[i][3];
        }
        for (Method method : List.of(Method.CRITIC, Method.DEVIATION)) {
            assertThat(weights(method, "+-+-", scaled))
                    .as(method.id())
                    .containsExactly(weights(method, "+-+-", units), within(1e-9));
        }
    }
}
