package org.jieti.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The assessment speaks of 20 November 2026; today is 1 December.
class HoldingTest {
    @ParameterizedTest
    @CsvSource({
        ",,UNDATED",
        "2026-01-01,,HOLDS",
        "2026-11-20,2027-12-31,HOLDS",
        "2026-11-21,,NOT_YET",
        "2026-11-21,2026-11-25,NOT_YET",
        ",2026-11-19,LAPSED",
        ",2026-11-20,EXPIRED",
        ",2026-11-30,EXPIRED",
        ",2026-12-01,EXPIRING",
        ",2026-12-30,EXPIRING",
        ",2026-12-31,HOLDS"
    })
    void a_period_is_held_against_the_day_of_the_assessment_and_against_today(
            LocalDate from, LocalDate to, Holding expected) {
        assertThat(Holding.of(from, to, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 1)))
                .isEqualTo(expected);
    }
}
