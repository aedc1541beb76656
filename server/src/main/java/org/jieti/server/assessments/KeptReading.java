package org.jieti.server.assessments;

import java.time.Instant;
import java.util.UUID;
import org.jieti.core.model.MeasureId;
import org.jspecify.annotations.Nullable;

/// A reported value as it is kept; the fields are those of [KeptAnswer].
public record KeptReading(
        MeasureId measure,
        WrittenReading written,
        Origin origin,
        int version,
        @Nullable String savedAs,
        @Nullable UUID changedBy,
        Instant changedAt) {}
