package org.jieti.server.assessments;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody writes of one criterion, before it is known whether the rules allow it.
///
/// @param rating id on the model's scale; present exactly where the state is [State#RATED]
/// @param note a comment; the reason where the state is one that needs it
public record WrittenAnswer(State state, @Nullable String rating, String note) {
    /// How many characters a note has at most.
    public static final int LONGEST_NOTE = 4000;

    /// The four states of an answer, as [org.jieti.core.assessment.Answer] has them.
    public enum State {
        RATED,
        NOT_APPLICABLE,
        INSUFFICIENT,
        UNANSWERED;

        /// Whether the note is a reason, which may not be missing.
        public boolean needsReason() {
            return switch (this) {
                case NOT_APPLICABLE, INSUFFICIENT -> true;
                case RATED, UNANSWERED -> false;
            };
        }

        /// How forms and messages write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public WrittenAnswer {
        if ((state == State.RATED) != (rating != null)) {
            throw new IllegalArgumentException(
                    "An answer that is %s has the rating %s.".formatted(state, rating));
        }
        note = note.strip();
    }

    /// Nothing written yet.
    public static WrittenAnswer none() {
        return new WrittenAnswer(State.UNANSWERED, null, "");
    }
}
