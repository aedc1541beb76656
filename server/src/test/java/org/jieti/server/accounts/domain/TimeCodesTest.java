package org.jieti.server.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {
    /// `12345678901234567890` in Base32.
    private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_the_last_six_digits_of_those_in_appendix_b_of_rfc_6238(
            long second, String eightDigits) {
        String code = eightDigits.substring(2);

        assertThat(TimeCodes.step(RFC_SECRET, code, Instant.ofEpochSecond(second)))
                .isEqualTo(second / 30);
    }

    @Test
    void a_clock_may_be_off_by_one_step_and_no_more() {
        Instant at = Instant.ofEpochSecond(1111111109); // 29 s into its step
        String code = "081804";

        assertThat(TimeCodes.step(RFC_SECRET, code, at.plusSeconds(30))).isPositive();
        assertThat(TimeCodes.step(RFC_SECRET, code, at.plusSeconds(31))).isEqualTo(-1);
        assertThat(TimeCodes.step(RFC_SECRET, code, at.minusSeconds(59))).isPositive();
        assertThat(TimeCodes.step(RFC_SECRET, code, at.minusSeconds(60))).isEqualTo(-1);
    }

    @Test
    void a_secret_has_160_bits_and_nothing_but_six_digits_is_a_code() {
        assertThat(TimeCodes.secret()).hasSize(32).isNotEqualTo(TimeCodes.secret());
        assertThat(TimeCodes.step(RFC_SECRET, "", Instant.EPOCH.plusSeconds(59))).isEqualTo(-1);
        assertThat(TimeCodes.step(RFC_SECRET, "94287082", Instant.EPOCH.plusSeconds(59)))
                .isEqualTo(-1);
    }
}
