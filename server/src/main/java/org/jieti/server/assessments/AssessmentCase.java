package org.jieti.server.assessments;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Target;
import org.jieti.server.campaigns.Round;
import org.jieti.server.units.AssessedUnit;
import org.jspecify.annotations.Nullable;

/// One unit's assessment in one round.
///
/// @param version counts its moves along the course
public record AssessmentCase(
        UUID id,
        Round round,
        AssessedUnit unit,
        AssessmentState state,
        int version,
        Instant createdAt,
        @Nullable Instant submittedAt) {

    /// The whole of it, as a target of rights.
    public Target whole() {
        return Target.unit(unit.organisation(), round.id());
    }

    /// A node of it, as a target of rights: those who have a node above it have it too.
    public Target part(NodeId node) {
        return Target.part(unit.organisation(), round.id(), Nodes.upTo(node));
    }

    /// Any part of it, as a target of rights.
    public Target anyPart(Set<String> nodes) {
        return Target.part(unit.organisation(), round.id(), nodes);
    }
}
