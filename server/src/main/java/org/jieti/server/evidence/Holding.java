package org.jieti.server.evidence;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether evidence holds on the day that an assessment speaks of, and still does.
public enum Holding {
    /// No period is given.
    UNDATED,
    HOLDS,
    /// Holds on that day, and ends within the next days.
    EXPIRING,
    /// Held on that day, and has ended since.
    EXPIRED,
    /// Begins after that day.
    NOT_YET,
    /// Ended before that day.
    LAPSED;

    private static final int SOON_DAYS = 30;

    /// How a period stands.
    ///
    /// @param from first day; null for no beginning
    /// @param to last day; null for no end
    /// @param asOf the day that the assessment speaks of
    public static Holding of(
            @Nullable LocalDate from, @Nullable LocalDate to, LocalDate asOf, LocalDate today) {
        if (from == null && to == null) {
            return UNDATED;
        }
        if (from != null && from.isAfter(asOf)) {
            return NOT_YET;
        }
        if (to == null) {
            return HOLDS;
        }
        if (to.isBefore(asOf)) {
            return LAPSED;
        }
        if (to.isBefore(today)) {
            return EXPIRED;
        }
        return to.isBefore(today.plusDays(SOON_DAYS)) ? EXPIRING : HOLDS;
    }

    /// Whether somebody should look at it.
    public boolean isWarning() {
        return switch (this) {
            case UNDATED, HOLDS -> false;
            case EXPIRING, EXPIRED, NOT_YET, LAPSED -> true;
        };
    }

    /// The message that names it.
    public String messageKey() {
        return "evidence.holding." + name().toLowerCase(Locale.ROOT);
    }
}
