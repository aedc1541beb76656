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
/// @param submittedAt when its head signed; null before
/// @param reviewPassedAt when internal review passed it as it stands; null where it has not
public record AssessmentCase(
        UUID id,
        Round round,
        AssessedUnit unit,
        AssessmentState state,
        int version,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant reviewPassedAt) {

    /// Whether the unit answers now.
    public boolean isAnswered() {
        return state == AssessmentState.SELF_ASSESSMENT && round.state() == Round.State.OPEN;
    }

    /// The message that says why nothing can be answered; null where something can.
    public @Nullable String closedKey() {
        return isAnswered() ? null : state.closedKey(round);
    }

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
