package org.jieti.server.assessments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What somebody reports of one measure, before it is known whether the rules allow it.
///
/// @param value exact, as it was typed; null where it is withdrawn
/// @param unit the one in which it is meant
public record WrittenReading(@Nullable BigDecimal value, String unit, String note) {
    public WrittenReading {
        note = note.strip();
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
