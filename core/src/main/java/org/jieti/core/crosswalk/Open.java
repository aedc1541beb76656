package org.jieti.core.crosswalk;

import java.util.List;
import org.jieti.core.model.Criterion;
import org.jieti.core.scoring.CriterionScore;

/// A criterion that nothing answers yet, and why nothing carried over.
///
/// @param from the criteria that are linked to it; empty where there are none
public record Open(Criterion criterion, Reason reason, List<CriterionScore> from) {
    public Open {
        from = List.copyOf(from);
    }

    /// Why nothing carried over.
    public enum Reason {
        /// The other model asks for nothing that is the same.
        NOT_LINKED,
        /// The other model asks for it, but not all of it is answered there.
        UNANSWERED_THERE,
        /// The other model asks for more, and what is reached there shows nothing here.
        NOT_SHOWN,
        /// A number is asked, which no rating gives.
        MEASURE,
        /// Not applicable there, which this model does not allow, or not for so much of a domain.
        NOT_APPLICABLE_REFUSED
    }
}
