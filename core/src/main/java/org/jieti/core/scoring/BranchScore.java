package org.jieti.core.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// The derivation of a domain or an indicator.
///
/// @param weight its weight in the weight set
/// @param appliedWeight its weight among the siblings that take part; 0 when excluded
/// @param score null when excluded
public record BranchScore(
        Node node,
        double weight,
        double appliedWeight,
        double weightInDomain,
        double effectiveWeight,
        @Nullable Exclusion exclusion,
        @Nullable Score score,
        Coverage coverage,
        List<ScoreNode> children)
        implements ScoreNode {
    public BranchScore {
        children = List.copyOf(children);
    }

    public NodeId id() {
        return node.id();
    }

    /// What its parts earn now; 0 when excluded.
    public double earned() {
        return score == null ? 0 : score.lowest();
    }

    @Override
    public double contributionToDomain() {
        return weightInDomain * earned();
    }

    @Override
    public double contribution() {
        return effectiveWeight * earned();
    }

    /// The criteria beneath, in the order of the model.
    public List<CriterionScore> criteria() {
        List<CriterionScore> criteria = new ArrayList<>();
        addCriteria(criteria);
        return criteria;
    }

    private void addCriteria(List<CriterionScore> criteria) {
        for (ScoreNode child : children) {
            switch (child) {
                case CriterionScore criterion -> criteria.add(criterion);
                case BranchScore branch -> branch.addCriteria(criteria);
            }
        }
    }

    /// The indicators beneath, or the node itself, whose children are criteria.
    public List<BranchScore> ladders() {
        if (node instanceof Indicator indicator && indicator.bearsCriteria()) {
            return List.of(this);
        }
        List<BranchScore> ladders = new ArrayList<>();
        for (ScoreNode child : children) {
            if (child instanceof BranchScore branch) {
                ladders.addAll(branch.ladders());
            }
        }
        return ladders;
    }
}
