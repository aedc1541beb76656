package org.jieti.core.effort;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Effort;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Text;
import org.jspecify.annotations.Nullable;

/// What steps up cost, in whole units, and what must be done before them.
///
/// @param unit what costs are counted in, as in 万元; null for points of effort
/// @param byEffort the cost of one step of each effort class, at least 1
/// @param criteria the criteria whose costs are set one by one
/// @param prerequisites beside the order of each ladder
public record StepCosts(
        @Nullable Text unit,
        Map<Effort, Integer> byEffort,
        Map<NodeId, CriterionCosts> criteria,
        List<Prerequisite> prerequisites) {
    /// The largest cost of one step.
    public static final int MOST = 1_000_000;

    private static final Map<Effort, Integer> CUSTOMARY =
            Map.of(Effort.S, 1, Effort.M, 3, Effort.L, 8, Effort.XL, 20);

    public StepCosts {
        byEffort = Map.copyOf(byEffort);
        criteria = Map.copyOf(criteria);
        prerequisites = prerequisites.stream().sorted().distinct().toList();
        byEffort.values().forEach(StepCosts::check);
    }

    /// The costs that a model states; where it states none for a class, 1, 3, 8 and 20.
    public static StepCosts of(MaturityModel model) {
        Map<Effort, Integer> costs = new EnumMap<>(CUSTOMARY);
        costs.putAll(model.effortCost());
        return new StepCosts(null, costs, Map.of(), List.of());
    }

    static void check(int cost) {
        if (cost < 1 || cost > MOST) {
            throw new IllegalArgumentException(
                    "A step costs a whole number from 1 to %d, but got %d.".formatted(MOST, cost));
        }
    }

    /// The cost of one step up to a rating of a criterion.
    ///
    /// @param rating the id of the rating reached; `met` and the like, or any text for a measure
    public int cost(Criterion criterion, String rating) {
        CriterionCosts own = criteria.get(criterion.id());
        Integer step = own == null ? null : own.steps().get(rating);
        if (step != null) {
            return step;
        }
        if (own != null && own.each() != null) {
            return own.each();
        }
        return byEffort.getOrDefault(criterion.effort(), 1);
    }
}
