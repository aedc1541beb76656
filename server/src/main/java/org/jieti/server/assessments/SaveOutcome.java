package org.jieti.server.assessments;

import java.util.List;
import org.jieti.catalog.finding.Finding;

/// What came of saving an answer or a reading.
///
/// @param <T> [KeptAnswer] or [KeptReading]
public sealed interface SaveOutcome<T> {
    /// It is kept, now or since the request was sent before.
    record Saved<T>(T kept) implements SaveOutcome<T> {}

    /// Somebody else has changed it since the writer looked; nothing is changed.
    record Conflict<T>(T theirs) implements SaveOutcome<T> {}

    /// The rules of the method do not allow it; nothing is changed.
    record Refused<T>(List<Finding> findings) implements SaveOutcome<T> {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /// The assessment is not being answered; nothing is changed.
    ///
    /// @param why a message
    record Closed<T>(String why) implements SaveOutcome<T> {}
}
