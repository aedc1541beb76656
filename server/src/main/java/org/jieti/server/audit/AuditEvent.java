package org.jieti.server.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that somebody did.
///
/// @param actor the person; null for the system, or for somebody not signed in
/// @param actorName as shown, kept even when the person is renamed
/// @param action stable dotted word, as `accounts.role.granted`; its text is the message
///     `audit.action.<action>`
/// @param organisation whose matter it is; null for the platform's
/// @param subjectKind what was changed, as `person`
/// @param subjectId which one
/// @param detail what changed, by name: plain words and numbers, no secrets
/// @param address where the request came from
public record AuditEvent(
        @Nullable UUID actor,
        String actorName,
        String action,
        @Nullable UUID organisation,
        String subjectKind,
        String subjectId,
        Map<String, Object> detail,
        @Nullable String address) {
    public AuditEvent {
        if (!action.matches("[a-z]+(\\.[a-z-]+)+")) {
            throw new IllegalArgumentException(
                    "The action (%s) must be lower-case words with dots, as accounts.role.granted"
                            .formatted(action));
        }
        detail = Map.copyOf(detail);
    }
}
