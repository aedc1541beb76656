package org.jieti.server.assessments;

import java.util.List;

/// What came of a [Move].
public sealed interface MoveOutcome {
    /// It is made.
    record Moved(AssessmentCase now) implements MoveOutcome {}

    /// It is not; nothing is changed.
    ///
    /// @param why all that stands against it
    record Refused(List<Refusal> why) implements MoveOutcome {
        public Refused {
            why = List.copyOf(why);
        }
    }
}
