package org.jieti.server.assessments;

import java.time.Instant;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// An answer as it is kept.
///
/// @param version counts the changes of this answer, from 1
/// @param savedAs the browser's name for the save that wrote it; null for none
/// @param changedBy null for the system
public record KeptAnswer(
        NodeId criterion,
        WrittenAnswer written,
        Origin origin,
        int version,
        @Nullable String savedAs,
        @Nullable UUID changedBy,
        Instant changedAt) {}
