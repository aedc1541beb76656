package org.jieti.server.assessments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.SignedIn;
import org.jspecify.annotations.Nullable;

/// Somebody has just been asked for parts of an assessment, in the transaction that is under way.
///
/// @param dueOn null for the day of the assessment
public record PartsAssigned(
        AssessmentCase of,
        List<NodeId> nodes,
        UUID person,
        @Nullable LocalDate dueOn,
        SignedIn by) {
    public PartsAssigned {
        nodes = List.copyOf(nodes);
    }
}
