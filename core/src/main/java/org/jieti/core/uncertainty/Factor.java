package org.jieti.core.uncertainty;

import org.jieti.core.model.NodeId;

/// One source of uncertainty, which varies independently of the others.
public sealed interface Factor {

    /// The weights between domains.
    record DomainWeights() implements Factor {}

    /// All weights within one domain.
    record WeightsWithin(NodeId domain) implements Factor {}

    /// Ratings and measures whose evidence is of one strength.
    record Evidence(String strength) implements Factor {}

    /// What missing answers are taken for.
    record Missing() implements Factor {}

    /// Which preset grades.
    record PresetChoice() implements Factor {}

    /// Which aggregation an index uses.
    record AggregationChoice() implements Factor {}

    /// Which normalisation an index uses.
    record NormalisationChoice() implements Factor {}
}
