package org.jieti.core.crosswalk;

import java.util.List;
import org.jieti.core.assessment.Answer;
import org.jieti.core.model.Criterion;
import org.jieti.core.scoring.CriterionScore;

/// An answer to a criterion that follows from another model's.
///
/// @param answer rated, not applicable, or of insufficient evidence
/// @param from the criteria that it follows from, all of one link; never empty
public record Carried(
        Criterion criterion, Answer answer, Bound bound, Link link, List<CriterionScore> from) {
    public Carried {
        from = List.copyOf(from);
    }

    /// Whether more may be true than was carried over.
    public enum Bound {
        /// This is the answer.
        EXACT,
        /// A lower bound: the other model asks for at least as much, so at least this rating holds.
        AT_LEAST
    }
}
