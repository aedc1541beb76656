package org.jieti.server.assessments.api;

import java.time.Instant;
import java.util.UUID;
import org.jieti.core.model.NodeId;
import org.jieti.server.assessments.KeptAnswer;
import org.jieti.server.assessments.Origin;
import org.jieti.server.assessments.WrittenAnswer.State;
import org.jspecify.annotations.Nullable;

/// The answer to a criterion, as the API gives it.
///
/// @param state `rated`, `not-applicable`, `insufficient` or `unanswered`
/// @param rating on the model's scale; null unless it is rated
/// @param note a comment; the reason where the state needs one
/// @param offered whether it comes from the round before, and does not count yet
/// @param version 0 for nothing yet
record AnswerItem(
        String criterion,
        String state,
        @Nullable String rating,
        String note,
        boolean offered,
        int version,
        @Nullable UUID changedBy,
        @Nullable Instant changedAt) {
    static AnswerItem of(NodeId criterion, @Nullable KeptAnswer kept) {
        String id = criterion.value();
        return kept == null
                ? new AnswerItem(id, State.UNANSWERED.word(), null, "", false, 0, null, null)
                : new AnswerItem(
                        id,
                        kept.written().state().word(),
                        kept.written().rating(),
                        kept.written().note(),
                        kept.origin() == Origin.PREVIOUS,
                        kept.version(),
                        kept.changedBy(),
                        kept.changedAt());
    }
}
