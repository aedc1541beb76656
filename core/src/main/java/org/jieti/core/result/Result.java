package org.jieti.core.result;

import java.util.List;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.scoring.ScoreTree;
import org.jspecify.annotations.Nullable;

/// Everything that one assessment comes to: scores with their derivation, levels with their
/// reasons, and what they rest on. Every face renders this; none computes.
///
/// @param preset null in a model without levels
/// @param overall null in a model without levels or whose result is a profile, and when every
///     domain is excluded
public record Result(
        String engineVersion,
        MaturityModel model,
        WeightSet weights,
        @Nullable Preset preset,
        Assessment assessment,
        ScoreTree tree,
        List<DomainResult> domains,
        @Nullable Grade overall) {
    public Result {
        domains = List.copyOf(domains);
    }

    public @Nullable DomainResult domain(NodeId id) {
        for (DomainResult domain : domains) {
            if (domain.domain().id().equals(id)) {
                return domain;
            }
        }
        return null;
    }
}
