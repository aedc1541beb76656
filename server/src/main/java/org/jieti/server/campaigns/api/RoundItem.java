package org.jieti.server.campaigns.api;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jieti.server.campaigns.Round;
import org.jspecify.annotations.Nullable;

/// 评估活动, as the API gives it.
///
/// @param track `full`, `self_diagnosis` or `data_imported`
/// @param preset null in a model without levels
/// @param previous the round whose answers are offered; null for none
/// @param state `planned`, `open` or `closed`
/// @param units how many take part
record RoundItem(
        UUID id,
        String title,
        UUID organiser,
        String track,
        String model,
        String modelSha256,
        String weightSet,
        String weightSetSha256,
        @Nullable String preset,
        LocalDate asOf,
        LocalDate dueOn,
        @Nullable UUID previous,
        String state,
        int units) {
    static RoundItem of(Round round, int units) {
        return new RoundItem(
                round.id(),
                round.title(),
                round.organiser(),
                round.track().name().toLowerCase(Locale.ROOT),
                round.model(),
                round.modelSha256(),
                round.weightSet(),
                round.weightSetSha256(),
                round.preset(),
                round.asOf(),
                round.dueOn(),
                round.previous(),
                round.state().name().toLowerCase(Locale.ROOT),
                units);
    }
}
