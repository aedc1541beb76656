package org.jieti.core.model;

import java.util.List;

/// A node of the indicator tree.
public sealed interface Node permits Domain, Indicator, Criterion {
    NodeId id();

    Text name();

    /// In the order of the model; empty for a criterion.
    List<Node> children();
}
