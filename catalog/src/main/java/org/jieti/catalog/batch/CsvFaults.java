package org.jieti.catalog.batch;

import java.util.Set;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jspecify.annotations.Nullable;

/// Why a text cannot be read as a table: a quote that is never closed, text after a closing quote,
/// or a cell longer than FastCSV holds.
public final class CsvFaults {
    /// As FastCSV has it.
    private static final int LONGEST_CELL = 16 * 1024 * 1024;

    private CsvFaults() {}

    /// Where a quote stands that is never closed; null if there is none.
    public static @Nullable Location openQuote(StrictText text) {
        return CsvLayout.of(text, Set.of()).openQuote();
    }

    /// Reports what FastCSV stopped at; the rows after it are not read.
    public static void report(StrictText text, Findings findings) {
        CsvLayout layout = CsvLayout.of(text, Set.of());
        Location stray = layout.strayAfterQuote();
        Location open = layout.openQuote();
        if (stray != null) {
            findings.error(stray, "batch.csv.quote");
        } else if (open != null) {
            findings.error(open, "batch.csv.open");
        } else {
            findings.error(
                    Location.whole(text.name()), "batch.csv.broken", LONGEST_CELL / 1_000_000);
        }
    }
}
