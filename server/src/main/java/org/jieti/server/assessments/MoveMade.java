package org.jieti.server.assessments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// A move that an assessment has made.
///
/// @param person null for the platform itself
/// @param name theirs, as it was then
/// @param statement 真实性承诺 as it was confirmed; null for most
/// @param leftOpen criteria that were handed on unanswered on purpose
/// @param answersSha256 of all answers as they were; null for most
public record MoveMade(
        Move move,
        AssessmentState from,
        AssessmentState to,
        @Nullable UUID person,
        String name,
        String reason,
        @Nullable String statement,
        List<NodeId> leftOpen,
        @Nullable String answersSha256,
        Instant at) {
    public MoveMade {
        leftOpen = List.copyOf(leftOpen);
    }
}
