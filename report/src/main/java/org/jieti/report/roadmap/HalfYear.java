package org.jieti.report.roadmap;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A half of a year, by which periods are named.
///
/// @param half 1 or 2
public record HalfYear(int year, int half) {
    private static final int JULY = 7;

    public HalfYear {
        if (half != 1 && half != 2) {
            throw new IllegalArgumentException("A year has halves 1 and 2, but got " + half + ".");
        }
    }

    /// The first that begins after a day.
    public static HalfYear after(LocalDate day) {
        return new HalfYear(day.getYear(), day.getMonthValue() < JULY ? 1 : 2).plus(1);
    }

    /// Reads `2027H1`; null if the text is not of that form.
    public static @Nullable HalfYear parse(String text) {
        return text.matches("[12][0-9]{3}H[12]")
                ? new HalfYear(
                        Integer.parseInt(text.substring(0, 4)),
                        text.charAt(text.length() - 1) - '0')
                : null;
    }

    /// So many halves later.
    public HalfYear plus(int halves) {
        int count = 2 * year + half - 1 + halves;
        return new HalfYear(count / 2, count % 2 + 1);
    }

    @Override
    public String toString() {
        return year + "H" + half;
    }
}
