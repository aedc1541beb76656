package org.jieti.server.assessments;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// What somebody reports of one measure, before it is known whether the rules allow it.
///
/// @param value exact, as it was typed; null where it is withdrawn
/// @param unit the one in which it is meant
public record WrittenReading(@Nullable BigDecimal value, String unit, String note) {
    private static final int LONGEST_NUMBER = 40;

    public WrittenReading {
        note = note.strip();
    }

    /// A number as people type it, in whatever width of digits; null for an empty text.
    ///
    /// @throws NumberFormatException if it is none, or one that is too long
    public static @Nullable BigDecimal number(String typed) {
        String number = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (number.isEmpty()) {
            return null;
        }
        if (number.length() > LONGEST_NUMBER || !number.matches("[+-]?\\d+(\\.\\d+)?")) {
            throw new NumberFormatException(typed);
        }
        return new BigDecimal(number);
    }

    /// Whether it says the same, however many zeros a number ends in.
    public boolean says(WrittenReading other) {
        return isSame(value, other.value) && unit.equals(other.unit) && note.equals(other.note);
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
