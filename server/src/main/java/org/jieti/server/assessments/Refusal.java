package org.jieti.server.assessments;

import java.util.List;
import org.jieti.core.model.NodeId;
import org.jieti.server.campaigns.Round;

/// Why a [Move] cannot be made now.
public sealed interface Refusal {
    /// This version has no pages for it.
    record NotOpenYet(Move move) implements Refusal {}

    /// The round goes another way.
    record OtherTrack(Move move, Round.Track track) implements Refusal {}

    /// It does not lead from where the assessment stands.
    record OtherState(Move move, AssessmentState state) implements Refusal {}

    /// Something that it needs is missing.
    ///
    /// @param criteria those that are meant; none for most requirements
    /// @param count how many things are missing; 0 where they are not counted
    record Unmet(Requirement requirement, List<NodeId> criteria, int count) implements Refusal {
        public Unmet {
            criteria = List.copyOf(criteria);
        }
    }
}
