package org.jieti.robustness.sensitivity;

import java.util.List;

/// The Sobol indices of every outcome of every subject.
///
/// @param plan what was asked for
/// @param rows how many base samples there are: fewer than asked for where it was stopped
/// @param indices `[subject][outcome]`
public record SobolIndices(SobolPlan plan, int rows, List<List<Indices>> indices) {
    public SobolIndices {
        indices = indices.stream().map(List::copyOf).toList();
    }

    public boolean isComplete() {
        return rows == plan.rows();
    }

    public Indices of(int subject, int outcome) {
        return indices.get(subject).get(outcome);
    }
}
