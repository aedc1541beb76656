package org.jieti.core.population;

/// What a node does to the index.
public sealed interface Effect {

    /// The points that it adds, where the index is a sum all the way down; those of siblings add up
    /// to what is above them.
    record Contribution(double points) implements Effect {}

    /// The points by which the index moves per point of the node, for a small change, where the
    /// index is no sum.
    record MarginalEffect(double perPoint) implements Effect {}
}
