package org.jieti.server.shared;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Time as people read it: stored in UTC, shown in China's. Templates call it as `@times`.
@Component
public final class Times {
    public static final ZoneId SHOWN = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(SHOWN);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(SHOWN);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(SHOWN);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(SHOWN);

    /// `14:30` on the same day, else `2026-11-22 14:30`
    public String brief(Instant at, Instant now) {
        return date(at).equals(date(now)) ? CLOCK.format(at) : minute(at);
    }

    /// `2026-11-22`
    public String date(Instant at) {
        return DATE.format(at);
    }

    /// `2026-11-22 14:30`
    public String minute(Instant at) {
        return MINUTE.format(at);
    }

    /// `2026-11-22 14:30:59`
    public String second(Instant at) {
        return SECOND.format(at);
    }
}
