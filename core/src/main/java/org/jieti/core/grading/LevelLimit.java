package org.jieti.core.grading;

import java.util.Comparator;
import java.util.List;
import org.jieti.core.model.NodeId;

/// A rule that holds the level below what the preset gives.
///
/// @param cap the highest level that it allows
/// @param causes the criterion, or the domains, that bring it about; in the order of ids
public record LevelLimit(Rule rule, int cap, List<NodeId> causes) {
    /// Lowest cap first.
    static final Comparator<LevelLimit> BY_CAP = (a, b) -> Integer.compare(a.cap, b.cap);

    public LevelLimit {
        causes = List.copyOf(causes);
    }

    public enum Rule {
        /// A mandatory criterion is not satisfied.
        MANDATORY,
        /// A veto criterion is not satisfied.
        VETO,
        /// The overall level may stand only so far above the lowest domain level, and under
        /// `staged` not at all.
        SPREAD,
        /// The overall level may not stand above the highest domain level.
        HIGHEST_DOMAIN
    }
}
