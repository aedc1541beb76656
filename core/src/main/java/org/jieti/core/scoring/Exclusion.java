package org.jieti.core.scoring;

/// Why a node takes no part in the score.
public enum Exclusion {
    /// The criterion was declared not applicable.
    NOT_APPLICABLE,
    /// Nothing beneath it is applicable.
    NOTHING_APPLICABLE
}
