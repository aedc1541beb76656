package org.jieti.core.assessment;

import org.jieti.core.model.Rating;

/// One of the four states of an answer. They are never mixed: none of the last three means "0
/// points for doing badly".
public sealed interface Answer {

    /// Rated on the model's scale, with an optional note.
    record Rated(Rating rating, String note) implements Answer {}

    /// Not applicable to this unit; the reason is required.
    record NotApplicable(String reason) implements Answer {
        public NotApplicable {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Not applicable needs a reason.");
            }
        }
    }

    /// Answered, but what was shown does not carry the answer.
    record InsufficientEvidence(String reason) implements Answer {}

    /// Not answered yet.
    record Unanswered() implements Answer {}
}
