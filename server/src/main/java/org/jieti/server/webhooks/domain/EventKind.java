package org.jieti.server.webhooks.domain;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a webhook can be told of.
public enum EventKind {
    /// The owner asks for it, to try the way.
    PING,
    ROUND_OPENED,
    ROUND_EXTENDED,
    ROUND_CLOSED,
    ASSESSMENT_MOVED;

    /// How the API writes it, as `round.opened`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /// The kind of a word; null for none.
    public static @Nullable EventKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
