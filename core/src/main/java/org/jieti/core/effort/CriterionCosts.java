package org.jieti.core.effort;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What raising one criterion costs.
///
/// @param each the cost of every step up, at least 1; null where the effort class sets it
/// @param steps the cost of the step up to a rating, by the rating's id, at least 1; before `each`
public record CriterionCosts(@Nullable Integer each, Map<String, Integer> steps) {
    public CriterionCosts {
        steps = Map.copyOf(steps);
        if (each != null) {
            StepCosts.check(each);
        }
        steps.values().forEach(StepCosts::check);
    }
}
