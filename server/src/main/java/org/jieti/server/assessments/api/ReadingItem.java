package org.jieti.server.assessments.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jieti.core.model.Measure;
import org.jieti.server.assessments.KeptReading;
import org.jieti.server.assessments.Origin;
import org.jspecify.annotations.Nullable;

/// The value of a measure, as the API gives it.
///
/// @param value exact, as text; null where there is none
/// @param offered whether it comes from the round before, and does not count yet
/// @param version 0 for nothing yet
record ReadingItem(
        String measure,
        @Nullable String value,
        String unit,
        String note,
        boolean offered,
        int version,
        @Nullable UUID changedBy,
        @Nullable Instant changedAt) {
    static ReadingItem of(Measure measure, @Nullable KeptReading kept) {
        String id = measure.id().value();
        if (kept == null) {
            return new ReadingItem(id, null, measure.unit(), "", false, 0, null, null);
        }
        BigDecimal value = kept.written().value();
        return new ReadingItem(
                id,
                value == null ? null : value.toPlainString(),
                kept.written().unit(),
                kept.written().note(),
                kept.origin() == Origin.PREVIOUS,
                kept.version(),
                kept.changedBy(),
                kept.changedAt());
    }
}
