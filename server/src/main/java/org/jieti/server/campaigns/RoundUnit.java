package org.jieti.server.campaigns;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A unit that takes part in a round.
///
/// @param dueOn its last day for answers: the round's, or a later one
/// @param extensionReason why it is later; null where it is the round's
public record RoundUnit(UUID unit, LocalDate dueOn, @Nullable String extensionReason) {}
