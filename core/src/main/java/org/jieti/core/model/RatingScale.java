package org.jieti.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps by which criteria are rated, best first. The best stands for 1, the worst for 0.
public record RatingScale(List<Rating> ratings) {
    public RatingScale {
        ratings = List.copyOf(ratings);
        if (ratings.size() < 2
                || ratings.getFirst().fulfilment() != 1
                || ratings.getLast().fulfilment() != 0) {
            throw new IllegalArgumentException(
                    "A rating scale runs from fulfilment 1 down to 0, but got %s."
                            .formatted(ratings));
        }
        for (int i = 1; i < ratings.size(); i++) {
            if (ratings.get(i).fulfilment() >= ratings.get(i - 1).fulfilment()) {
                throw new IllegalArgumentException(
                        "Ratings go from best to worst, but %s (%s) follows %s (%s)."
                                .formatted(
                                        ratings.get(i).id(),
                                        ratings.get(i).fulfilment(),
                                        ratings.get(i - 1).id(),
                                        ratings.get(i - 1).fulfilment()));
            }
        }
    }

    public @Nullable Rating find(String id) {
        for (Rating rating : ratings) {
            if (rating.id().equals(id)) {
                return rating;
            }
        }
        return null;
    }

    public Rating best() {
        return ratings.getFirst();
    }

    public Rating worst() {
        return ratings.getLast();
    }
}
