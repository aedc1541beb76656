package org.jieti.server.assessments.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody has just tried to save, and could not: it is shown again where it was typed.
///
/// @param key the key of the card: `c-` and a criterion, or `m-` and a measure
/// @param choice what was chosen of the answers; empty for nothing, and for a measure
/// @param text the note, or the value of a measure
/// @param refusals why it was not saved; none for a conflict
/// @param isConflict whether somebody else has changed it since
record Attempt(String key, String choice, String text, List<Refusal> refusals, boolean isConflict) {
    Attempt {
        refusals = List.copyOf(refusals);
    }

    /// Why something was not saved.
    ///
    /// @param hint what to do; null for nothing
    record Refusal(String message, @Nullable String hint) {}
}
