package org.jieti.server.campaigns.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jieti.server.campaigns.Round.Track;
import org.jspecify.annotations.Nullable;

/// What a round is to be, before it opens.
///
/// @param preset null in a model without levels
/// @param asOf the day that answers speak of
/// @param dueOn the last day for answers
/// @param previous the round whose answers are offered; null for none
public record RoundPlan(
        UUID organiser,
        String title,
        Track track,
        String model,
        String weightSet,
        @Nullable String preset,
        LocalDate asOf,
        LocalDate dueOn,
        @Nullable UUID previous) {
    public static final int LONGEST_TITLE = 100;

    public RoundPlan {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("A round needs a title, but got: " + title);
        }
        if (dueOn.isBefore(asOf)) {
            throw new IllegalArgumentException(
                    "Answers are due on %s, before the day they speak of, %s."
                            .formatted(dueOn, asOf));
        }
    }
}
