package org.jieti.server.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// 分工: a part of an assessment that one person is asked to answer.
///
/// @param node that node of the model, and all beneath
/// @param dueOn null for the day of the assessment
public record Part(
        UUID assessment,
        NodeId node,
        UUID person,
        @Nullable LocalDate dueOn,
        String note,
        Instant assignedAt) {}
