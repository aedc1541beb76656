package org.jieti.server.assessments;

import java.time.Instant;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// 审核意见: what internal review says of an assessment.
///
/// @param criterion the one that it speaks of; null for the whole
/// @param settledBy who has dealt with it; null while it waits
public record Remark(
        UUID id,
        UUID assessment,
        @Nullable NodeId criterion,
        String text,
        UUID writtenBy,
        Instant writtenAt,
        @Nullable UUID settledBy,
        @Nullable Instant settledAt) {
    /// Whether it waits to be dealt with.
    public boolean isWaiting() {
        return settledAt == null;
    }
}
