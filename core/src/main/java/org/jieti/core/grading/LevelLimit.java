package org.jieti.core.grading;

import org.jieti.core.model.NodeId;

/// A rule that holds the level below what the preset gives.
///
/// @param cap the highest level that it allows
/// @param cause the criterion, or the domain, that brings it about
public record LevelLimit(Rule rule, int cap, NodeId cause) {

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
