package org.jieti.core.model;

/// How the 100 points of an indicator are shared among its criteria.
public enum PointsRule {
    /// Each rung is worth the step in levels that it climbs; criteria on one rung share equally.
    LADDER,
    /// The model states each criterion's points.
    STATED,
    /// All criteria share equally.
    EQUAL
}
