package org.jieti.server.campaigns;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 评估活动: one round of assessments under one model, weight set and preset.
///
/// @param organiser the organisation that runs it
/// @param model id of the model version, as in `dgimm@2021.1`
/// @param preset null in a model without levels
/// @param asOf the day that answers speak of
/// @param dueOn the last day for answers, in Asia/Shanghai
/// @param previous the round whose answers are offered; null for none
public record Round(
        UUID id,
        UUID organiser,
        String title,
        Track track,
        String model,
        String modelSha256,
        String weightSet,
        String weightSetSha256,
        @Nullable String preset,
        LocalDate asOf,
        LocalDate dueOn,
        @Nullable UUID previous,
        State state) {

    /// How far an assessment goes.
    public enum Track {
        FULL,
        /// Ends with the unit's own result.
        SELF_DIAGNOSIS,
        /// Answers come from data, not from people.
        DATA_IMPORTED;

        /// The tracks on which rounds can be planned: nothing loads data yet.
        public static List<Track> open() {
            return List.of(FULL, SELF_DIAGNOSIS);
        }

        /// The message that names it.
        public String messageKey() {
            return "campaigns.track." + name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State {
        PLANNED,
        OPEN,
        CLOSED;

        /// The message that names it.
        public String messageKey() {
            return "campaigns.state." + name().toLowerCase(Locale.ROOT);
        }
    }
}
