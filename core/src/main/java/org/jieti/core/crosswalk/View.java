package org.jieti.core.crosswalk;

import java.util.List;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jspecify.annotations.Nullable;

/// One assessment seen through another model: the answers that carry over, what they come to
/// there, and what is still to be answered.
///
/// @param source the assessment as it stands, scored by its own model
/// @param result what carried over, scored by the other model; what it comes to at least, where
///     some answers are lower bounds
/// @param reach the same with lower bounds left unanswered: its highest scores and levels are what
///     completing and confirming the answers can lead to. The same object as `result` where no
///     answer is a lower bound
/// @param carried in the order of the other model
/// @param open unanswered in `result`, in the order of the other model; states that a carried
///     answer settles are not among them
public record View(
        Result source, Result result, Result reach, List<Carried> carried, List<Open> open) {
    public View {
        carried = List.copyOf(carried);
        open = List.copyOf(open);
    }

    /// Looks at an assessment through another model.
    ///
    /// @param preset null exactly for a model without levels
    /// @throws IllegalArgumentException if the crosswalk does not compare the two models
    public static View of(
            Crosswalk crosswalk,
            Result source,
            MaturityModel model,
            WeightSet weights,
            @Nullable Preset preset) {
        if (!crosswalk.compares(source.model().id(), model.id())
                || source.model().id().equals(model.id())) {
            throw new IllegalArgumentException(
                    "The crosswalk compares %s, not %s with %s."
                            .formatted(crosswalk.models(), source.model().id(), model.id()));
        }
        Carrying carrying = new Carrying(crosswalk, source, model, weights);
        Assessment assessment = carrying.assessment();
        Result result = Scoring.score(model, weights, preset, assessment);
        Assessment exact = carrying.exactly();
        Result reach =
                exact.equals(assessment) ? result : Scoring.score(model, weights, preset, exact);
        return new View(source, result, reach, carrying.carried(), carrying.open(result));
    }

    /// How many of the answers that carried over are lower bounds.
    public int lowerBounds() {
        return (int)
                carried.stream().filter(each -> each.bound() == Carried.Bound.AT_LEAST).count();
    }
}
