package org.jieti.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieti.core.fixture.Scored.EXACT;

import java.util.List;
import org.jieti.core.model.Band.Credit;
import org.jieti.core.model.Limit.Side;
import org.junit.jupiter.api.Test;

/// How a measured value becomes a fulfilment.
class BandTest {
    private static final Band PUE =
            new Band(
                    new Limit(Side.BELOW, 1.5),
                    List.of(new Credit(2.0, 0.1), new Credit(1.8, 0.5), new Credit(1.6, 0.7)),
                    Standing.STATED);

    @Test
    void beyond_the_limit_all_is_fulfilled() {
        assertThat(PUE.fulfilment(1.4999)).isEqualTo(1);
        assertThat(PUE.fulfilment(Math.nextDown(1.5))).isEqualTo(1);
        assertThat(PUE.fulfilment(1)).isEqualTo(1);
    }

    @Test
    void a_strict_limit_fails_at_the_limit_and_gives_the_last_credit() {
        assertThat(PUE.fulfilment(1.5)).isEqualTo(0.7);
    }

    @Test
    void credit_is_clamped_at_both_ends() {
        assertThat(PUE.fulfilment(1.55)).isEqualTo(0.7);
        assertThat(PUE.fulfilment(1.6)).isEqualTo(0.7);
        assertThat(PUE.fulfilment(2.0)).isEqualTo(0.1);
        assertThat(PUE.fulfilment(9)).isEqualTo(0.1);
    }

    @Test
    void credit_is_linear_between_two_points() {
        // 0.1 + (2.0 − 1.9)/0.2 · 0.4 and 0.5 + (1.8 − 1.65)/0.2 · 0.2
        assertThat(PUE.fulfilment(1.9)).isCloseTo(0.3, EXACT);
        assertThat(PUE.fulfilment(1.8)).isCloseTo(0.5, EXACT);
        assertThat(PUE.fulfilment(1.65)).isCloseTo(0.65, EXACT);
    }

    @Test
    void a_better_value_never_earns_less() {
        double previous = 0;
        for (double pue = 2.5; pue > 1; pue -= 0.001) {
            assertThat(PUE.fulfilment(pue)).isGreaterThanOrEqualTo(previous);
            previous = PUE.fulfilment(pue);
        }
        assertThat(previous).isEqualTo(1);
    }

    @Test
    void the_same_holds_upwards() {
        Band uptime =
                new Band(
                        new Limit(Side.AT_LEAST, 99.9),
                        List.of(new Credit(90, 0), new Credit(99, 0.6)),
                        Standing.PROVISIONAL);

        assertThat(uptime.fulfilment(80)).isZero();
        assertThat(uptime.fulfilment(93)).isCloseTo(0.2, EXACT); // 3/9 · 0.6
        assertThat(uptime.fulfilment(99.5)).isEqualTo(0.6);
        assertThat(uptime.fulfilment(99.9)).isEqualTo(1);
    }

    @Test
    void each_side_of_a_limit_says_whether_the_limit_itself_passes() {
        assertThat(new Limit(Side.BELOW, 5).passes(5)).isFalse();
        assertThat(new Limit(Side.ABOVE, 5).passes(5)).isFalse();
        assertThat(new Limit(Side.AT_MOST, 5).passes(5)).isTrue();
        assertThat(new Limit(Side.AT_LEAST, 5).passes(5)).isTrue();
        assertThat(new Limit(Side.BELOW, 5).passes(4.9)).isTrue();
        assertThat(new Limit(Side.ABOVE, 5).passes(5.1)).isTrue();
        assertThat(new Limit(Side.AT_MOST, 5).passes(5.1)).isFalse();
        assertThat(new Limit(Side.AT_LEAST, 5).passes(4.9)).isFalse();
    }

    @Test
    void the_first_passing_value_passes_and_the_next_worse_fails() {
        for (Side side : Side.values()) {
            Limit limit = new Limit(side, 1.5);
            double first = limit.firstPassing();
            double worse =
                    switch (side) {
                        case BELOW, AT_MOST -> Math.nextUp(first);
                        case ABOVE, AT_LEAST -> Math.nextDown(first);
                    };

            assertThat(limit.passes(first)).as("%s", side).isTrue();
            assertThat(limit.passes(worse)).as("%s", side).isFalse();
        }
    }

    @Test
    void a_band_that_falls_or_stands_still_is_refused() {
        assertRefused("at least two points", new Credit(2, 0));
        assertRefused("rises", new Credit(2, 0.5), new Credit(1, 0.4));
        assertRefused("rises", new Credit(2, 0.5), new Credit(2, 0.6));
    }

    private static void assertRefused(String message, Credit... credit) {
        Limit limit = new Limit(Side.BELOW, 1);
        assertThatThrownBy(() -> new Band(limit, List.of(credit), Standing.STATED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void credit_outside_0_to_1_is_refused() {
        assertThatThrownBy(() -> new Credit(2, -0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.1");
        assertThatThrownBy(() -> new Credit(2, 70))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("percent");
        assertThatThrownBy(() -> new Credit(Double.NaN, 0.7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void a_limit_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> new Limit(Side.BELOW, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
