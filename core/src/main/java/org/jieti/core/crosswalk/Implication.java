package org.jieti.core.crosswalk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.RatingScale;
import org.jieti.core.model.Text;
import org.jieti.core.scoring.Threshold;
import org.jspecify.annotations.Nullable;

/// 单向对照: one model asks for the same thing and at least as much. Who has reached a rating on all
/// of its criteria has reached at least a certain rating of the other model's; nothing follows from
/// the other model back, and nothing from a lower rating.
///
/// @param demanding what asks for at least as much, together
/// @param implied what is thereby answered, each
/// @param gives the rating shown, by the rating reached on all of `demanding`
public record Implication(
        String id,
        Text about,
        Text why,
        LinkStanding standing,
        ModelId from,
        List<NodeId> demanding,
        ModelId to,
        List<NodeId> implied,
        Map<String, String> gives)
        implements Link {
    public Implication {
        demanding = List.copyOf(demanding);
        implied = List.copyOf(implied);
        gives = Collections.unmodifiableMap(new LinkedHashMap<>(gives));
    }

    @Override
    public Map<ModelId, List<NodeId>> criteria() {
        Map<ModelId, List<NodeId>> criteria = new LinkedHashMap<>();
        criteria.put(from, demanding);
        criteria.putIfAbsent(to, implied);
        return Collections.unmodifiableMap(criteria);
    }

    @Override
    public List<NodeId> answering(ModelId target, NodeId criterion, ModelId source) {
        return source.equals(from) && target.equals(to) && implied.contains(criterion)
                ? demanding
                : List.of();
    }

    /// The best rating that a fulfilment shows; null if it shows nothing.
    ///
    /// @param lowest the lowest fulfilment of `demanding`, in [0, 1]
    /// @param reached the scale of the demanding model
    /// @param shown the scale of the other model
    public @Nullable Rating shown(double lowest, RatingScale reached, RatingScale shown) {
        Rating best = null;
        for (Map.Entry<String, String> step : gives.entrySet()) {
            Rating needed = reached.find(step.getKey());
            Rating given = shown.find(step.getValue());
            if (needed == null || given == null) {
                throw new IllegalArgumentException(
                        "Link %s gives %s for %s, which are no ratings of %s and %s."
                                .formatted(id, step.getValue(), step.getKey(), to, from));
            }
            if (Threshold.isAtLeast(lowest, needed.fulfilment())
                    && (best == null || given.fulfilment() > best.fulfilment())) {
                best = given;
            }
        }
        return best;
    }
}
