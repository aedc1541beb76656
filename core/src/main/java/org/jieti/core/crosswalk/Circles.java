package org.jieti.core.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.RatingScale;
import org.jieti.core.model.Violation;
import org.jspecify.annotations.Nullable;

/// Looks for circles that change meaning: a rating from which, link by link, a better rating of the
/// very same criterion follows.
///
/// From each rating of what a link starts from, everything that follows is worked out until nothing
/// more does. Ratings only rise on the way and scales are finite, so this ends.
final class Circles {
    private final Crosswalk crosswalk;
    private final Map<ModelId, MaturityModel> models;
    private final Map<Place, Rating> shown = new HashMap<>();

    private Circles(Crosswalk crosswalk, Map<ModelId, MaturityModel> models) {
        this.crosswalk = crosswalk;
        this.models = models;
    }

    private record Place(ModelId model, NodeId criterion) {}

    /// @param models those at hand; links with others are left out
    static List<Violation> in(Crosswalk crosswalk, Map<ModelId, MaturityModel> models) {
        List<Violation> violations = new ArrayList<>();
        for (Link link : crosswalk.links()) {
            Violation violation = new Circles(crosswalk, models).through(link);
            if (violation != null) {
                violations.add(violation);
            }
        }
        return violations;
    }

    private @Nullable Violation through(Link link) {
        for (Map.Entry<ModelId, List<NodeId>> start : link.criteria().entrySet()) {
            RatingScale scale = scale(start.getKey());
            for (Rating rating : scale == null ? List.<Rating>of() : scale.ratings()) {
                shown.clear();
                start.getValue().forEach(id -> shown.put(new Place(start.getKey(), id), rating));
                follow();
                for (NodeId id : start.getValue()) {
                    Rating back = shown.getOrDefault(new Place(start.getKey(), id), rating);
                    if (back.fulfilment() > rating.fulfilment()) {
                        return new Violation(
                                "crosswalk.link.circle",
                                link.id(),
                                List.of(link.id(), id, rating.name(), back.name()));
                    }
                }
            }
        }
        return null;
    }

    private void follow() {
        boolean more = true;
        while (more) {
            more = false;
            for (Link link : crosswalk.links()) {
                more |=
                        switch (link) {
                            case Equivalence same -> followed(same);
                            case Implication implication -> followed(implication);
                        };
            }
        }
    }

    private boolean followed(Equivalence link) {
        boolean more = false;
        for (ModelId source : link.criteria().keySet()) {
            Double lowest = lowest(source, link.of(source));
            for (ModelId target : link.criteria().keySet()) {
                RatingScale scale = scale(target);
                if (lowest != null && scale != null && !target.equals(source)) {
                    Rating rating = Carrying.takenDown(lowest, scale);
                    more |= raised(target, link.of(target), rating);
                }
            }
        }
        return more;
    }

    private boolean followed(Implication link) {
        Double lowest = lowest(link.from(), link.demanding());
        RatingScale reached = scale(link.from());
        RatingScale given = scale(link.to());
        Rating rating =
                lowest == null || reached == null || given == null
                        ? null
                        : link.shown(lowest, reached, given);
        return rating != null && raised(link.to(), link.implied(), rating);
    }

    private boolean raised(ModelId model, List<NodeId> criteria, Rating rating) {
        boolean more = false;
        for (NodeId id : criteria) {
            Place place = new Place(model, id);
            Rating before = shown.get(place);
            if (before == null || rating.fulfilment() > before.fulfilment()) {
                shown.put(place, rating);
                more = true;
            }
        }
        return more;
    }

    /// Null while something is not shown.
    private @Nullable Double lowest(ModelId model, List<NodeId> criteria) {
        double lowest = 1;
        for (NodeId id : criteria) {
            Rating rating = shown.get(new Place(model, id));
            if (rating == null) {
                return null;
            }
            lowest = Math.min(lowest, rating.fulfilment());
        }
        return criteria.isEmpty() ? null : lowest;
    }

    private @Nullable RatingScale scale(ModelId id) {
        MaturityModel model = models.get(id);
        return model == null ? null : model.ratings();
    }
}
