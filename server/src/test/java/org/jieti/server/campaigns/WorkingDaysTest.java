package org.jieti.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Days and their kinds are invented.
class WorkingDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2027, 3, 5);

    @TempDir private Path folder;

    @Test
    void without_a_file_only_weekends_are_free() {
        WorkingDays days = new WorkingDays(Map.of());

        // Friday to the Friday after next: 5 + 5.
        assertThat(days.between(FRIDAY, FRIDAY.plusDays(14))).isEqualTo(10);
        assertThat(days.between(FRIDAY, FRIDAY.plusDays(1))).isZero();
        assertThat(days.between(FRIDAY, FRIDAY.plusDays(3))).isEqualTo(1);
        assertThat(days.between(FRIDAY.plusDays(3), FRIDAY)).isEqualTo(-1);
        assertThat(days.isWorked(FRIDAY)).isTrue();
        assertThat(days.isWorked(FRIDAY.plusDays(1))).isFalse();
    }

    @Test
    void holidays_and_working_weekends_of_the_file_count() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("days.csv"),
                        """
                        date,kind,note
                        2027-03-08,holiday,invented
                        2027-03-06,workday,
                        2027-03-07,holiday,
                        """);
        Findings findings = new Findings();
        WorkingDays days = new WorkingDays(WorkingDays.read(file, findings));

        assertThat(findings.sorted()).isEmpty();
        // Saturday is worked, Monday is not; Tuesday is.
        assertThat(days.between(FRIDAY, FRIDAY.plusDays(4))).isEqualTo(2);
        assertThat(days.isWorked(LocalDate.of(2027, 3, 6))).isTrue();
    }

    @Test
    void each_cell_that_is_wrong_is_named() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("days.csv"),
                        """
                        date,kind
                        2027-3-8,holiday
                        2027-03-09,maybe
                        2027-03-10,holiday
                        2027-03-10,workday
                        """);
        Findings findings = new Findings();
        WorkingDays.read(file, findings);

        assertThat(findings.sorted())
                .extracting(Finding::rule)
                .containsExactly("calendar.date", "calendar.kind", "calendar.twice");
    }
}
