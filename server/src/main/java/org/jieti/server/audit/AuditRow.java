package org.jieti.server.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the record as it is read.
///
/// @param actor null for the system, or for somebody not signed in
/// @param detail a JSON object: with `before` and `after` where something was changed
/// @param address where the request came from; null for the system
public record AuditRow(
        long id,
        Instant at,
        @Nullable UUID actor,
        String actorName,
        String action,
        @Nullable UUID organisation,
        String subjectKind,
        String subjectId,
        String detail,
        @Nullable String address) {}
