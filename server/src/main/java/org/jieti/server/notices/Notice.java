package org.jieti.server.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that one person is told.
///
/// @param kind its words are the message `notices.kind.<kind>`
/// @param arguments what is put into the message
/// @param link a path of this platform; null for none
/// @param readAt null while it is new
public record Notice(
        UUID id,
        String kind,
        List<String> arguments,
        @Nullable String link,
        Instant createdAt,
        @Nullable Instant readAt) {
    public Notice {
        arguments = List.copyOf(arguments);
        if (!kind.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("A kind is lower-case words with hyphens: " + kind);
        }
    }

    /// The message that says it.
    public String messageKey() {
        return "notices.kind." + kind;
    }
}
