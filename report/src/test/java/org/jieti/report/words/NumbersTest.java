package org.jieti.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void a_share_short_of_the_threshold_never_looks_reached() {
        assertThat(Numbers.share(0.7999)).isEqualTo("0.79");
        assertThat(Numbers.share(0.1 + 0.7)).isEqualTo("0.80");
    }

    @Test
    void columns_keep_the_same_digits() {
        assertThat(Numbers.points(20)).isEqualTo("20.00");
        assertThat(Numbers.points(100.0 / 3)).isEqualTo("33.33");
        assertThat(Numbers.fulfilment(1)).isEqualTo("1.00");
        assertThat(Numbers.score(56)).isEqualTo("56.0");
    }

    @Test
    void a_gain_has_a_sign_and_three_decimals() {
        assertThat(Numbers.gain(0.0167)).isEqualTo("+0.017");
    }

    @Test
    void a_measured_value_is_shown_as_it_was_written() {
        assertThat(Numbers.measured(1.420)).isEqualTo("1.42");
        assertThat(Numbers.measured(1000)).isEqualTo("1000");
    }

    /// Also right beside the places where rounding turns: k/2 of the last decimal, give or take a
    /// few last places of a double.
    @Seeds(20)
    void numbers_are_shown_as_their_decimal_digits_say(RandomGenerator random) {
        for (int i = 0; i < 2000; i++) {
            double number = random.nextDouble(-10, 110);
            double turn = random.nextInt(-2_000, 22_000) / 200.0;
            double beside = turn + random.nextInt(-3, 4) * Math.ulp(turn);
            for (double each : new double[] {number, turn, beside}) {
                assertThat(Numbers.score(each)).isEqualTo(rounded(each, 1));
                assertThat(Numbers.points(each)).isEqualTo(rounded(each, 2));
                assertThat(Numbers.decimals(each, 4)).isEqualTo(rounded(each, 4));
                assertThat(Numbers.share(each)).isEqualTo(cut(each, 2));
                assertThat(Numbers.percent(each / 100)).isEqualTo(cut(each / 100 * 100, 0) + "%");
            }
        }
    }

    private static String rounded(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }

    private static String cut(double number, int decimals) {
        return BigDecimal.valueOf(number + 1e-9)
                .setScale(decimals, RoundingMode.FLOOR)
                .toPlainString();
    }

    @Test
    void nothing_is_shown_as_minus_zero() {
        assertThat(Numbers.score(-0.01)).isEqualTo("0.0");
        assertThat(Numbers.change(-0.01)).isEqualTo("0.0");
    }

    @Test
    void numbers_of_any_size_keep_five_significant_digits() {
        assertThat(Numbers.significant(0)).isEqualTo("0");
        assertThat(Numbers.significant(-0.0)).isEqualTo("0");
        assertThat(Numbers.significant(12)).isEqualTo("12");
        assertThat(Numbers.significant(1754)).isEqualTo("1754");
        assertThat(Numbers.significant(123456)).isEqualTo("123460");
        assertThat(Numbers.significant(-0.000123456)).isEqualTo("-0.00012346");
        assertThat(Numbers.significant(7.591e-7)).isEqualTo("7.591×10⁻⁷");
        assertThat(Numbers.significant(-1.5e12)).isEqualTo("-1.5×10¹²");
    }
}
