package org.jieti.planning.roadmap;

/// What a roadmap is to be best at.
public sealed interface Goal {

    /// The cheapest steps that reach a target.
    record Reach(Target target) implements Goal {}

    /// The highest level, or sum of domain levels where there is no overall one, and then the
    /// highest score, that a budget gets.
    record Best() implements Goal {}
}
