package org.jieti.core.scoring;

import org.jieti.core.model.Node;
import org.jspecify.annotations.Nullable;

/// The derivation of one node's part in the score.
public sealed interface ScoreNode permits BranchScore, CriterionScore {
    Node node();

    /// Null where the node takes part.
    @Nullable Exclusion exclusion();

    /// The product of the weights from the domain down to this node, in [0, 1].
    double weightInDomain();

    /// The product of the weights from the root down to this node, in [0, 1].
    double effectiveWeight();

    /// What it adds to the score of its domain, in [0, 100].
    double contributionToDomain();

    /// What it adds to the total over domains, in [0, 100].
    double contribution();

    Coverage coverage();

    default boolean isExcluded() {
        return exclusion() != null;
    }
}
