package org.jieti.weighting;

import java.util.List;
import org.jieti.core.model.Violation;
import org.jieti.core.model.WeightSet;

/// What came of weighing: a weight set, or why there is none.
public sealed interface Outcome {
    /// The weight set, with its record.
    record Weighed(WeightSet set) implements Outcome {}

    /// Statements or data from which no weights follow. The subject of a violation is the node
    /// above the group, or empty for the domains; the text is the reader's affair.
    record Refused(List<Violation> violations) implements Outcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
