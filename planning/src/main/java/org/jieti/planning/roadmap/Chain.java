package org.jieti.planning.roadmap;

import java.util.List;
import java.util.Map;
import org.jieti.core.model.NodeId;
import org.jieti.core.scoring.Threshold;

/// What can be raised, and its steps in order: each needs the one before.
///
/// @param steps lowest first
/// @param fulfilments of each criterion whose own fulfilment it sets, `[steps taken]`, in [0, 1];
///     they do not fall
/// @param needs `[step]`: the criteria that must be satisfied for it
record Chain(List<Step> steps, Map<NodeId, double[]> fulfilments, List<List<NodeId>> needs) {
    Chain {
        steps = List.copyOf(steps);
        fulfilments = Map.copyOf(fulfilments);
        needs = List.copyOf(needs);
    }

    int length() {
        return steps.size();
    }

    /// The same, only so far.
    Chain upTo(int count) {
        return count >= steps.size()
                ? this
                : new Chain(steps.subList(0, count), fulfilments, needs.subList(0, count));
    }

    double fulfilment(NodeId criterion, int taken) {
        double[] values = fulfilments.get(criterion);
        if (values == null) {
            throw new IllegalArgumentException("The chain does not set " + criterion);
        }
        return values[taken];
    }

    /// How many steps it takes until a criterion is so far fulfilled; more than there are if never.
    int stepsTo(NodeId criterion, double fulfilment) {
        for (int taken = 0; taken <= steps.size(); taken++) {
            if (Threshold.isAtLeast(fulfilment(criterion, taken), fulfilment)) {
                return taken;
            }
        }
        return steps.size() + 1;
    }
}
